import type { Value } from './records.ts';
import { looksLike, rowOf, type Table } from './tables.ts';
import { isLeaf, kindOf, meetFreePages, type RawRow, rowsBelow, type Walk } from './trees.ts';

export type Row = Record<string, Value>;

export interface Collected {
  /** Rows that stood where nothing says of which table they are; one may be an older state of another. */
  readonly strays: readonly RawRow[];
  /** Tables of which pages could not be read, so that more may be lost than anybody can count. */
  readonly uncertain: readonly string[];
}

/**
 * Hands over every row that can be read: those of each table, walking around damaged pages. What is left are rows that
 * stand in the tree of a table and are none of its own, as after pages were swapped, and those in pages that nothing
 * leads to any more, because what led there is damaged.
 * @param take answers whether the table has room for the row
 */
export function collect(walk: Walk, tables: readonly Table[], take: (table: Table, row: Row) => boolean): Collected {
  const roots = rootsOf(walk);
  const strays: RawRow[] = [];
  const uncertain: string[] = [];
  for (const table of tables) {
    const root = roots.get(table.name);
    const { size } = walk.damaged;
    for (const raw of root === undefined ? [] : rowsBelow(walk, root)) {
      const row = rowOf(table, raw);
      if (!(row && take(table, row))) strays.push(raw);
    }
    if (root === undefined || walk.damaged.size > size) uncertain.push(table.name);
  }
  // What belongs to indexes and to tables that are left out belongs to somebody; what is wrong there is made anew.
  const ours = new Set(tables.map(({ name }) => name));
  const others: Walk = { ...walk, damaged: new Set() };
  for (const [name, root] of roots) {
    if (ours.has(name)) continue;
    for (const raw of rowsBelow(others, root)) {
      // A row of a table in an index, or in the full text's own tables, is there by mistake; entries of an index can look like anything.
      if (!raw.isIndex && tables.some((table) => looksLike(table, raw))) strays.push(raw);
    }
  }
  meetFreePages(walk);
  return { strays: [...strays, ...orphans(walk)], uncertain };
}

/** Where each table and index begins, by its name; what of the schema cannot be read is missing. */
function rootsOf(walk: Walk): Map<string, number> {
  const roots = new Map<string, number>();
  for (const { values } of rowsBelow(walk, 1)) {
    const [, name, , root] = values;
    if (typeof name === 'string' && typeof root === 'number' && root > 1) roots.set(name, root);
  }
  return roots;
}

function* orphans(walk: Walk): Generator<RawRow> {
  for (let number = 2; number <= walk.file.count; number++) {
    if (walk.met.has(number)) continue;
    const page = walk.file.page(number);
    if (!isLeaf(page && kindOf(page, number))) continue;
    const aside: Walk = { ...walk, damaged: new Set(), lostRows: 0 };
    yield* rowsBelow(aside, number);
  }
}

/** The tables a stray could be of, and it as a row of each. */
export function homesOf(raw: RawRow, tables: readonly Table[]): { table: Table; row: Row }[] {
  return tables
    .filter((table) => looksLike(table, raw))
    .flatMap((table) => {
      const row = rowOf(table, raw);
      return row ? [{ table, row }] : [];
    });
}
