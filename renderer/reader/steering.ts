/**
 * Where a key takes the caret. Steps by grapheme, word and sentence need only the text; steps by line need the layout.
 * All offsets are code points of the source's text.
 */
import { toCodePoints, toUtf16 } from '../../main/contract/index.ts';
import { endOfLine, type Line, lineAround, placeNearest } from './lines.ts';
import { offsetIn, type RowView, unitsIn } from './row-element.ts';
import type { Rows } from './rows.ts';
import { nextStop, previousStop, type Step } from './steps.ts';
import type { TextView } from './text-view.ts';

export type Move =
  | { readonly by: Step | 'line' | 'block' | 'screen'; readonly forward: boolean }
  | { readonly to: 'line' | 'text'; readonly forward: boolean };

/**
 * The move a key asks for, or null. Alt with arrows belongs to the history of places, unless Shift makes it a step by
 * sentence; a text from right to left turns the arrows round.
 */
export function moveFor(event: KeyboardEvent, isRtl: () => boolean): Move | null {
  const wide = event.ctrlKey || event.metaKey;
  if (event.altKey && !event.shiftKey) return null;
  const step: Step = wide ? 'word' : event.altKey ? 'sentence' : 'grapheme';
  switch (event.key) {
    case 'ArrowRight':
      return { by: step, forward: !isRtl() };
    case 'ArrowLeft':
      return { by: step, forward: isRtl() };
    case 'ArrowDown':
      return { by: wide ? 'block' : 'line', forward: true };
    case 'ArrowUp':
      return { by: wide ? 'block' : 'line', forward: false };
    case 'PageDown':
      return { by: 'screen', forward: true };
    case 'PageUp':
      return { by: 'screen', forward: false };
    case 'Home':
      return { to: wide ? 'text' : 'line', forward: false };
    case 'End':
      return { to: wide ? 'text' : 'line', forward: true };
    default:
      return null;
  }
}

/** The texts of blocks, by their index from 0, as far as they are at hand. */
export interface BlockTexts {
  block(index: number): { readonly text: string } | undefined;
}

/** Steps by grapheme, word, sentence or block; passes from block to block. Null where the text there is not at hand. */
export function stepFrom(
  pages: BlockTexts,
  rows: Rows,
  offset: number,
  step: Step | 'block',
  forward: boolean,
): number | null {
  const block = rows.blockAt(offset);
  const start = rows.startOf(block);
  const neighbour = block + (forward ? 1 : -1);
  const inside = neighbour < 0 || neighbour >= rows.blocks;
  if (step === 'block') {
    if (forward) return inside ? start + rows.lengthOf(block) : rows.startOf(neighbour);
    return offset > start || inside ? start : rows.startOf(neighbour);
  }
  const text = pages.block(block)?.text;
  if (text === undefined) return null;
  const at = toUtf16(text, offset - start);
  const stop = forward ? nextStop(text, at, step) : previousStop(text, at, step);
  if (stop !== null) return start + toCodePoints(text, stop);
  if (inside) return offset;
  return forward ? rows.startOf(neighbour) : rows.startOf(neighbour) + rows.lengthOf(neighbour);
}

interface LineOf {
  readonly row: RowView;
  readonly line: Line;
}

function lineOf(view: TextView, offset: number): LineOf | null {
  const row = view.rowHolding(offset);
  if (!row) return null;
  const at = unitsIn(row, offset);
  return { row, line: lineAround(row, at) };
}

/** The place a line up or down, nearest to `x`. Null where the row there is not in the document. */
export function lineFrom(view: TextView, offset: number, forward: boolean, x: number): number | null {
  const here = lineOf(view, offset);
  if (!here) return null;
  const { row, line } = here;
  if (forward && line.to < row.text.length) return offsetIn(row, placeNearest(row, lineAround(row, line.to), x));
  if (!forward && line.from > 0) return offsetIn(row, placeNearest(row, lineAround(row, line.from - 1), x));
  const length = view.rows.length;
  const beyond = forward ? Math.min(length, row.end + (isLastPart(row) ? 1 : 0)) : Math.max(0, row.start - 1);
  const next = view.rowHolding(beyond);
  if (!next) return null;
  if (next.row === row.row) return forward ? row.end : row.start;
  const at = forward ? 0 : next.text.length;
  return offsetIn(next, placeNearest(next, lineAround(next, at), x));
}

function isLastPart(row: RowView): boolean {
  return row.words.dataset['continues'] === undefined;
}

/** The beginning or end of the line an offset is on. */
export function lineEnd(view: TextView, offset: number, forward: boolean): number | null {
  const here = lineOf(view, offset);
  if (!here) return null;
  return offsetIn(here.row, forward ? endOfLine(here.row, here.line) : here.line.from);
}
