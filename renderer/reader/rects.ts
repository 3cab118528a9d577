import { graphemeBoundaryBefore } from '../../main/contract/index.ts';
import { runsFromRight } from './directions.ts';
import { placeIn, type RowView } from './row-element.ts';

/** Rectangle of the place before a character of a row, one line high and without width; client coordinates. */
export function rectBefore(row: RowView, utf16: number): DOMRect {
  const { length } = row.text;
  return (
    (utf16 < length ? edge(row, utf16, utf16 + (isPair(row.text, utf16) ? 2 : 1), 'before') : null) ??
    (length > 0 ? rectAfter(row, length) : null) ??
    besideNothing(row)
  );
}

/** Rectangle of the place after the grapheme that ends there: on its line, where the next one may be on another. */
export function rectAfter(row: RowView, utf16: number): DOMRect {
  const from = graphemeBoundaryBefore(row.text, Math.max(0, utf16 - 1));
  return (utf16 > 0 ? edge(row, from, utf16, 'after') : null) ?? besideNothing(row);
}

function edge(row: RowView, from: number, to: number, side: 'before' | 'after'): DOMRect | null {
  const rects = rectsOf(row, from, to);
  const rect = side === 'before' ? rects[0] : rects[rects.length - 1];
  if (!rect) return null;
  const isAtRight = runsFromRight(row.text, from, isRtl(row)) === (side === 'before');
  return new DOMRect(isAtRight ? rect.right : rect.left, rect.top, 0, rect.height);
}

/** One for all: the browser keeps every range right through each change of the document until it is thrown away. */
let range: Range | null = null;

/** Rectangles of a stretch of a row, one a line and piece; places in UTF-16 units of the row. */
export function rectsOf(row: RowView, from: number, to: number): DOMRectList {
  const start = placeIn(row, from, 'after');
  const end = placeIn(row, to, 'before');
  range ??= document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range.getClientRects();
}

function besideNothing(row: RowView): DOMRect {
  const box = row.element.getBoundingClientRect();
  return new DOMRect(isRtl(row) ? box.right : box.left, box.top, 0, Math.min(box.height, 28));
}

/** Whether a row's paragraph runs from right to left. */
export function isRtl(row: RowView): boolean {
  return getComputedStyle(row.words).direction === 'rtl';
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
