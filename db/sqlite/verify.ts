import { LecternError } from '../model/index.ts';
import type { Handle } from './handle.ts';

/** Above this many bytes opening would be felt, so the look at every page is left to `check`. */
const QUICK_LIMIT = 64 * 1024 * 1024;

/** The full-text tables are derived: what is wrong with them alone is no damage of the notebook. */
export const ABOUT_AN_INDEX = /fts5/i;

/**
 * Makes sure SQLite finds the file sound. `thorough` compares indexes with their tables too and is never skipped.
 * Flipped bytes inside a text go unseen here; `checkNotebook` finds them by the texts' own hashes.
 * Answers whether a full-text index contradicts itself.
 * @throws LecternError `notebook-damaged` with the first thing found
 */
export function verify(handle: Handle, { thorough, size }: { thorough: boolean; size: number }): boolean {
  if (!thorough && size > QUICK_LIMIT) return false;
  const found = integrityFindings(handle, thorough ? 'integrity_check' : 'quick_check', 10);
  const first = found.find((line) => !ABOUT_AN_INDEX.test(line));
  if (first === undefined) return found.length > 0;
  throw new LecternError('notebook-damaged', `The notebook file is damaged: ${first}.`, { finding: first });
}

/** What SQLite finds wrong, one line each; empty where nothing is. */
export function integrityFindings(handle: Handle, check: 'integrity_check' | 'quick_check', limit: number): string[] {
  const lines = handle.prepare<[], string>(`PRAGMA ${check}(${limit})`).pluck().all();
  return lines.filter((line) => line !== 'ok').flatMap((line) => line.split('\n'));
}
