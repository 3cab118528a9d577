/**
 * What lies beside a notebook under the names SQLite uses. It takes whatever it finds there for the notebook's own: a
 * write-ahead log of another file is read in even where the notebook never had one, and a journal of another file is
 * rolled back into it. So they are looked at before SQLite sees them, and what is not the notebook's is moved aside.
 */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { LecternError } from '../model/index.ts';
import { isDiskFull } from './failures.ts';
import { APPLICATION_ID, type Handle, openHandle, sqliteCode } from './handle.ts';
import { journalKind } from './journal-kind.ts';
import { pieceOf, sizeOf } from './piece.ts';
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
  const kind = left === journal ? journalKind(journal, path, header) : 'own';
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
    // A journal of another database would have made it that database, sound and whole.
    if (handle.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new LecternError('notebook-damaged', 'With what lies beside it the file is no notebook.');
    }
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
