import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MIGRATIONS, migrate, SCHEMA_VERSION } from '../migrations/index.ts';
import { LecternError, type SalvageReport } from '../model/index.ts';
import { installFolding, rebuildIndexes } from '../search/index.ts';
import { createCore } from '../sqlite/connection.ts';
import { inOurWords } from '../sqlite/failures.ts';
import { APPLICATION_ID, createHandle, type Handle, openHandle, sqliteCode } from '../sqlite/handle.ts';
import { fileKey } from '../sqlite/identity.ts';
import { assertFree, putInPlace } from '../sqlite/place.ts';
import { removeUnfinished, unfinishedName } from '../sqlite/unfinished.ts';
import { collect, homesOf, type Row } from './collect.ts';
import { mendRow } from './mend-row.ts';
import { openPages } from './page-file.ts';
import { detachLost, refersToWhatIsThere } from './references.ts';
import { type Table, tablesOf } from './tables.ts';
import { mendTexts, type Reread } from './texts.ts';
import type { Walk } from './trees.ts';

const FIRST_VERSION = 1;

/**
 * Saves whatever can be read of a damaged notebook into a new one: row by row, without asking SQLite to understand the
 * file. The damaged one is not touched. Texts are held against their hashes; one that is not what was imported is read
 * anew from its original where that is whole, and otherwise kept as it is and called damaged. The new notebook is
 * complete, sound, and has no history.
 * @throws LecternError `file-missing`, `not-a-notebook`, `newer-notebook`, `notebook-in-use`, `notebook-damaged` where
 *   nothing at all can be read, `file-exists`, `name-too-long`, `folder-missing`, `cannot-write` or `disk-full`
 */
export async function salvageNotebook(path: string, target: string, reread?: Reread): Promise<SalvageReport> {
  fileKey(path);
  assertFree(target);
  const folder = mkdtempSync(join(tmpdir(), 'lectern-salvage-'));
  const unfinished = unfinishedName(target);
  try {
    const report = await fill(unfinished, readable(path, folder), target, reread);
    putInPlace(unfinished, target);
    return report;
  } catch (error) {
    throw inOurWords(error);
  } finally {
    removeUnfinished(unfinished);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes away what a salvage into `target` left that was ended from outside, with the thread of this process it was in. */
export function clearSalvage(target: string): void {
  removeUnfinished(unfinishedName(target));
}

/** The file as it is once an interrupted deed is taken back, which is done on a copy. */
function readable(path: string, folder: string): string {
  assertNobodyHas(path);
  const journal = ['-journal', '-wal'].find((sidecar) => existsSync(`${path}${sidecar}`));
  if (journal === undefined) return path;
  const copy = join(folder, basename(path));
  copyFileSync(path, copy);
  copyFileSync(`${path}${journal}`, `${copy}${journal}`);
  try {
    const handle = openHandle(copy, false);
    handle.pragma('journal_mode = DELETE');
    handle.close();
    return copy;
  } catch {
    // A journal that cannot be used leaves the file as it was.
    return path;
  }
}

function assertNobodyHas(path: string): void {
  let handle: Handle | undefined;
  try {
    handle = openHandle(path, true);
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) return;
    throw new LecternError('notebook-in-use', 'The notebook is open in another program.', { path }, error);
  } finally {
    handle?.close();
  }
}

async function fill(
  unfinished: string,
  path: string,
  target: string,
  reread: Reread | undefined,
): Promise<SalvageReport> {
  const file = openPages(path);
  const handle = createHandle(unfinished);
  try {
    const version = versionOf(file.header);
    const migrations = MIGRATIONS.filter((migration) => migration.version <= version);
    const tables = tablesOf(migrations);
    handle.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(handle, migrations);
    handle.pragma('foreign_keys = OFF');
    const walk: Walk = { file, met: new Set(), damaged: new Set(), lostRows: 0 };
    handle.exec('BEGIN');
    const { saved, uncertain } = insertAll(handle, walk, tables);
    const texts = await mendTexts(handle, reread);
    const detached = detachLost(handle, tables);
    handle.exec('COMMIT');
    finish(handle);
    if (Object.values(saved).every((rows) => rows === 0)) {
      throw new LecternError('notebook-damaged', 'Nothing of this file can be read as a notebook.');
    }
    const { damaged, lostRows } = walk;
    return {
      path: target,
      saved,
      damagedPages: damaged.size,
      pages: file.count,
      lostRows,
      uncertain,
      ...texts,
      detached,
    };
  } finally {
    handle.close();
    file.close();
  }
}

/** The version of the schema; this program's own where the header says none that there was. */
function versionOf(header: Buffer): number {
  const version = header.readUInt32BE(60);
  if (header.readUInt32BE(68) !== APPLICATION_ID || version < FIRST_VERSION || version > 0xffff) return SCHEMA_VERSION;
  if (version <= SCHEMA_VERSION) return version;
  throw new LecternError('newer-notebook', 'The notebook was made by a newer version of Lectern.');
}

function insertAll(
  handle: Handle,
  walk: Walk,
  tables: readonly Table[],
): { saved: Record<string, number>; uncertain: string[] } {
  const saved = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const take = (table: Table, row: Row): boolean => {
    // What a new notebook has from the beginning is the researcher's own in an old one.
    const verb = table.name === 'entity_types' ? 'REPLACE' : 'IGNORE';
    const taken = insert(handle, verb, table, row) || insert(handle, 'IGNORE', table, mendRow(table.name, row));
    if (taken) saved[table.name] = (saved[table.name] ?? 0) + 1;
    return taken;
  };
  const { strays, uncertain } = collect(walk, tables, take);
  // Two tables can hold rows of the same looks; then it is of the one that takes it, where what it refers to is there.
  const doubtful: (readonly { table: Table; row: Row }[])[] = [];
  for (const stray of strays) {
    const [only, ...more] = homesOf(stray, tables);
    if (only === undefined) walk.lostRows++;
    else if (more.length > 0) doubtful.push([only, ...more]);
    else take(only.table, only.row);
  }
  for (const homes of doubtful) {
    const likely = homes.filter(({ table, row }) => refersToWhatIsThere(handle, table.name, row));
    for (const { table, row } of likely) if (take(table, row)) break;
    if (likely.length === 0) walk.lostRows++;
  }
  // Texts and originals are held against their hashes, which is certainty enough.
  return { saved, uncertain: uncertain.filter((name) => name !== 'blocks' && name !== 'original_pieces') };
}

function insert(handle: Handle, verb: 'REPLACE' | 'IGNORE', table: Table, row: Row | undefined): boolean {
  if (row === undefined) return false;
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const marks = names.map(() => '?').join(', ');
  try {
    return (
      handle
        .prepare<unknown[]>(`INSERT OR ${verb} INTO "${table.name}" (${columns}) VALUES (${marks})`)
        .run(...Object.values(row)).changes > 0
    );
  } catch (error) {
    // A value that is none of its column's, or that its table's rules cannot even be held against, as broken JSON.
    if (/^SQLITE_(?:CONSTRAINT|ERROR|MISMATCH|TOOBIG)/.test(sqliteCode(error) ?? '')) return false;
    throw error;
  }
}

/** Brings the new notebook to this version and makes what is derived, as every notebook has it. */
function finish(handle: Handle): void {
  migrate(handle, MIGRATIONS);
  const nobody = () => {
    throw new Error('Indexes have no time and no name.');
  };
  const core = createCore(handle, { now: nobody, newId: nobody, inPlace: () => true });
  installFolding(core);
  handle.exec('BEGIN');
  rebuildIndexes(core);
  handle.exec('COMMIT');
}
