import { type Migration, migrate } from '../migrations/index.ts';
import { createMemoryHandle, type Handle } from '../sqlite/handle.ts';
import type { Value } from './records.ts';
import type { RawRow } from './trees.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** A table whose rows are saved, as its records are laid out in the file. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Which column is the row's own number and not written in the record; none where undefined. */
  readonly rowid: string | undefined;
  /** Whether its rows stand in an index (WITHOUT ROWID). */
  readonly isIndex: boolean;
}

/** What is made anew, or means nothing in another file: the full-text tables, the history, SQLite's own counters. */
const LEFT_OUT = /^(?:sqlite_|block_index|item_index|history_)/;

/** The tables of a version of the schema, parents before what refers to them. */
export function tablesOf(migrations: readonly Migration[]): Table[] {
  const handle = createMemoryHandle();
  try {
    migrate(handle, migrations);
    return handle
      .prepare<[], { name: string; wr: number }>(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
      )
      .all()
      .filter(({ name }) => !LEFT_OUT.test(name))
      .map(({ name, wr }) => tableOf(handle, name, wr === 1));
  } finally {
    handle.close();
  }
}

interface Info {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

function tableOf(handle: Handle, name: string, isIndex: boolean): Table {
  const infos = handle.prepare<[string], Info>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(name);
  const key = infos.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  // A table without row numbers is written key first (https://sqlite.org/withoutrowid.html).
  const ordered = isIndex ? [...key, ...infos.filter(({ pk }) => pk === 0)] : infos;
  const [only] = key;
  const rowid = !isIndex && key.length === 1 && only?.type === 'INTEGER' ? only.name : undefined;
  return {
    name,
    isIndex,
    rowid,
    columns: ordered.map(({ name: column, type, notnull, pk }) => ({
      name: column,
      type,
      required: notnull === 1 || pk > 0,
    })),
  };
}

/** A row by column; columns that were added after it was written are left out. Undefined where it is no row of the table. */
export function rowOf(table: Table, { isIndex, rowid, values }: RawRow): Record<string, Value> | undefined {
  if (isIndex !== table.isIndex) return undefined;
  if (values.length > table.columns.length || values.length === 0) return undefined;
  const row: Record<string, Value> = {};
  for (const [at, value] of values.entries()) {
    const column = table.columns[at];
    if (column === undefined) return undefined;
    row[column.name] = column.name === table.rowid ? rowid : value;
  }
  return row;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;

/** Whether a row found in a page that nobody points at looks like one of this table. */
export function looksLike(table: Table, { isIndex, values }: RawRow): boolean {
  if (isIndex !== table.isIndex) return false;
  if (values.length !== table.columns.length) return false;
  return table.columns.every(({ name, type, required }, at) => {
    const value = values[at] ?? null;
    if (name === table.rowid) return value === null;
    if (value === null) return !required;
    if (type === 'INTEGER') return typeof value === 'number' || typeof value === 'bigint';
    if (type === 'BLOB') return Buffer.isBuffer(value);
    if (typeof value !== 'string') return false;
    if (name.endsWith('sha256')) return HASH.test(value);
    return name === 'id' || name.endsWith('_id') ? ID.test(value) : true;
  });
}
