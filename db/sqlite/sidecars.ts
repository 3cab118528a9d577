/**
 * What lies beside a notebook under the names SQLite uses. It takes whatever it finds there for the notebook's own: a
 * write-ahead log of another file is read in even where the notebook never had one, and a journal of another file is
 * rolled back into it. So they are looked at before SQLite sees them, and what is not the notebook's is moved aside.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { LecternError } from '../model/index.ts';
import { isDiskFull } from './failures.ts';
import { APPLICATION_ID, type Handle, openHandle, sqliteCode } from './handle.ts';
import { wasReplaced } from './owner.ts';
import { verify } from './verify.ts';

export interface Settled {
  /** Whoever had the notebook open did not close it, and left a journal that is the notebook's own. */
  readonly unclean: boolean;
  /** What a look at the whole of it came to, where there was one: it is sound, but its full-text index may not be. */
  readonly looked: { readonly indexDamaged: boolean } | undefined;
  /** Names of files that were moved aside, as they are called now. */
  readonly aside: readonly string[];
}

/**
 * Decides about journals that lie beside a notebook nobody of this process has open.
 * @throws LecternError `notebook-damaged` where the notebook is sound neither with its journal nor without, or what
 *   SQLite says where another program has it open
 */
export function settleSidecars(path: string, now: number): Settled {
  const aside = [...settleLogs(path, now, true).aside];
  const moveAside = (name: string) => void aside.push(moved(name, now));
  const header = pieceOf(path, 0, 100);
  const wal = `${path}-wal`;
  const journal = `${path}-journal`;
  const left = isLogged(header) && existsSync(wal) ? wal : existsSync(journal) ? journal : undefined;
  if (left === undefined) return { unclean: false, looked: undefined, aside };
  if (sizeOf(left) === 0) return { unclean: true, looked: undefined, aside };
  const kind = left === journal ? kindOf(journal, path, header) : 'own';
  if (kind === 'none') {
    // SQLite would not read it, but remove it.
    moveAside(journal);
    return { unclean: true, looked: undefined, aside };
  }
  if (kind === 'done' || !isAbandoned(path)) return { unclean: true, looked: undefined, aside };
  const tried = tryOut(path, left, kind);
  if (tried?.way === 'without') moveAside(left);
  return { unclean: true, looked: tried, aside };
}

/**
 * Decides about the write-ahead log alone, which SQLite reads in even when it only looks.
 * @param mayMove whether what is not the notebook's own can be moved aside
 * @throws LecternError `stray-journal` where it would have to be and cannot
 */
export function settleLogs(path: string, now: number, mayMove: boolean): { readonly aside: readonly string[] } {
  if (isLogged(pieceOf(path, 0, 100))) return { aside: [] };
  const strays = [`${path}-wal`, `${path}-shm`].filter((name) => existsSync(name));
  const [first] = strays;
  if (first !== undefined && !mayMove) throw strayJournal(first);
  return { aside: strays.map((name) => moved(name, now)) };
}

/** Whether the header says that changes go to a write-ahead log (https://sqlite.org/fileformat2.html, 1.3.3). */
function isLogged(header: Buffer): boolean {
  return header[18] === 2 || header[19] === 2;
}

const JOURNAL_MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
/** A journal whose header was wiped is one whose work is done; SQLite leaves it so while it keeps a file to itself. */
const DONE = Buffer.alloc(8);

/**
 * Whose a rollback journal is (https://sqlite.org/fileformat2.html#the_rollback_journal), by the size of its pages, how
 * many there were, whether the file is still the one it was made for, and, where it holds the first page, which change it
 * is of. `done`: there is nothing to take back.
 */
