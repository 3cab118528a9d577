import type { PageFile } from './page-file.ts';
import { decodeRecord, payload, type Value, varint } from './records.ts';

export interface RawRow {
  /** Whether it stands in a page of an index, where rows have no number. */
  readonly isIndex: boolean;
  readonly rowid: number;
  readonly values: readonly Value[];
}

/** What a walk through a file has met so far. */
export interface Walk {
  readonly file: PageFile;
  /** Pages that belong to something. */
  readonly met: Set<number>;
  /** Pages of the walked trees that could not be read as what they have to be. */
  readonly damaged: Set<number>;
  /** Rows that stand in readable pages and are none themselves. */
  lostRows: number;
}

/** Kinds of b-tree pages (https://sqlite.org/fileformat2.html, 1.6). */
const INDEX_INNER = 0x02;
const TABLE_INNER = 0x05;
const INDEX_LEAF = 0x0a;
const TABLE_LEAF = 0x0d;

type PageKind = typeof INDEX_INNER | typeof TABLE_INNER | typeof INDEX_LEAF | typeof TABLE_LEAF;

export const isLeaf = (kind: number | undefined): boolean => kind === INDEX_LEAF || kind === TABLE_LEAF;

/** The kind of a page, by its first byte; the first page begins after the header of the file. */
export function kindOf(page: Buffer, number: number): number | undefined {
  return page[number === 1 ? 100 : 0];
}

/** Every row that can be read below a page, in the order of the tree, walking around what is damaged. */
export function* rowsBelow(walk: Walk, root: number): Generator<RawRow> {
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (walk.met.has(number)) continue;
    walk.met.add(number);
    const page = walk.file.page(number);
    const kind = page && kindOf(page, number);
    if (page === undefined || !isKind(kind)) {
      walk.damaged.add(number);
      continue;
    }
    const { children, rows } = readPage(walk, page, number, kind);
    yield* rows;
    waiting.push(...children.toReversed());
  }
}

const isKind = (kind: number | undefined): kind is PageKind =>
  kind === INDEX_INNER || kind === TABLE_INNER || kind === INDEX_LEAF || kind === TABLE_LEAF;

function readPage(walk: Walk, page: Buffer, number: number, kind: PageKind): { children: number[]; rows: RawRow[] } {
  const from = number === 1 ? 100 : 0;
  const inner = kind === INDEX_INNER || kind === TABLE_INNER;
  const head = from + (inner ? 12 : 8);
  const cells = page.readUInt16BE(from + 3);
  const children: number[] = [];
  const rows: RawRow[] = [];
  if (head + cells * 2 > walk.file.usable) {
    walk.damaged.add(number);
    return { children, rows };
  }
  for (let cell = 0; cell < cells; cell++) {
    let at = page.readUInt16BE(head + cell * 2);
    if (at < head || at + 4 > walk.file.usable) {
      walk.damaged.add(number);
      continue;
    }
    if (inner) {
      children.push(page.readUInt32BE(at));
      at += 4;
    }
    if (kind === TABLE_INNER) continue;
    const row = readCell(walk, page, at, kind === TABLE_LEAF);
    if (row) rows.push(row);
    else walk.lostRows++;
  }
  if (inner) children.push(page.readUInt32BE(from + 8));
  return { children, rows };
}

function readCell(walk: Walk, page: Buffer, from: number, isTable: boolean): RawRow | undefined {
  const { usable } = walk.file;
  const size = varint(page, from);
  if (size === undefined) return undefined;
  let at = from + size.length;
  let rowid = 0;
  if (isTable) {
    const key = varint(page, at);
    if (key === undefined) return undefined;
    rowid = key.value;
    at += key.length;
  }
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const bytes = payload(walk.file, page, at, size.value, most, (number) => walk.met.add(number));
  const values = bytes && decodeRecord(bytes);
  return values && { isIndex: !isTable, rowid, values };
}

/** Marks the pages that are free, whose content is what was deleted. */
export function meetFreePages(walk: Walk): void {
  const { file, met } = walk;
  let trunk = file.header.readUInt32BE(32);
  while (trunk !== 0 && !met.has(trunk)) {
    const page = file.page(trunk);
    if (page === undefined) return;
    met.add(trunk);
    const leaves = Math.min(page.readUInt32BE(4), (file.usable - 8) / 4);
    for (let leaf = 0; leaf < leaves; leaf++) met.add(page.readUInt32BE(8 + leaf * 4));
    trunk = page.readUInt32BE(0);
  }
}
