/**
 * Works in a notebook as a shell does, with an engine in a process of its own, until it is killed or `deeds` are done:
 * types, marks, tags, imports, merges, puts back revisions, makes backups and restores them. Says on its output what it is
 * about to do and what was acknowledged. Arguments: the notebook, a folder for everything else, a salt, the number of deeds.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CallFailed, type Input, type MethodName, type Output } from '../../../main/contract/index.ts';
import { EngineProcess, forkEngine } from '../../../main/engine/index.ts';
import { createSpoolFolder, here, programFiles, userPlaces } from '../../../main/host/index.ts';
import { chance } from '../../support/stress.ts';
import type { Effect, Said } from './account.ts';
import { told } from './contents.ts';

const [path = '', folder = '', salt = '0', most = '0'] = process.argv.slice(2);
const random = chance(Number(salt));
const { engine: entry, reading, tending, resources } = programFiles();
const engine = new EngineProcess({
  spawn() {
    const places = userPlaces(here(resources));
    const child = forkEngine(entry, { spool: createSpoolFolder(folder), reading, tending, places });
    if (child.pid !== undefined) say({ engine: child.pid });
    return child;
  },
  clock: Date.now,
  wait: (milliseconds) => wait(milliseconds),
  log: { error: () => {} },
});

function say(said: Said): void {
  // Synchronous, so that nothing said waits in this process when it is killed.
  writeSync(1, `${JSON.stringify(said)}\n`);
}

async function call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await engine.handle(method, input);
  if ('failure' in answer) throw new CallFailed(answer.failure);
  return answer.output as Output<M>;
}

let number = 0;

/** Says what a call is about to do, does it, and says what it did. */
async function deed<M extends MethodName>(
  method: M,
  input: Input<M>,
  before: Effect,
  after: (output: Output<M>) => Effect = () => before,
  backup?: number,
): Promise<Output<M>> {
  const mine = ++number;
  say({ begin: mine, effect: before });
  const output = await call(method, input);
  say({ done: mine, effect: after(output), ...(backup === undefined ? {} : { backup }) });
  return output;
}

/** The things of this run; those of others are left alone. */
interface Things {
  readonly noteId: string;
  readonly sourceId: string;
  text: string;
  revision: number;
  readonly tags: Map<string, string>;
  readonly marks: Map<string, readonly string[]>;
}

const WORDS = ['winter', 'harbour', 'ærlig', 'Łódź', 'თბილისი', '🜚', 'seven'];

async function begin(): Promise<Things> {
  await call('notebook.open', { path });
  const unique = () => randomBytes(6).toString('hex');
  const text = Array.from({ length: 40 }, () => random.oneOf(WORDS)).join(' ');
  const source = await deed('sources.create', { title: `Text ${unique()}`, text }, { makes: 'source' }, (made) => ({
    set: [told.source(made.id, made.title)],
  }));
  const note = await deed('notes.create', { title: 'Typing' }, { makes: 'note' }, ({ id }) => ({
    set: [told.note(id, '')],
  }));
  const things: Things = {
    noteId: note.id,
    sourceId: source.id,
    text: '',
    revision: note.revision,
    tags: new Map(),
    marks: new Map(),
  };
  await makeTag(things);
  await mark(things);
  return things;
}

async function makeTag(things: Things): Promise<void> {
  const name = `Tag ${randomBytes(6).toString('hex')}`;
  const { id } = await deed('tags.create', { name }, { makes: 'tag' }, (made) => ({ set: [told.tag(made.id, name)] }));
  things.tags.set(id, name);
}

async function mark({ sourceId, marks }: Things): Promise<void> {
  const start = random.below(100);
  const input = { sourceId, start, end: start + 1 + random.below(40) };
  const { id } = await deed('highlights.create', input, { makes: 'highlight' }, (made) => ({
    set: [told.highlight(made.id, [])],
  }));
  marks.set(id, []);
}

async function type(things: Things): Promise<void> {
  const text = things.text.length > 4_000 ? 'Anew.' : `${things.text} ${random.oneOf(WORDS)}`.trim();
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  const { noteId: id, revision } = things;
  const saved = await deed('notes.update', { id, document, revision }, { set: [told.note(id, text)] });
  things.text = text;
  things.revision = saved.revision;
}

