import { type Connection, sources } from '../../db/index.ts';

/** How the history speaks of sources: the title of one; of several the first, and how many more there are. */
export function titlesOf(connection: Connection, ids: readonly string[]): string {
  const [first, ...others] = new Set(ids);
  if (first === undefined) return '';
  const title = sources.title(connection, first);
  return others.length === 0 ? title : `${title} (+${others.length})`;
}
