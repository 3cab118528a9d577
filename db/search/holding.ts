import type { Connection } from '../sqlite/connection.ts';
import { tokens } from './tokens.ts';

/** Forms of a word, any of which will do. */
export type Forms = readonly string[];

/** More alternatives than these make a query slower than reading the texts. */
const MOST_ALTERNATIVES = 2000;

/**
 * Blocks of sources outside the trash that hold all words of one of these names, in the order of the sources and of
 * their text; null where there are too many names to ask the index. It knows words, not what stands between them, so
 * not every block it gives holds a name.
 * @returns ids of blocks, the row ids of their table
 */
export function blocksHolding(
  connection: Connection,
  names: readonly (readonly Forms[])[],
  sourceId?: string,
): number[] | null {
  if (names.flat(2).length > MOST_ALTERNATIVES) return null;
  const spelled = names.map((words) => allOf(words.map((forms) => anyOf(forms.map(phrase)))));
  const match = anyOf(spelled);
  if (match === '') return [];
  return connection
    .all<{ id: number }>(
      `SELECT b.id FROM (SELECT rowid AS id FROM block_index WHERE block_index MATCH ?) AS found
       CROSS JOIN blocks b ON b.id = found.id
       CROSS JOIN sources s ON s.id = b.source_id AND s.trashed_at IS NULL
       WHERE b.source_id = coalesce(?, b.source_id)
       ORDER BY s.created_at, s.id, b.number`,
      match,
      sourceId ?? null,
    )
    .map(({ id }) => id);
}

/**
 * Entities outside the trash with one of these words in a name; a word that ends in `*` may go on. Null where there are
 * too many words to ask the index.
 */
export function entitiesNamed(connection: Connection, words: readonly string[]): string[] | null {
  if (words.length > MOST_ALTERNATIVES) return null;
  const match = anyOf(words.map((word) => phrase(word) + (word.endsWith('*') && phrase(word) !== '' ? ' *' : '')));
  if (match === '') return [];
  connection.catchUp();
  return connection
    .all<{ id: string }>(
      `SELECT k.item_id AS id FROM item_index CROSS JOIN item_index_keys k ON k.id = item_index.rowid
       WHERE item_index MATCH ? AND k.noun = 'entity'`,
      `title : (${match})`,
    )
    .map(({ id }) => id);
}

/** As FTS5 spells it: letters and digits in quotation marks, so that nothing in it can be taken for syntax. */
function phrase(word: string): string {
  const parts = tokens(word);
  return parts.length === 0 ? '' : `"${parts.join(' ')}"`;
}

function anyOf(parts: readonly string[]): string {
  const there = [...new Set(parts)].filter((part) => part !== '');
  return there.length < 2 ? there.join('') : `(${there.join(' OR ')})`;
}

function allOf(parts: readonly string[]): string {
  const there = [...new Set(parts)].filter((part) => part !== '');
  return there.length < 2 ? there.join('') : `(${there.join(' AND ')})`;
}
