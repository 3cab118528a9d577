import type { Change } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { TRACKED } from './tracked.ts';

type Row = Readonly<Record<string, unknown>>;

/** A row before and after an undo or redo; null where there is none. */
export interface RowChange {
  readonly table: string;
  readonly was: Row | null;
  readonly is: Row | null;
}

/** Things that say for themselves whether they are there: other tables' rows are parts of things. */
const THINGS: ReadonlySet<string> = new Set([
  'sources',
  'collections',
  'highlights',
  'tags',
  'entities',
  'entity_types',
  'mentions',
  'relations',
  'notes',
  'outlines',
]);

/** What changed for those who look at things, not rows: each thing once. */
export function toChanges(connection: Connection, rows: readonly RowChange[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { table, was, is } of rows) {
    for (const [place, { noun, idColumn }] of (TRACKED[table] ?? []).entries()) {
      for (const id of new Set([was?.[idColumn], is?.[idColumn]])) {
        if (typeof id !== 'string') continue;
        // Only the first noun of a table is the thing itself; the others are touched by it.
        const deed = THINGS.has(table) && place === 0 ? deedOf(was, is) : 'updated';
        const key = `${noun} ${id}`;
        if (deed === 'updated' && changes.has(key)) continue;
        const sourceId =
          noun === 'highlight' || noun === 'mention' ? sourceOf(connection, table, id, was ?? is) : undefined;
        changes.set(key, { noun, id, deed, ...(sourceId === undefined ? {} : { sourceId }) });
      }
    }
  }
  return [...changes.values()];
}

function deedOf(was: Row | null, is: Row | null): Change['deed'] {
  if (isThere(was) === isThere(is)) return 'updated';
  return isThere(is) ? 'created' : 'removed';
}

function isThere(row: Row | null): boolean {
  return row !== null && (row['trashed_at'] ?? null) === null;
}

function sourceOf(connection: Connection, table: string, id: string, row: Row | null): string | undefined {
  const own = row?.['source_id'];
  if (typeof own === 'string') return own;
  if (table !== 'highlight_tags') return undefined;
  return connection.get<{ source: string }>('SELECT source_id AS source FROM highlights WHERE id = ?', id)?.source;
}
