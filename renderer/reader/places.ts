/**
 * From places in the document to offsets of the source and back. The document counts UTF-16 units inside a text node,
 * everything else counts code points of the source's text.
 */

import { graphemeBoundaryBefore } from '../../main/contract/index.ts';
import { type DomPlace, offsetIn, placeIn, unitsAt, unitsIn } from './row-element.ts';
import type { TextView } from './text-view.ts';

/** The place of an offset in the document, or null where its row is not mounted. */
export function domPlace(view: TextView, offset: number): DomPlace | null {
  const row = view.rowHolding(offset);
  return row ? placeIn(row, unitsIn(row, offset), 'after') : null;
}

/**
 * The offset of a place in the document, or null where it is not in the text. A place between rows is the beginning of
 * the row after it; one inside a grapheme is before the grapheme.
 */
export function offsetAt(view: TextView, place: DomPlace): number | null {
  const { node, offset } = place;
  const row = view.rowOfNode(node);
  if (row) return offsetIn(row, graphemeBoundaryBefore(row.text, unitsAt(row, place)));
  const rows = view.mounted();
  const holder = rows[0]?.element.parentNode;
  if (!holder || (node !== holder && node !== holder.parentNode)) return null;
  const child = node.childNodes[offset];
  if (!child) return rows.at(-1)?.end ?? null;
  // Before one row, or before the holder of all.
  return (view.rowOfNode(child) ?? rows[0])?.start ?? null;
}

/** The offset at a point of the window, or null where no text is. */
export function offsetAtPoint(view: TextView, x: number, y: number): number | null {
  const place = document.caretPositionFromPoint(x, y);
  return place ? offsetAt(view, { node: place.offsetNode, offset: place.offset }) : null;
}