async function tag({ tags, marks }: Things): Promise<void> {
  const id = random.oneOf([...marks.keys()]);
  const tagIds = [...tags.keys()].filter(() => random.next() < 0.5);
  await deed('highlights.update', { id, tagIds }, { set: [told.highlight(id, tagIds)] });
  marks.set(id, tagIds);
}

async function merge(things: Things): Promise<void> {
  const { tags, marks } = things;
  if (tags.size < 2) return makeTag(things);
  const [id = '', intoId = ''] = [...tags.keys()].toSorted(() => random.next() - 0.5);
  const moved = [...marks].flatMap(([mark, tagIds]) =>
    tagIds.includes(id) ? [[mark, [...new Set(tagIds.map((each) => (each === id ? intoId : each)))]] as const] : [],
  );
  const set = moved.map(([mark, tagIds]) => told.highlight(mark, tagIds));
  await deed('tags.merge', { id, intoId }, { set, gone: [`tag ${id}`] });
  tags.delete(id);
  for (const [mark, tagIds] of moved) marks.set(mark, tagIds);
}

/** An import that takes its time, while somebody types. */
async function importAndType(things: Things): Promise<void> {
  const text = `${randomBytes(8).toString('hex')}\n${`${random.oneOf(WORDS)} and more\n`.repeat(1 + random.below(4_000))}`;
  const title = `Import ${text.slice(0, 16)}`;
  const importing = deed('sources.create', { title, text }, { makes: 'source' }, ({ id }) => ({
    set: [told.source(id, title)],
  }));
  // Where the engine is killed both fail, and both have to be heard.
  await Promise.all([importing, type(things)]);
}

async function putBackRevision(things: Things): Promise<void> {
  const { noteId: id } = things;
  const kept = await call('notes.revisions', { id });
  if (kept.length === 0) return type(things);
  const { revision } = random.oneOf(kept);
  const { text } = await call('notes.revision', { id, revision });
  const note = await deed('notes.restore', { id, revision }, { set: [told.note(id, text)] });
  things.text = text;
  things.revision = note.revision;
}

async function empty(things: Things): Promise<void> {
  const { noteId: id, revision } = things;
  const document = { type: 'doc', content: [{ type: 'paragraph' }] };
  const saved = await deed('notes.update', { id, document, revision }, { set: [told.note(id, '')] });
  things.text = '';
  things.revision = saved.revision;
}

/** Makes a backup; now and then goes on a little and then puts it into the notebook's place. */
async function backUp(things: Things): Promise<void> {
  const mine = ++number;
  const kept = { text: things.text, tags: new Map(things.tags), marks: new Map(things.marks) };
  await deed('notebook.backup', {}, {}, () => ({}), mine);
  if (random.next() < 0.5) return;
  await type(things);
  await mark(things);
  const { backups } = await call('backups.list', {});
  const id = backups.find(({ kind }) => kind === 'manual')?.id ?? '';
  await deed('backups.restore', { id, as: 'notebook' }, { asInBackup: mine });
  things.text = kept.text;
  things.revision = (await call('notes.get', { id: things.noteId })).revision;
  for (const [map, old] of [
    [things.tags, kept.tags],
    [things.marks, kept.marks],
  ] as const) {
    map.clear();
    for (const [key, value] of old) (map as Map<string, unknown>).set(key, value);
  }
}

const WORK = [
  type,
  type,
  type,
  type,
  mark,
  mark,
  tag,
  tag,
  makeTag,
  merge,
  importAndType,
  putBackRevision,
  empty,
  backUp,
];

try {
  const things = await begin();
  while (number < Number(most)) await random.oneOf(WORK)(things);
} catch (error) {
  if (!(error instanceof CallFailed && error.failure.code === 'engine-lost')) throw error;
  // The engine died; another one has the notebook by the time it answers.
  await call('notebook.status', {});
  say({ lost: number });
}
await engine.close();
say({ ended: true });
// A limit of time that was not needed would keep it for some seconds.
process.exit(0);
