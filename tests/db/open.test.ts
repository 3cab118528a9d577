import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createNotebook, openNotebook, SCHEMA_VERSION } from '../../db/index.ts';
import { LecternError } from '../../db/model/index.ts';
import { createHandle, openHandle } from '../../db/sqlite/handle.ts';
import { testFolder } from './support/folder.ts';
import { addTag } from './support/rows.ts';
import { verifyHere } from './support/verify-here.ts';

const CHILD = resolve(import.meta.dirname, 'support/holder.ts');

/** Starts a second program on the notebook and waits until it has it open. */
async function hold(path: string, how: 'stay' | 'half'): Promise<ChildProcess> {
  const holder = spawn(process.execPath, [CHILD, path, how], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
}

async function kill(holder: ChildProcess): Promise<void> {
  holder.kill('SIGKILL');
  await once(holder, 'exit');
}

function newNotebook(): string {
  const path = join(testFolder(), 'war.lectern');
  createNotebook(path).close();
  return path;
}

function failureOf(work: () => unknown): { code: string; message: string; details: object } {
  try {
    work();
  } catch (error) {
    if (error instanceof LecternError) return { code: error.code, message: error.message, details: error.details };
    throw error;
  }
  throw new Error('It did not fail.');
}

test('a new notebook is one file that says what it is', () => {
  const path = newNotebook();
  expect(readdirSync(resolve(path, '..'))).toEqual(['war.lectern']);
  const header = readFileSync(path);
  expect(header.toString('latin1', 0, 15)).toBe('SQLite format 3');
  expect(header.toString('latin1', 68, 72)).toBe('LCTN');
  expect(header.readUInt32BE(60)).toBe(SCHEMA_VERSION);
});

test('what is acknowledged is on the disk, and code in the file may call nothing that could do harm', () => {
  const path = newNotebook();
  const handle = openHandle(path, false);
  // FULL: the disk has written it before a deed is answered. No test can cut the power.
  expect(handle.pragma('synchronous', { simple: true })).toBe(2);
  let called = 0;
  handle.function('harm', () => ++called);
  handle.exec('CREATE TEMP VIEW mine AS SELECT harm(); CREATE VIEW theirs AS SELECT harm()');
  expect(handle.prepare('SELECT * FROM mine').pluck().get()).toBe(1);
  expect(() => handle.prepare('SELECT * FROM theirs').get()).toThrow('unsafe use of harm()');
  handle.close();
  expect(called).toBe(1);
});

test('after deeds and closing there is one file, and they are in it', () => {
  const path = newNotebook();
  const notebook = openNotebook(path);
  notebook.write({ deed: 'create-tag', subject: 'War' }, (connection) => addTag(connection, 'War'));
  notebook.close();
  expect(readdirSync(resolve(path, '..'))).toEqual(['war.lectern']);
  const again = openNotebook(path);
  expect(again.read((connection) => connection.all('SELECT name FROM tags'))).toEqual([{ name: 'War' }]);
  expect(again.recovered).toBe(false);
  again.close();
});

test('what a killed program had begun beside a notebook is removed by whoever opens it, what a living one makes is not', () => {
  const path = newNotebook();
  const dead = spawnSync(process.execPath, ['--version']).pid;
  for (const name of [`${dead}-new`, `${dead}-new-journal`, `${process.pid}-new`, `${dead}-news`]) {
    writeFileSync(`${path}.${name}`, 'begun');
  }
  openNotebook(path).close();
  expect(readdirSync(resolve(path, '..')).sort()).toEqual(
    ['war.lectern', `war.lectern.${process.pid}-new`, `war.lectern.${dead}-news`].sort(),
  );
});

test('creating never replaces a file and never makes folders', () => {
  const path = newNotebook();
  expect(failureOf(() => createNotebook(path)).code).toBe('file-exists');
  const nowhere = join(path, '..', 'no', 'such', 'war.lectern');
  expect(failureOf(() => createNotebook(nowhere)).code).toBe('folder-missing');
});

test('what is no notebook is refused in one sentence and left as it is', () => {
  const folder = testFolder();
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const other = join(folder, 'other.db');
  createHandle(other).exec('CREATE TABLE t (a)').close();
  const cases: [string, string, RegExp][] = [
    [join(folder, 'missing.lectern'), 'file-missing', /^There is no file .*missing\.lectern\.$/],
    [join(folder, 'no', 'folder.lectern'), 'file-missing', /^There is no file/],
    [folder, 'not-a-notebook', /is not a file\.$/],
    [file('empty.lectern', ''), 'not-a-notebook', /is empty\.$/],
    [file('text.lectern', 'Nothing to see here. '.repeat(50)), 'not-a-notebook', /is not a Lectern notebook\.$/],
    [file('short.lectern', 'SQLite format 3\0'), 'not-a-notebook', /is not a Lectern notebook\.$/],
    [other, 'not-a-notebook', /is a database of another program, not a Lectern notebook\.$/],
  ];
  const before = readdirSync(folder);
  for (const [path, code, message] of cases) {
    const failure = failureOf(() => openNotebook(path));
    expect(failure.code, path).toBe(code);
    expect(failure.message).toMatch(message);
  }
  expect(readdirSync(folder)).toEqual(before);
});

test('a truncated notebook and one with overwritten pages are damaged, not something else', () => {
  const cut = newNotebook();
  truncateSync(cut, 8192);
  expect(failureOf(() => openNotebook(cut)).code).toBe('notebook-damaged');
  const scribbled = newNotebook();
  const bytes = readFileSync(scribbled);
  bytes.fill(0x55, 4096, 5 * 4096);
  writeFileSync(scribbled, bytes);
  expect(failureOf(() => openNotebook(scribbled)).code).toBe('notebook-damaged');
});

test('a second opening in the same program is refused, and the first keeps its lock', () => {
  const path = newNotebook();
  const first = openNotebook(path);
  expect(failureOf(() => openNotebook(path))).toMatchObject({ code: 'notebook-in-use', details: { pid: process.pid } });
  const outside = spawnSync(process.execPath, [CHILD, path], { encoding: 'utf8' });
  expect(outside.stdout).toMatch(/^notebook-in-use/);
  first.close();
});

test('another program is told who holds the notebook, since when, and where', async () => {
  const path = newNotebook();
  const holder = await hold(path, 'stay');
  const failure = failureOf(() => openNotebook(path));
  expect(failure.code).toBe('notebook-in-use');
  expect(failure.details).toMatchObject({ pid: holder.pid, host: hostname() });
  expect(failure.message).toContain(`process ${holder.pid} on ${hostname()}, since 20`);
});

test('a program that died holding a notebook keeps nobody out, and its record goes', async () => {
  const path = newNotebook();
  const holder = await hold(path, 'stay');
  await kill(holder);
  expect(existsSync(`${path}-owner`)).toBe(true);
  const notebook = openNotebook(path);
  expect(notebook.recovered).toBe(true);
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
  expect(readdirSync(resolve(path, '..'))).toEqual(['war.lectern']);
});

test('a lock of a program that left no record is somebody unknown', () => {
  const path = newNotebook();
  const stranger = openHandle(path, false);
  stranger.exec('BEGIN IMMEDIATE');
  writeFileSync(`${path}-owner`, 'half a rec');
  expect(failureOf(() => openNotebook(path))).toMatchObject({
    code: 'notebook-in-use',
    message: 'war.lectern is open in another program.',
  });
  stranger.close();
});

test('a notebook of a newer version is opened for reading and says so', () => {
  const path = newNotebook();
  const handle = openHandle(path, false);
  handle.pragma('user_version = 9999');
  handle.close();
  const notebook = openNotebook(path);
  expect(notebook).toMatchObject({ readOnly: true, readOnlyReason: 'newer', schemaVersion: 9999 });
  const refused = failureOf(() => notebook.write({ deed: 'create-tag', subject: '' }, (c) => addTag(c, 'War')));
  expect(refused.code).toBe('read-only');
  notebook.close();
  expect(readdirSync(resolve(path, '..'))).toEqual(['war.lectern']);
});

// Root may write anywhere, so the attempt is made as nobody, by a program only root can use; and nobody must be able to
// read this repository, which it cannot below a home folder that is closed to others.
const canBecomeNobody =
  process.getuid?.() === 0 &&
  spawnSync('setpriv', ['--reuid=65534', '--clear-groups', 'test', '-r', CHILD]).status === 0;

test.skipIf(!canBecomeNobody)(
  'a notebook that cannot be written is opened for reading [needs root, setpriv, and a repository that others can read]',
  () => {
    const path = newNotebook();
    chmodSync(resolve(path, '..'), 0o755);
    const asNobody = () =>
      spawnSync('setpriv', ['--reuid=65534', '--clear-groups', process.execPath, CHILD, path], { encoding: 'utf8' });
    expect(asNobody().stdout).toBe('not-writable\n');
    // A file that could be written, in a folder where no journal can be put beside it.
    chmodSync(path, 0o666);
    expect(asNobody().stdout).toBe('not-writable\n');
    expect(readdirSync(resolve(path, '..'))).toEqual(['war.lectern']);
  },
);

test('a half-written deed of a dead program is taken back', async () => {
  const path = newNotebook();
  const holder = await hold(path, 'half');
  await kill(holder);
  expect(statSync(`${path}-journal`).size).toBeGreaterThan(0);
  const notebook = openNotebook(path);
  expect(notebook.recovered).toBe(true);
  expect(notebook.read((connection) => connection.get('SELECT count(*) AS n FROM tags'))).toEqual({ n: 1 });
  notebook.close();
});

test('a symbolic link leads to the same notebook', () => {
  const path = newNotebook();
  const folder = join(path, '..', 'desk');
  mkdirSync(folder);
  const link = join(folder, 'link.lectern');
  symlinkSync(path, link);
  const notebook = openNotebook(link);
  expect(failureOf(() => openNotebook(path)).code).toBe('notebook-in-use');
  notebook.close();
  expect(readdirSync(folder)).toEqual(['link.lectern']);
});

test.each([
  ['deleted', (path: string) => rmSync(path)],
  ['moved', (path: string) => renameSync(path, `${path}.elsewhere`)],
  [
    'replaced',
    (path: string) => {
      createNotebook(`${path}.new`).close();
      renameSync(`${path}.new`, path);
    },
  ],
])(
  'a notebook that is %s while it is open takes no more deeds, and can still be saved as a backup',
  async (_how, away) => {
    const path = newNotebook();
    const notebook = openNotebook(path);
    const tag = (name: string) =>
      notebook.write({ deed: 'create-tag', subject: name }, (connection) => addTag(connection, name));
    tag('Before');
    away(path);
    expect(failureOf(() => tag('After')).code).toBe('notebook-moved');
    expect(failureOf(() => notebook.undo()).code).toBe('notebook-moved');
    expect(notebook.read((connection) => connection.all('SELECT name FROM tags'))).toEqual([{ name: 'Before' }]);
    const copy = join(path, '..', 'copy.lectern');
    await notebook.backup(copy, { verify: verifyHere });
    notebook.close();
    const saved = openNotebook(copy);
    expect(saved.read((connection) => connection.all('SELECT name FROM tags'))).toEqual([{ name: 'Before' }]);
    saved.close();
  },
);

test('a notebook that is back in its place takes deeds again', () => {
  const path = newNotebook();
  const notebook = openNotebook(path);
  const tag = () => notebook.write({ deed: 'create-tag', subject: 'War' }, (connection) => addTag(connection, 'War'));
  renameSync(path, `${path}.elsewhere`);
  expect(failureOf(tag).code).toBe('notebook-moved');
  renameSync(`${path}.elsewhere`, path);
  tag();
  notebook.close();
  expect(readdirSync(resolve(path, '..'))).toEqual(['war.lectern']);
});
