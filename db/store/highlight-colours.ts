/** Colours of highlights that somebody else gave a meaning to: counted, and said anew as tags. */
import type { Colour } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { list, update } from './highlights.ts';
import { idsOfNames } from './tags.ts';

const THERE = 'trashed_at IS NULL AND source_id IN (SELECT value FROM json_each(?))';

/** How many highlights of each colour the sources have, the most frequent first. */
export function ofSources(
  connection: Connection,
  sourceIds: readonly string[],
): { readonly colour: Colour; readonly count: number }[] {
  return connection.all<{ colour: Colour; count: number }>(
    `SELECT colour, count(*) AS count FROM highlights WHERE ${THERE} GROUP BY colour ORDER BY count DESC, colour`,
    JSON.stringify(sourceIds),
  );
}

/** Gives every highlight of a colour one tag more; answers how many highlights that were. */
export function tagAll(
  connection: Connection,
  sourceIds: readonly string[],
  tags: readonly { readonly colour: Colour; readonly tag: string }[],
): number {
  let tagged = 0;
  for (const { colour, tag } of tags) {
    const added = idsOfNames(connection, [tag]);
    const rows = connection.all<{ id: string }>(
      `SELECT id FROM highlights WHERE ${THERE} AND colour = ?`,
      JSON.stringify(sourceIds),
      colour,
    );
    for (const { id, tagIds } of list(connection, { ids: rows.map((row) => row.id) })) {
      update(connection, id, { tagIds: [...new Set([...tagIds, ...added])] });
      tagged++;
    }
  }
  return tagged;
}
