import { graphemeBoundaryBefore } from './graphemes.ts';
import type { RowView } from './row-element.ts';

/** Rectangle of the place before a character of a row, one line high and without width; client coordinates. */
export function rectBefore(row: RowView, utf16: number): DOMRect {
  const range = document.createRange();
  const rtl = getComputedStyle(row.words).direction === 'rtl';
  const edge = (from: number, to: number, leading: boolean) => {
    range.setStart(row.node, from);
    range.setEnd(row.node, to);
    const rects = range.getClientRects();
    const rect = leading ? rects[0] : rects[rects.length - 1];
    return rect ? new DOMRect(leading === rtl ? rect.right : rect.left, rect.top, 0, rect.height) : null;
  };
  const length = row.text.length;
  const box = row.element.getBoundingClientRect();
  return (
    (utf16 < length ? edge(utf16, utf16 + (isPair(row.text, utf16) ? 2 : 1), true) : null) ??
    (length > 0 ? edge(graphemeBoundaryBefore(row.text, length - 1), length, false) : null) ??
    new DOMRect(rtl ? box.right : box.left, box.top, 0, Math.min(box.height, 28))
  );
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
