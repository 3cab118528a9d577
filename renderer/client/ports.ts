import type { Port } from '../../main/contract/index.ts';
import { socketProtocols } from './key.ts';

/** What Electron's preload script puts on the window: one end of a message port, and nothing else. */
export interface LecternBridge {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

declare global {
  interface Window {
    readonly lectern?: LecternBridge;
  }
}

/** A socket to the shell that served the page. What is posted before it is open waits. */
export function socketPort(url: string): Port {
  const socket = new WebSocket(url, socketProtocols());
  const early: string[] = [];
  socket.addEventListener('open', () => {
    for (const message of early.splice(0)) socket.send(message);
  });
  return {
    post(message) {
      const text = JSON.stringify(message);
      if (socket.readyState === WebSocket.CONNECTING) early.push(text);
      else socket.send(text);
    },
    onMessage: (listener) => socket.addEventListener('message', (event) => listener(JSON.parse(String(event.data)))),
    onClose: (listener) => socket.addEventListener('close', () => listener()),
    close: () => socket.close(),
  };
}

/** The bridge of Electron's preload script, which is there as long as the window is. */
export function bridgePort(bridge: LecternBridge): Port {
  return {
    post: (message) => bridge.post(message),
    onMessage: (listener) => bridge.onMessage(listener),
    onClose: () => undefined,
    close: () => undefined,
  };
}
