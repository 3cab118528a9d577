import { WebSocket } from 'ws';
import type { Port } from '../contract/index.ts';

/** A window that does not read what it is sent is cut off when this many bytes wait for it beside the largest message. */
const WAITING_LIMIT = 256 * 1024 * 1024;

/** A WebSocket as a port: one JSON document a text frame. Anything else ends the connection. */
export function socketPort(socket: WebSocket, limit = WAITING_LIMIT): Port {
  let largest = 0;
  return {
    post(message) {
      if (socket.readyState !== WebSocket.OPEN) return;
      // One large answer takes its time to be read and says nothing about the window.
      if (socket.bufferedAmount === 0) largest = 0;
      if (socket.bufferedAmount - largest > limit) {
        socket.terminate();
        return;
      }
      const text = JSON.stringify(message);
      largest = Math.max(largest, Buffer.byteLength(text));
      socket.send(text);
    },
    onMessage(listener) {
      socket.on('message', (data, isBinary) => {
        const message = isBinary ? undefined : parse(String(data));
        if (message === undefined) socket.close(1007, 'Not a message of Lectern.');
        else listener(message);
      });
    },
    onClose: (listener) => socket.on('close', listener),
    close: () => socket.close(1001),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
