import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { App } from '../app/index.ts';
import { type Hello, PROTOCOL_VERSION } from '../contract/index.ts';
import { serve } from '../engine/index.ts';
import { SUBPROTOCOL } from './admission.ts';
import { socketPort } from './socket-port.ts';

/** The largest message a window may send; a file never comes this way. */
export const MESSAGE_LIMIT = 16 * 1024 * 1024;
const WINDOWS = 64;
const HEARTBEAT = 30_000;

/** The WebSocket door: every window that comes in speaks to the same app. */
export interface ChannelDoor {
  /** Takes over a connection that was admitted. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createChannelDoor(app: App): ChannelDoor {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  const quiet = new WeakSet<WebSocket>();

  // A window that is gone without a word, or stuck in the middle of a message, answers no ping and is cut off.
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (quiet.has(socket)) socket.terminate();
      quiet.add(socket);
      socket.ping();
    }
  }, HEARTBEAT);
  heartbeat.unref();

  return {
    open(request, socket, head) {
      if (server.clients.size >= WINDOWS) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (window) => {
        window.on('pong', () => quiet.delete(window));
        // ws closes the connection itself after a malformed or too large frame; unheard, the error would end us.
        window.on('error', () => {});
        const port = socketPort(window);
        port.post({ hello: hello() });
        serve(app, port);
      });
    },
    close() {
      clearInterval(heartbeat);
      for (const socket of server.clients) socket.close(1001, 'Lectern was closed.');
      server.close();
    },
  };
}

function hello(): Hello {
  return { protocol: PROTOCOL_VERSION, shell: 'loopback', platform: process.platform, nativeDialogs: false };
}
