/**
 * Notebooks cut short, with bytes flipped, with pages swapped, and beside journals that are not theirs: nothing crashes,
 * nothing says of a text that it is whole when it is not, and whatever is undamaged is saved.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Connection, openNotebook, salvageNotebook, texts } from '../../db/index.ts';
import { LecternError, sourceText } from '../../db/model/index.ts';
import { fullNotebook, readThrough } from '../db/support/full-notebook.ts';
import { dependentsOf, ownersOf } from '../db/support/page-owners.ts';
import { chance, patience, say, times } from '../support/stress.ts';

const PAGE = 4096;
const folder = mkdtempSync(join(tmpdir(), 'lectern-damage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound = fullNotebook(folder);
const bytes = readFileSync(sound);
const pageCount = bytes.length / PAGE;
const owners = ownersOf(sound);
const dependents = dependentsOf(sound);
const { rows: expected, words } = read(sound);

/** What may be said of a file, and nothing else: a sentence for the researcher. */
const SENTENCES = new Set(['notebook-damaged', 'not-a-notebook', 'strange-notebook', 'stray-journal']);

function read(path: string) {
  const notebook = openNotebook(path);
  try {
    return { rows: notebook.read(readThrough), words: notebook.read(wordsOf) };
  } finally {
    notebook.close();
  }
}

/** Every source's text by its id. */
function wordsOf(c: Connection): Map<string, string> {
  const sources = c.all<{ id: string; blocks: number }>('SELECT id, block_count AS blocks FROM sources');
  return new Map(sources.map(({ id, blocks }) => [id, sourceText(texts.blockRange(c, id, 1, Math.min(blocks, 1000)))]));
}

/** Does something that may be refused with a sentence; whatever else it throws is thrown on. */
function allowed<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof LecternError && SENTENCES.has(error.code)) return undefined;
    throw error;
  }
}

/** Opens it and looks at it as a researcher would: a text that is not what was imported must not be called whole. */
function expectNoSilentLie(path: string): void {
  const notebook = allowed(() => openNotebook(path));
  if (notebook === undefined) return;
  try {
    const report = allowed(() => notebook.check());
    if (!report?.ok) return;
    const found = notebook.read(wordsOf);
    for (const [id, text] of found) expect(text === words.get(id), 'a text that check calls whole').toBe(true);
  } finally {
    notebook.close();
  }
}

/** Whether a page that is left has rows of the researcher's: the first ones of a file list its tables alone. */
function holdsRows(damaged: ReadonlySet<number>): boolean {
  return Object.keys(expected).some((table) => [...(owners.pages.get(table) ?? [])].some((page) => !damaged.has(page)));
}

async function expectSaved(path: string, damaged: ReadonlySet<number>): Promise<void> {
  const target = join(folder, 'saved.lectern');
  rmSync(target, { force: true });
  const report = await salvageNotebook(path, target).catch((error: unknown) =>
    allowed<never>(() => {
      throw error;
    }),
  );
  if (report === undefined) {
    expect(damaged.has(1) || !holdsRows(damaged), 'a file is none only without its first page, or without a row').toBe(
      true,
    );
    return;
  }
  const { rows, words: saved } = read(target);
  const doubtful = new Set(report.texts.map(({ id }) => id));
  for (const [id, text] of saved) {
    if (!doubtful.has(id)) expect(text === words.get(id), `the saved text of ${id}`).toBe(true);
  }
  // Without the list of tables only looks tell rows apart; that is tried elsewhere.
  if ([...(owners.pages.get('sqlite_schema') ?? [])].some((page) => damaged.has(page))) return;
  const touched = [...owners.pages]
    .filter(([, pages]) => [...damaged].some((page) => pages.has(page)))
    .map(([table]) => table);
  const shaken = new Set(touched.flatMap((table) => [table, ...dependents(table)]));
  // Notes are attached, blocks and sources filled up, for what is lost elsewhere.
  if (touched.length > 0) for (const table of ['note_attachments', 'blocks', 'sources', 'originals']) shaken.add(table);
  for (const [table, before] of Object.entries(expected)) {
    const after = rows[table] ?? [];
    if (!shaken.has(table)) expect(after, table).toEqual(before);
    else if (touched.includes(table) && !['blocks', 'sources', 'originals'].includes(table)) {
      const pages = owners.pages.get(table) ?? new Set();
      const most = [...damaged].filter((page) => pages.has(page)).reduce((sum, page) => sum + owners.rowsOn(page), 0);
      const kept = new Set(after);
      const lost = before.filter((row) => !kept.has(row)).length;
      if (dependents(table).size === 0 || touched.length === 1)
        expect(lost, `rows of ${table}`).toBeLessThanOrEqual(most);
    }
  }
}

