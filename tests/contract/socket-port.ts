import { WebSocket } from 'ws';
import type { Port } from '../../main/contract/index.ts';

/** A page's WebSocket to the loopback shell, open. */
export async function socketPort(origin: string, key: string): Promise<Port> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/channel`, ['lectern', key], { origin });
  const early: unknown[] = [];
  let listener = (message: unknown): void => void early.push(message);
  socket.on('message', (data) => listener(JSON.parse(String(data))));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    post: (message) => socket.send(JSON.stringify(message)),
    onMessage(next) {
      listener = next;
      for (const message of early.splice(0)) next(message);
    },
    onClose: (next) => socket.once('close', next),
    close: () => socket.close(),
  };
}
