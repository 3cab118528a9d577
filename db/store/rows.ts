import { LecternError, type Noun } from '../model/index.ts';

/** A time as the notebook keeps it (milliseconds since 1970-01-01 UTC), as the contract spells it. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Reads a column that the schema promises to be a JSON array of strings. */
export function stringList(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

/**
 * The row, or the failure that says it is not there.
 * @throws LecternError `not-found`
 */
export function found<T>(row: T | undefined, noun: Noun | 'outline item' | 'import' | 'image', id: string): T {
  if (row === undefined) {
    throw new LecternError('not-found', `There is no ${noun} “${id}” in this notebook.`, { noun, id });
  }
  return row;
}

/** A text as one line of a list. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
