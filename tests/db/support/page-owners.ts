import Database from 'better-sqlite3';
import { openPages } from '../../../db/salvage/page-file.ts';
import { isLeaf, kindOf, rowsBelow, type Walk } from '../../../db/salvage/trees.ts';

/** Which pages of a sound file the rows of a table stand in, and how many rows begin in each. */
export interface Owners {
  readonly pages: ReadonlyMap<string, ReadonlySet<number>>;
  /** How many rows a page can take with it: its cells, or one where it continues a row. */
  rowsOn(page: number): number;
}

export function ownersOf(path: string): Owners {
  const handle = new Database(path, { readonly: true });
  const roots = handle
    .prepare<[], { name: string; root: number }>(
      "SELECT name, rootpage AS root FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 UNION ALL SELECT 'sqlite_schema', 1",
    )
    .all();
  handle.close();
  const file = openPages(path);
  const pages = new Map<string, Set<number>>();
  for (const { name, root } of roots) {
    const walk: Walk = { file, met: new Set(), damaged: new Set(), lostRows: 0 };
    for (const _ of rowsBelow(walk, root));
    pages.set(name, walk.met);
  }
  const cells = new Map<number, number>();
  for (let number = 1; number <= file.count; number++) {
    const page = file.page(number);
    if (page && isLeaf(kindOf(page, number))) cells.set(number, page.readUInt16BE(3));
  }
  file.close();
  return { pages, rowsOn: (page) => cells.get(page) ?? 1 };
}

/** For each table, those whose rows cannot be without it, and those of these. */
export function dependentsOf(path: string): (table: string) => ReadonlySet<string> {
  const handle = new Database(path, { readonly: true });
  const links = handle
    .prepare<[], { child: string; parent: string }>(
      `SELECT m.name AS child, f."table" AS parent FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table'`,
    )
    .all();
  handle.close();
  return (table) => {
    const found = new Set([table]);
    for (let size = 0; size !== found.size; ) {
      size = found.size;
      for (const { child, parent } of links) if (found.has(parent)) found.add(child);
    }
    found.delete(table);
    return found;
  };
}
