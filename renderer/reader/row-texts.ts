import type { Block, TextMark } from '../../main/contract/index.ts';
import type { Pages } from './pages.ts';
import { type Part, partAt, partsOfText } from './parts.ts';
import { LONGEST_ROW, type Rows } from './rows.ts';

/** What a row says. */
export interface RowText {
  readonly block: Block;
  readonly part: Part;
  /** What the original marks in it. */
  readonly marks: readonly TextMark[];
  /** Which part of the block's text, from 0, and of how many. */
  readonly at: number;
  readonly of: number;
}

/** The texts of rows, as far as they are at hand; how a long block is cut is remembered as long as it is. */
export interface RowTexts {
  textOf(row: number): RowText | null;
  /** The row that holds an offset; nominal for a long block whose text is not at hand. */
  rowAt(offset: number): number;
  /** The offset at which a row begins. */
  startOf(row: number): number;
  /** Forgets how blocks are cut that are not at hand any more. */
  tidy(): void;
}

export function createRowTexts(rows: Rows, pages: Pages): RowTexts {
  const cuts = new Map<number, readonly Part[]>();
  const marked = new Map<number, readonly (readonly TextMark[])[]>();

  const partsOf = (block: number): readonly Part[] | null => {
    const text = pages.block(block)?.text;
    if (text === undefined) return null;
    const count = rows.partsOf(block);
    if (count === 1) return partsOfText(text, 1);
    const known = cuts.get(block) ?? partsOfText(text, count);
    cuts.set(block, known);
    return known;
  };

  /** Marks of a block of several parts are shared out once: every row would have to look through all of them. */
  const marksOf = (block: number, at: number, parts: readonly Part[]): readonly TextMark[] => {
    if (parts.length === 1) return pages.textMarksOn(block);
    const known = marked.get(block) ?? sharedOut(pages.textMarksOn(block), parts, rows.startOf(block));
    marked.set(block, known);
    return known[at] ?? [];
  };

  return {
    textOf(row) {
      const index = rows.blockOf(row);
      const block = pages.block(index);
      const at = rows.partOf(row);
      const parts = partsOf(index);
      const part = parts?.[at];
      return block && parts && part ? { block, part, marks: marksOf(index, at, parts), at, of: parts.length } : null;
    },
    rowAt(offset) {
      const block = rows.blockAt(offset);
      const first = rows.firstRowOf(block);
      const count = rows.partsOf(block);
      if (count === 1) return first;
      const inside = offset - rows.startOf(block);
      const parts = partsOf(block);
      return first + (parts ? partAt(parts, inside) : Math.min(count - 1, Math.floor(inside / LONGEST_ROW)));
    },
    startOf(row) {
      const block = rows.blockOf(row);
      return rows.startOf(block) + (partsOf(block)?.[rows.partOf(row)]?.start ?? 0);
    },
    tidy() {
      for (const block of cuts.keys()) {
        if (pages.block(block)) continue;
        cuts.delete(block);
        marked.delete(block);
      }
    },
  };
}

/** The marks that touch each part of a block. @param start where the block begins, as the marks count */
function sharedOut(
  marks: readonly TextMark[],
  parts: readonly Part[],
  start: number,
): readonly (readonly TextMark[])[] {
  const shares = parts.map((): TextMark[] => []);
  for (const mark of marks) {
    for (let at = partAt(parts, mark.start - start); at < parts.length; at++) {
      if (start + (parts[at]?.start ?? 0) >= mark.end) break;
      shares[at]?.push(mark);
    }
  }
  return shares;
}
