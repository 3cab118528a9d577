import type { Handle } from '../sqlite/handle.ts';

export interface Columns {
  readonly all: readonly string[];
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[];
}

/** The columns a table has in this very file. */
export function columnsOf(handle: Handle, table: string): Columns {
  const rows = handle
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid')
    .all(table);
  const key = rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  return { all: rows.map(({ name }) => name), key: key.map(({ name }) => name) };
}

/** An identifier as SQL spells it: `end` is a keyword. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
