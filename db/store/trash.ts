import { LecternError, type Noun } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { doomed, type Mortal } from './doomed.ts';
import * as entities from './entities.ts';
import * as highlights from './highlights.ts';
import * as notes from './notes.ts';
import * as outlines from './outlines.ts';
import { isoTime } from './rows.ts';
import * as sources from './sources.ts';
import * as tagTree from './tag-tree.ts';

/** A thing in the trash. */
export interface Trashed {
  readonly noun: Noun;
  readonly id: string;
  readonly title: string;
  /** When it was put there. */
  readonly at: string;
  /** Something outside of the trash still needs it, so that it stays when the trash is emptied. */
  readonly needed: boolean;
}

const ALL = `
  SELECT 'source' AS noun, id, title, trashed_at AS at FROM sources
  UNION ALL SELECT 'highlight', id, substr(quote, 1, 200), trashed_at FROM highlights
  UNION ALL SELECT 'tag', id, name, trashed_at FROM tags
  UNION ALL SELECT 'entity', id, name, trashed_at FROM entities
  UNION ALL SELECT 'note', id, title, trashed_at FROM notes
  UNION ALL SELECT 'outline', id, title, trashed_at FROM outlines`;

const RESTORE: Partial<Readonly<Record<Noun, (connection: Connection, id: string) => void>>> = {
  source: sources.restore,
  highlight: highlights.restore,
  tag: tagTree.restore,
  entity: entities.restore,
  note: notes.restore,
  outline: outlines.restore,
};

/** What is in the trash, what came last first. A source that is still coming in (its time is 0) is not. */
export function list(connection: Connection): Trashed[] {
  const going = doomed(connection);
  return connection
    .all<Omit<Trashed, 'at' | 'needed'> & { at: number }>(
      `SELECT * FROM (${ALL}) WHERE at > 0 ORDER BY at DESC, id DESC`,
    )
    .map((row) => ({ ...row, at: isoTime(row.at), needed: !going[row.noun as Mortal].has(row.id) }));
}

/** @throws LecternError `not-found` where no such thing is in the trash */
export function get(connection: Connection, noun: Noun, id: string): Trashed {
  const thing = list(connection).find((candidate) => candidate.noun === noun && candidate.id === id);
  if (!thing) throw new LecternError('not-found', `There is no ${noun} “${id}” in the trash.`, { noun, id });
  return thing;
}

/** Takes a thing out of the trash. @throws LecternError `not-found`, `name-taken` for a tag */
export function restore(connection: Connection, noun: Noun, id: string): Trashed {
  const thing = get(connection, noun, id);
  RESTORE[noun]?.(connection, id);
  return thing;
}
