import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Line, openLine } from '../../main/contract/index.ts';
import { type Loopback, startLoopback } from '../../main/loopback/index.ts';
import { socketPort } from '../contract/socket-port.ts';
import { type Chance, chance, patience, say, times } from '../support/stress.ts';

const CROWD = times(200, 1_000);

/** So many windows may be open; the line of this test is one of them. */
const WINDOWS = 64;

let loopback: Loopback;
let host: string;
let key: string;
let line: Line;

beforeAll(async () => {
  loopback = await startLoopback();
  const url = new URL(loopback.url);
  host = url.host;
  key = url.hash.slice('#key='.length);
  line = openLine(await socketPort(url.origin, key));
  await line.hello;
});
afterAll(() => loopback.close());

/** Opens a connection, writes some bytes, and answers what the other side says until it says nothing or ends. */
function stranger(bytes: string | Buffer): { socket: Socket; status: Promise<number | 'nothing'> } {
  const socket = connect(Number(new URL(`http://${host}`).port), '127.0.0.1');
  const status = new Promise<number | 'nothing'>((resolve) => {
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      const [, code] = /^HTTP\/1\.1 (\d+)/.exec(heard) ?? [];
      if (code !== undefined) resolve(Number(code));
    });
    socket.on('error', () => resolve('nothing'));
    socket.on('close', () => resolve('nothing'));
  });
  socket.write(bytes);
  return { socket, status };
}

/** The head of a request to become a WebSocket, with the headers a browser would send. */
function upgrade(headers: { host?: string; origin?: string; protocol?: string }): string {
  return [
    'GET /channel HTTP/1.1',
    ...(headers.host === undefined ? [] : [`Host: ${headers.host}`]),
    ...(headers.origin === undefined ? [] : [`Origin: ${headers.origin}`]),
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${headers.protocol ?? 'lectern'}`,
    '',
    '',
  ].join('\r\n');
}

/** A frame's head that announces this many bytes, masked with zeros, as RFC 6455, 5.2, has it. */
function frameHead(length: number): Buffer {
  const head = Buffer.alloc(14);
  head[0] = 0x81;
  head[1] = 0xff;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

interface Visitor {
  readonly bytes: () => string | Buffer;
  /** What it is answered with, at once; null where it is simply kept waiting. */
  readonly status: readonly (number | 'nothing')[] | null;
}

const origin = () => `http://${host}`;

const STRANGERS: Readonly<Record<string, Visitor>> = {
  'a wrong key': {
    bytes: () => upgrade({ host, origin: origin(), protocol: `lectern, ${'A'.repeat(43)}` }),
    status: [401],
  },
  'no Host': { bytes: () => upgrade({ origin: origin(), protocol: `lectern, ${key}` }), status: [421] },
  'a foreign Host': {
    bytes: () => upgrade({ host: 'evil.example', origin: origin(), protocol: `lectern, ${key}` }),
    status: [421],
  },
  'no Origin': { bytes: () => upgrade({ host, protocol: `lectern, ${key}` }), status: [403] },
  'a page of another site': {
    bytes: () => upgrade({ host, origin: 'https://evil.example', protocol: `lectern, ${key}` }),
    status: [403],
  },
  'a path that climbs': {
    bytes: () => `GET /assets/%2e%2e/%2e%2e/package.json HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    status: [404],
  },
  'a head without end': { bytes: () => `GET / HTTP/1.1\r\nHost: ${host}\r\nX: `, status: null },
  'a head of a megabyte': {
    bytes: () => `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(1 << 20)}\r\n\r\n`,
    status: [431, 'nothing'],
  },
  'a body that never comes': {
    bytes: () =>
      `POST /upload?name=a HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin()}\r\nAuthorization: Bearer ${key}\r\nContent-Length: 1000000\r\n\r\nx`,
    status: null,
  },
  'no HTTP': { bytes: () => Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 0x01]), status: [400, 'nothing'] },
};

/** Somebody of the crowd: says who, and what became of it. */
async function visit(random: Chance, sockets: Socket[]): Promise<string> {
  const who = random.oneOf(Object.keys(STRANGERS));
  const visitor = STRANGERS[who];
  if (!visitor) throw new Error(who);
  const { socket, status } = stranger(visitor.bytes());
  sockets.push(socket);
  if (visitor.status !== null) expect(visitor.status, who).toContain(await status);
  return who;
}

test('a crowd of strangers at once is refused, each for its own reason, while the window is answered', {
  timeout: patience,
}, async () => {
  const random = chance();
  const sockets: Socket[] = [];
  const visits = Promise.all(Array.from({ length: CROWD }, () => visit(random, sockets)));
  // The window is answered while they are there, and not only when they are gone.
  for (let asked = 0; asked < 50; asked++) {
    expect(await line.call('notebook.status', {})).toMatchObject({ open: false });
  }
  const seen = new Set(await visits);
  expect(await line.call('notebook.status', {})).toMatchObject({ open: false });
  for (const socket of sockets) socket.destroy();
  say(`${CROWD} strangers of ${seen.size} kinds`);
});

test('more windows than may be are turned away, and one is let in again when another goes', {
  timeout: patience,
}, async () => {
  const request = upgrade({ host, origin: origin(), protocol: `lectern, ${key}` });
  const windows = Array.from({ length: WINDOWS - 1 }, () => stranger(request));
  expect(new Set(await Promise.all(windows.map(({ status }) => status)))).toEqual(new Set([101]));
  const one = stranger(request);
  expect(await one.status).toBe(503);
  const [first] = windows;
  first?.socket.destroy();
  await expect
    .poll(
      async () => {
        const next = stranger(request);
        const status = await next.status;
        if (status !== 101) next.socket.destroy();
        else windows.push(next);
        return status;
      },
      { timeout: 30_000 },
    )
    .toBe(101);
  for (const { socket } of windows) socket.destroy();
  expect(await line.call('notebook.status', {})).toMatchObject({ open: false });
});

test('a frame that is too large is refused when it is announced, and one that comes slowly keeps nobody waiting', {
  timeout: patience,
}, async () => {
  const request = upgrade({ host, origin: origin(), protocol: `lectern, ${key}` });
  const large = stranger(request);
  expect(await large.status).toBe(101);
  const heard: Buffer[] = [];
  large.socket.on('data', (chunk) => heard.push(chunk));
  const closed = new Promise((resolve) => large.socket.once('close', resolve));
  large.socket.write(frameHead(17 * 1024 * 1024));
  await closed;
  // A close frame that says 1009, too big; a connection cut for keeping silent would say nothing.
  expect(Buffer.concat(heard).includes(Buffer.from([0x88, 0x02, 0x03, 0xf1]))).toBe(true);

  const slow = stranger(request);
  expect(await slow.status).toBe(101);
  slow.socket.write(frameHead(1_000));
  for (let asked = 0; asked < 20; asked++) {
    slow.socket.write('x');
    expect(await line.call('notebook.status', {})).toMatchObject({ open: false });
  }
  expect(slow.socket.destroyed).toBe(false);
  slow.socket.destroy();
});
