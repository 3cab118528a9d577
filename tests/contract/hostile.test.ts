import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Line, openLine } from '../../main/contract/index.ts';
import { type Loopback, startLoopback } from '../../main/loopback/index.ts';
import { socketPort } from './socket-port.ts';

let loopback: Loopback;
let origin: string;
let host: string;
let key: string;
let line: Line;

beforeAll(async () => {
  loopback = await startLoopback();
  const url = new URL(loopback.url);
  origin = url.origin;
  host = url.host;
  key = url.hash.slice('#key='.length);
  line = openLine(await socketPort(origin, key));
});
afterAll(() => loopback.close());

/** The shell is well when its own page is still answered. */
async function stillWell(): Promise<void> {
  expect(await line.call('notebook.status', {})).toMatchObject({ open: false });
}

/** A plain request with the headers and the path exactly as given; answers the status. */
function ask(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    const asking = request({ host: '127.0.0.1', port, method, path, headers, setHost: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end(method === 'POST' ? 'x' : undefined);
  });
}

describe('requests', () => {
  test.each([
    ['GET', '/', {}, 400],
    ['GET', '/', { Host: 'evil.example' }, 421],
    ['GET', '/', { Host: 'localhost' }, 421],
    ['POST', '/', { Host: 'HOST' }, 405],
    ['DELETE', '/', { Host: 'HOST' }, 405],
    ['GET', '/../../../etc/passwd', { Host: 'HOST' }, 404],
    ['GET', '/..%2f..%2f..%2fetc%2fpasswd', { Host: 'HOST' }, 404],
    ['GET', '/assets/..\\..\\package.json', { Host: 'HOST' }, 404],
    ['GET', '//etc/passwd', { Host: 'HOST' }, 404],
    ['GET', 'http://evil.example/', { Host: 'HOST' }, 404],
    ['GET', '/download/../preferences.json', { Host: 'HOST' }, 404],
    ['GET', '/download/', { Host: 'HOST' }, 404],
    ['GET', '/download/x', { Host: 'HOST', 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['GET', '/open?ticket=', { Host: 'HOST' }, 403],
    ['GET', '/open?ticket=guess', { Host: 'HOST' }, 403],
    ['POST', '/upload?name=a', { Host: 'HOST' }, 403],
    ['POST', '/upload?name=a', { Host: 'HOST', Origin: 'https://evil.example', Authorization: 'Bearer KEY' }, 403],
    ['POST', '/upload?name=a', { Host: 'HOST', Origin: 'null', Authorization: 'Bearer KEY' }, 403],
    ['POST', '/upload?name=a', { Host: 'HOST', Origin: 'ORIGIN' }, 401],
    ['POST', '/upload?name=a', { Host: 'HOST', Origin: 'ORIGIN', Authorization: 'Bearer wrong' }, 401],
    ['POST', '/upload?name=a', { Host: 'evil.example', Origin: 'ORIGIN', Authorization: 'Bearer KEY' }, 421],
    ['POST', '/upload?name=a', { Host: 'HOST', Origin: 'ORIGIN', Authorization: 'Bearer KEY' }, 200],
  ] as const)('%s %s with %j is answered with %i', async (method, path, headers, status) => {
    const real = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('HOST', host).replace('ORIGIN', origin).replace('KEY', key),
    ]);
    expect(await ask(method, path, Object.fromEntries(real))).toBe(status);
    await stillWell();
  });

  test('no answer invites another site', async () => {
    const response = await fetch(origin, { headers: { Origin: 'https://evil.example' } });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  test('a ticket is good for one visit', async () => {
    const ticket = loopback.ticketUrl();
    const visit = await fetch(ticket, { redirect: 'manual' });
    expect(visit.status).toBe(303);
    expect(visit.headers.get('Location')).toBe(`/#key=${key}`);
    expect((await fetch(ticket, { redirect: 'manual' })).status).toBe(403);
  });

  test('the key is not told to who asks for the page', async () => {
    expect(await (await fetch(origin)).text()).not.toContain(key);
  });

  test('bytes that are no HTTP end their own connection only', async () => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.write('\x16\x03\x01 this is not HTTP\r\n\r\n');
    await new Promise((resolve) => socket.resume().once('close', resolve));
    await stillWell();
  });
});

describe('connections', () => {
  test.each([
    ['no key', { protocols: ['lectern'], origin: 'ORIGIN' }, 401],
    ['a wrong key', { protocols: ['lectern', 'wrong'], origin: 'ORIGIN' }, 401],
    ['no Origin', { protocols: ['lectern', 'KEY'], origin: undefined }, 403],
    ['a foreign Origin', { protocols: ['lectern', 'KEY'], origin: 'https://evil.example' }, 403],
    ['a foreign Host', { protocols: ['lectern', 'KEY'], origin: 'ORIGIN', host: 'evil.example' }, 421],
    ['another path', { protocols: ['lectern', 'KEY'], origin: 'ORIGIN', path: '/upload' }, 404],
  ] as const)('with %s are refused before they begin', async (_what, claim, status) => {
    const { protocols, path = '/channel', host: named = host } = { path: undefined, host: undefined, ...claim };
    const socket = new WebSocket(
      `ws://${host}${path}`,
      protocols.map((protocol) => protocol.replace('KEY', key)),
      { headers: { Host: named, ...(claim.origin && { Origin: claim.origin.replace('ORIGIN', origin) }) } },
    );
    const answered = await new Promise((resolve) => {
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.once('open', () => resolve('open'));
    });
    expect(answered).toBe(status);
    socket.on('error', () => {});
    socket.terminate();
    await stillWell();
  });
});

describe('messages', () => {
  const open = async () => {
    const socket = new WebSocket(`ws://${host}/channel`, ['lectern', key], { origin });
    await new Promise((resolve) => socket.once('open', resolve));
    return socket;
  };
  const closed = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve));

  test.each([
    ['no JSON', 'Hello?', 1007],
    ['half a document', '{"call": 1', 1007],
    ['bytes', Buffer.from('{"call":1,"method":"sources.list"}'), 1007],
    ['seventeen megabytes', `{"call":1,"method":"${'x'.repeat(17 * 1024 * 1024)}"}`, 1009],
  ])('of %s end the connection', async (_what, message, code) => {
    const socket = await open();
    socket.on('error', () => {});
    const ended = closed(socket);
    socket.send(message);
    expect(await ended).toBe(code);
    await stillWell();
  });

  test.each([
    'null',
    '7',
    '"call"',
    '[]',
    '{}',
    '{"call":"1","method":"sources.list"}',
    '{"call":1.5,"method":"sources.list"}',
    '{"call":1}',
    '{"call":1,"method":7}',
    '{"cancel":"all"}',
    '{"cancel":99999}',
    '{"__proto__":{"call":1,"method":"sources.list"}}',
    '{"ask":1,"pick":"notebook","suggestion":""}',
  ])('%s is not answered', async (message) => {
    const socket = await open();
    const heard: string[] = [];
    const last = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        heard.push(String(data));
        if (String(data).includes('"call":2')) resolve();
      });
    });
    socket.send(message);
    socket.send('{"call":2,"method":"notebook.status","input":{}}');
    await last;
    expect(heard.filter((each) => !each.includes('"hello"'))).toHaveLength(1);
    socket.close();
    await stillWell();
  });

  test.each([
    ['no.such', '{}', 'unknown-method'],
    ['__proto__', '{}', 'unknown-method'],
    ['constructor', '{}', 'unknown-method'],
    ['toString', '{}', 'unknown-method'],
    ['sources.get', '{"id":{"$ne":""}}', 'bad-input'],
    ['sources.get', 'null', 'bad-input'],
    ['preferences.set', '{"theme":"dark","__proto__":{"x":1},"extra":1}', 'bad-input'],
    ['sources.list', '{}', 'no-notebook'],
    ['notebook.open', '{"path":"/etc/passwd"}', 'not-a-notebook'],
    ['notebook.open', '{"path":"no\\u0000name"}', 'path-not-whole'],
    ['notebook.open', '{"path":"/no\\u0000name"}', 'cannot-read'],
    ['notebook.open', '{"path":"notes.lectern"}', 'path-not-whole'],
  ])('a call of %s with %s fails as %s', async (method, input, code) => {
    const socket = await open();
    const answer = new Promise<string>((resolve) => {
      socket.on('message', (data) => String(data).includes('"call":1') && resolve(String(data)));
    });
    socket.send(`{"call":1,"method":"${method}","input":${input}}`);
    expect(JSON.parse(await answer)).toMatchObject({ call: 1, failure: { code } });
    socket.close();
    await stillWell();
  });
});
