import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLine } from '../../../main/contract/index.ts';
import { socketPort } from '../../contract/socket-port.ts';
import { type Lectern, newLectern, outcomeOf } from './lectern.ts';

let lectern: Lectern;
beforeAll(async () => {
  lectern = newLectern();
  await lectern.run('create', 'served.lectern');
});
afterAll(() => lectern.end());

/** The address a serving process prints as its first line. */
async function addressOf(child: ChildProcess): Promise<URL> {
  if (child.stdout === null) throw new Error('The process has no output.');
  const [line] = await once(createInterface(child.stdout), 'line');
  return new URL(String(line));
}

const lineTo = async ({ origin, hash }: URL) => openLine(await socketPort(origin, hash.slice('#key='.length)));

test.each(['SIGINT', 'SIGTERM'] as const)('prints one line, serves, and ends in order at %s', async (signal) => {
  const child = lectern.start('serve', 'served.lectern');
  const outcome = outcomeOf(child);
  const address = await addressOf(child);
  expect(address.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}$/);

  const line = await lineTo(address);
  expect(await line.call('notebook.status', {})).toMatchObject({ open: true, name: 'served' });
  // The deed is under way when the signal comes; it is finished and answered, or it never happened.
  const deed = line.call('tags.create', { name: `at ${signal}` }).then(
    () => true,
    () => false,
  );
  child.kill(signal);
  expect(await outcome).toEqual({ code: 0, stdout: `${address.href}\n`, stderr: '' });
  const tags = await lectern.json<{ name: string }[]>('list', 'served.lectern', 'tags', '--json');
  if (await deed) expect(tags.map(({ name }) => name)).toContain(`at ${signal}`);
});

test('a notebook in use is refused with who holds it, and free again afterwards', async () => {
  const child = lectern.start('serve', 'served.lectern');
  const ended = outcomeOf(child);
  await addressOf(child);
  const { code, stdout, stderr } = await lectern.run('list', 'served.lectern', 'tags');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^lectern: [^\n]+\n$/);
  expect(stderr).toMatch(/in use|open/i);
  child.kill('SIGTERM');
  await ended;
  expect((await lectern.run('list', 'served.lectern', 'tags')).code).toBe(0);
});

test('a shell that is killed takes its engine with it, in order', async () => {
  const child = lectern.start('serve', 'served.lectern');
  // The engine writes to the same standard error; the outcome is there when both have ended.
  const outcome = outcomeOf(child);
  const address = await addressOf(child);
  const line = await lineTo(address);
  await line.call('tags.create', { name: 'kept' });
  child.kill('SIGKILL');
  expect(await outcome).toMatchObject({ code: null, stderr: '' });
  const tags = await lectern.json<{ name: string }[]>('list', 'served.lectern', 'tags', '--json');
  expect(tags.map(({ name }) => name)).toContain('kept');
});

test('two windows see each other’s deeds', async () => {
  const child = lectern.start('serve', 'served.lectern');
  const ended = outcomeOf(child);
  const address = await addressOf(child);
  const [one, other] = [await lineTo(address), await lineTo(address)];
  const heard = new Promise((resolve) => other.subscribe('changed', resolve));
  const { id } = await one.call('tags.create', { name: 'shared' });
  expect(await heard).toMatchObject({ changes: [{ noun: 'tag', id }] });
  child.kill('SIGTERM');
  await ended;
});

test('a taken port and a missing notebook are refused', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = other.address();
  const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
  expect(await lectern.run('serve', '--port', String(port))).toMatchObject({ code: 1, stdout: '' });
  other.close();
  expect(await lectern.run('serve', 'missing.lectern')).toMatchObject({ code: 1, stdout: '' });
});
