import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { socketPort } from '../../../main/loopback/socket-port.ts';

const MEGABYTE = 'x'.repeat(2 ** 20);
/** More than a system keeps for a reader who does not read. */
const BIG = MEGABYTE.repeat(32);
const LIMIT = 2 ** 20 * 8;

let end = (): void => {};
afterEach(() => end());

/** The shell's end of a WebSocket whose window reads nothing. */
async function unread(): Promise<WebSocket> {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const window = new WebSocket(`ws://127.0.0.1:${address.port}`);
  const [socket] = await once(server, 'connection');
  await once(window, 'open');
  window.on('error', () => {});
  window.pause();
  end = () => {
    window.terminate();
    server.close();
    http.close();
  };
  return socket;
}

test('a window is not cut off for being sent one big answer, whatever follows it', async () => {
  const socket = await unread();
  const port = socketPort(socket, LIMIT);
  for (const message of ['before', BIG, 'after', 'after that', MEGABYTE]) port.post(message);
  expect(socket.readyState).toBe(WebSocket.OPEN);
});

test('a window that does not read is cut off', async () => {
  const socket = await unread();
  const port = socketPort(socket, LIMIT);
  port.post(BIG);
  for (let sent = 0; sent < 16; sent++) port.post(MEGABYTE);
  expect(socket.readyState).toBe(WebSocket.CLOSING);
});