function kindOf(journal: string, path: string, header: Buffer): 'own' | 'foreign' | 'done' | 'none' {
  const head = pieceOf(journal, 0, 28);
  const magic = head.subarray(0, 8);
  if (magic.equals(DONE)) return 'done';
  if (head.length < 28 || !magic.equals(JOURNAL_MAGIC)) return 'none';
  const pageSize = head.readUInt32BE(24);
  const stated = header.readUInt16BE(16);
  if (pageSize !== (stated === 1 ? 65_536 : stated)) return 'foreign';
  if (head.readUInt32BE(16) * pageSize > sizeOf(path)) return 'foreign';
  if (wasReplaced(path)) return 'foreign';
  const first = firstPage(journal, head.readUInt32BE(20), pageSize);
  if (first === undefined) return 'own';
  const change = (page: Buffer) => page.readUInt32BE(24);
  const follows = [0, 1].includes(change(header) - change(first));
  return follows && first.readUInt32BE(68) === APPLICATION_ID ? 'own' : 'foreign';
}

/** The first page of the file as the journal keeps it, where it is among the first pages there. */
function firstPage(journal: string, sector: number, pageSize: number): Buffer | undefined {
  const record = pageSize + 8;
  for (let at = sector; at < sector + 64 * record; at += record) {
    const found = pieceOf(journal, at, 4 + 100);
    if (found.length < 104) return undefined;
    if (found.readUInt32BE(0) === 1) return found.subarray(4);
  }
  return undefined;
}

/** Whether the journal is one nobody is about to finish: asked of SQLite without its changing anything. */
function isAbandoned(path: string): boolean {
  const logged = isLogged(pieceOf(path, 0, 100));
  let probe: Handle | undefined;
  try {
    probe = openHandle(path, true);
    probe.prepare('SELECT count(*) FROM sqlite_schema').get();
    return logged;
  } catch (error) {
    // Somebody is at work; their journal is none of ours to judge.
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error;
    return true;
  } finally {
    probe?.close();
  }
}

interface Tried {
  readonly way: 'with' | 'without';
  readonly indexDamaged: boolean;
}

/**
 * Looks at a copy of the notebook with the journal taken in and at one without it, until one is sound; at the likelier
 * one first. The notebook itself is not touched, so that all is still there for whoever wants to save what can be saved.
 * Undefined where there is no room for copies.
 * @throws LecternError `notebook-damaged`
 */
function tryOut(path: string, sidecar: string, kind: 'own' | 'foreign'): Tried | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-trial-'));
  const attempt = (way: Tried['way']): Tried => {
    const copy = join(folder, way);
    copyFileSync(path, copy);
    if (way === 'with') copyFileSync(sidecar, `${copy}${sidecar.slice(path.length)}`);
    return { way, indexDamaged: look(copy) };
  };
  const [first, second] = kind === 'own' ? (['with', 'without'] as const) : (['without', 'with'] as const);
  try {
    try {
      return attempt(first);
    } catch (finding) {
      if (isDiskFull(finding)) return undefined;
      try {
        return attempt(second);
      } catch {
        throw finding;
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function look(path: string): boolean {
  const handle = openHandle(path, false);
  try {
    handle.exec('BEGIN EXCLUSIVE; COMMIT');
    return verify(handle, { thorough: true, size: 0 });
  } finally {
    handle.close();
  }
}

/** `war.lectern-journal not its own 2026-11-26 15-42-33`: no name SQLite would ever look for. */
function moved(path: string, now: number): string {
  const moment = new Date(now).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  let name = `${basename(path)} not its own ${moment}`;
  for (let number = 2; existsSync(join(dirname(path), name)); number++) {
    name = `${basename(path)} not its own ${moment} ${number}`;
  }
  renameSync(path, join(dirname(path), name));
  return name;
}

function strayJournal(path: string): LecternError {
  const name = basename(path);
  return new LecternError(
    'stray-journal',
    `Beside the notebook lies ${name}, which is not its own and would spoil it; move it away first.`,
    { name },
  );
}

/** Bytes of a file nobody of this process has open; fewer where it ends before. */
function pieceOf(path: string, from: number, count: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(file, bytes, 0, count, from));
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  const file = openSync(path, 'r');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}
