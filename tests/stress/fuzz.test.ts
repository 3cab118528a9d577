import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { FAILURE_CODES } from '../../db/model/index.ts';
import { CallFailed, type Line, openLine } from '../../main/contract/index.ts';
import { startLoopback } from '../../main/loopback/index.ts';
import { DOORS, type Door } from '../contract/doors.ts';
import { socketPort } from '../contract/socket-port.ts';
import { type Chance, chance, patience, say, times } from '../support/stress.ts';
import { mutated, randomCall, type Stock } from './support/messages.ts';

vi.mock('electron', () => import('../main/electron/double.ts'));

const MESSAGES = times(150, 10_000);

/** Codes that say that a fault is ours, or that the engine is gone: no message from outside may lead to one. */
const OUR_FAULTS = ['internal', 'engine-lost'];

/** A notebook with something of everything; answers what random messages can speak of. */
async function furnish(line: Line, path: string, more: readonly string[]): Promise<Stock> {
  await line.call('notebook.create', { path });
  const source = await line.call('sources.create', {
    title: 'Text',
    text: 'One winter in the harbour.\nAnd another.\n',
  });
  const highlight = await line.call('highlights.create', { sourceId: source.id, start: 4, end: 10, tags: ['season'] });
  const tag = await line.call('tags.create', { name: 'place', parent: 'season' });
  const person = await line.call('entities.create', { type: 'person', name: 'winter' });
  const place = await line.call('entities.create', { type: 'place', name: 'harbour' });
  await line.call('relations.create', { fromId: person.id, toId: place.id, type: 'was in' });
  const note = await line.call('notes.create', { title: 'N', markdown: `> [x](lectern:highlight/${highlight.id})` });
  const outline = await line.call('outlines.create', { title: 'O' });
  const item = await line.call('outlines.add', { outlineId: outline.id, kind: 'quotation', refId: highlight.id });
  const things = [source, highlight, tag, person, place, note, outline, item];
  return { ids: [...things.map(({ id }) => id), 'none'], paths: [path, path, path, ...more] };
}

let door: Door;
afterEach(() => door.close());

async function send(line: Line, method: string, input: unknown): Promise<string> {
  try {
    await line.call(method as 'notes.list', input as never);
    return 'answered';
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    const { code, message } = error.failure;
    const what = `${method.slice(0, 100)} ${JSON.stringify(input)?.slice(0, 300)} failed as ${code}: ${message.slice(0, 300)}`;
    expect(FAILURE_CODES, what).toContain(code);
    expect(OUR_FAULTS, what).not.toContain(code);
    expect(message.length, what).toBeLessThan(1_500);
    expect(message.includes('\n'), what).toBe(false);
    return code;
  }
}

/** The notebook at hand again, whatever the messages opened, closed or made instead. */
async function reopen(line: Line, path: string): Promise<void> {
  await line.call('notebook.open', { path });
}

describe.each(DOORS)('through %s', (name, open) => {
  test('random messages are answered or refused by name, and leave the notebook sound', {
    timeout: patience,
  }, async () => {
    door = await open();
    const { line, folder } = door;
    const path = join(folder, 'fuzz.lectern');
    const stock = await furnish(line, path, [join(folder, 'nothing', 'here.lectern'), '/proc/version', 'a\0b']);
    const pid = door.pid();
    const random: Chance = chance(DOORS.findIndex(([each]) => each === name));
    const outcomes = new Map<string, number>();
    for (let sent = 0; sent < MESSAGES; sent++) {
      if (sent % 50 === 0) await reopen(line, path);
      const { method, input } = randomCall(random, stock);
      const outcome = await send(line, method, input);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(door.pid(), 'the engine is the one it was').toBe(pid);
    await reopen(line, path);
    expect(await line.call('notebook.check', {})).toMatchObject({ ok: true, defects: [] });
    // A test of refusals alone would prove little.
    expect(outcomes.get('answered') ?? 0).toBeGreaterThan(MESSAGES / 10);
    say(`${MESSAGES} messages through ${name}: ${JSON.stringify(Object.fromEntries(outcomes))}`);
  });
});

test('mutated frames end at most the connection they came through', { timeout: patience }, async () => {
  const [, open] = DOORS[2] ?? [];
  if (!open) throw new Error('There is no loopback shell.');
  door = await open();
  const loopback = await startLoopback();
  const { origin, hash } = new URL(loopback.url);
  const key = hash.slice('#key='.length);
  const line = openLine(await socketPort(origin, key));
  const path = join(door.folder, 'frames.lectern');
  const stock = await furnish(line, path, []);
  const random = chance(99);
  let connections = 0;
  let socket: WebSocket | null = null;
  for (let sent = 0; sent < MESSAGES; sent++) {
    if (socket?.readyState !== WebSocket.OPEN) {
      socket = new WebSocket(`${origin.replace('http', 'ws')}/channel`, ['lectern', key], { origin });
      socket.on('error', () => {});
      const opening = socket;
      await new Promise((resolve) => opening.once('open', resolve));
      connections++;
    }
    // Ways out of the notebook stay the right ones, so that a slip of one letter makes no file anywhere.
    const { method, input } = randomCall(random, stock);
    const isSafe = !/path|notebook|backups|preferences|exports/.test(
      `${method.slice(0, 100)} ${JSON.stringify(input)}`,
    );
    const message = JSON.stringify({ call: sent, method: isSafe ? method : 'notes.list', input: isSafe ? input : {} });
    socket.send(random.next() < 0.05 ? Buffer.from(message) : mutated(random, message));
    if (sent % 20 === 0) expect(await line.call('notebook.status', {})).toMatchObject({ open: true });
  }
  socket?.terminate();
  expect(await line.call('notebook.check', {})).toMatchObject({ ok: true, defects: [] });
  say(`${MESSAGES} mutated frames over ${connections} connections`);
  line.close();
  await loopback.close();
});