async function expectSafe(content: Buffer, damaged: ReadonlySet<number>): Promise<void> {
  const path = join(folder, 'damaged.lectern');
  for (const sidecar of ['', '-journal', '-owner']) rmSync(`${path}${sidecar}`, { force: true });
  writeFileSync(path, content);
  expectNoSilentLie(path);
  writeFileSync(path, content);
  await expectSaved(path, damaged);
}

test('cut short at any length', { timeout: patience }, async () => {
  const { below } = chance(1);
  const lengths = times(8, 100);
  for (let turn = 0; turn < lengths; turn++) {
    const length = below(bytes.length);
    const path = join(folder, 'damaged.lectern');
    copyFileSync(sound, path);
    truncateSync(path, length);
    const gone = Array.from({ length: pageCount }, (_, at) => at + 1).filter((page) => page * PAGE > length);
    await expectSafe(readFileSync(path), new Set(gone));
  }
  say(`cut short at ${lengths} lengths`);
});

test('any byte flipped', { timeout: patience }, async () => {
  const { below } = chance(2);
  const flips = times(30, 1000);
  for (let turn = 0; turn < flips; turn++) {
    const at = below(bytes.length);
    const content = Buffer.from(bytes);
    content[at] = (content[at] ?? 0) ^ (1 << below(8));
    await expectSafe(content, new Set([Math.floor(at / PAGE) + 1]));
  }
  say(`${flips} bytes flipped`);
});

test('any two pages swapped', { timeout: patience }, async () => {
  const { below } = chance(3);
  const swaps = times(8, 100);
  for (let turn = 0; turn < swaps; turn++) {
    const [one, other] = [below(pageCount), below(pageCount)];
    const content = Buffer.from(bytes);
    bytes.copy(content, one * PAGE, other * PAGE, (other + 1) * PAGE);
    bytes.copy(content, other * PAGE, one * PAGE, (one + 1) * PAGE);
    await expectSafe(content, new Set([one + 1, other + 1]));
  }
  say(`${swaps} pairs of pages swapped`);
});

test('beside journals and logs that are damaged or of another file', { timeout: patience }, async () => {
  const { below, oneOf } = chance(4);
  const turns = times(8, 100);
  for (let turn = 0; turn < turns; turn++) {
    const path = join(folder, 'beside.lectern');
    for (const sidecar of ['', '-journal', '-wal', '-shm', '-owner']) rmSync(`${path}${sidecar}`, { force: true });
    copyFileSync(sound, path);
    const stray = Buffer.alloc(below(20 * PAGE) + 1);
    for (let at = 0; at < stray.length; at++) stray[at] = below(256);
    // A journal's first bytes, sizes that fit, and then nothing of this file.
    if (oneOf([true, false])) {
      Buffer.from('d9d505f920a163d700000003', 'hex').copy(stray);
      if (stray.length > 28) {
        stray.writeUInt32BE(oneOf([pageCount, below(1000)]), 16);
        stray.writeUInt32BE(512, 20);
        stray.writeUInt32BE(PAGE, 24);
      }
    }
    writeFileSync(`${path}${oneOf(['-journal', '-wal', '-shm'])}`, stray);
    const { rows } = read(path);
    expect(rows).toEqual(expected);
  }
  say(`${turns} strays beside a notebook`);
});
