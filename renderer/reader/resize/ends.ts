/**
 * Where an end of a passage goes when it is moved. A passage never begins or ends with a line break, and moved by words
 * or sentences not with a space either; it keeps one grapheme at least, and its ends never change sides. All offsets
 * are code points of the source's text.
 */
import { type Passage, toCodePoints, toUtf16 } from '../../../main/contract/index.ts';
import type { Rows } from '../rows.ts';
import { type BlockTexts, stepFrom } from '../steering.ts';
import type { Step } from '../steps.ts';

export type End = 'start' | 'end';

/** A text as far as it is at hand. */
export interface TextAtHand {
  readonly pages: BlockTexts;
  readonly rows: Rows;
}

/** The passage with one end a step further; itself where there is no further. Null where the text is not at hand. */
export function stepEnd(text: TextAtHand, passage: Passage, end: End, step: Step, forward: boolean): Passage | null {
  const from = passage[end];
  for (let at = from; ; ) {
    const next = stepFrom(text.pages, text.rows, at, step, forward);
    if (next === null) return null;
    if (next === at) return passage;
    at = next;
    const clean = step === 'grapheme' ? offBreak(text, at, end) : offSpace(text, at, end);
    if (forward ? clean <= from : clean >= from) continue;
    const moved = withEnd(text, passage, end, clean);
    return (forward ? moved[end] > from : moved[end] < from) ? moved : passage;
  }
}

/** The passage with one end at an offset, or as near to it as may be. */
export function withEnd(text: TextAtHand, passage: Passage, end: End, offset: number): Passage {
  const at = offBreak(text, Math.min(Math.max(0, offset), text.rows.length), end);
  const next = end === 'start' ? { start: at, end: passage.end } : { start: passage.start, end: at };
  if (next.start < next.end) return next;
  // One grapheme is left at the other end.
  const nearest =
    end === 'start'
      ? stepFrom(text.pages, text.rows, passage.end, 'grapheme', false)
      : stepFrom(text.pages, text.rows, passage.start, 'grapheme', true);
  if (nearest === null) return passage;
  return end === 'start' ? { start: nearest, end: passage.end } : { start: passage.start, end: nearest };
}

/** The beginning of a passage is not before a line break, its end not after one. */
function offBreak({ rows }: TextAtHand, offset: number, end: End): number {
  let at = offset;
  if (end === 'end') while (at > 0 && at === rows.startOf(rows.blockAt(at))) at--;
  else while (at < rows.length && at === endOf(rows, rows.blockAt(at))) at++;
  return at;
}

function offSpace(text: TextAtHand, offset: number, end: End): number {
  let at = offBreak(text, offset, end);
  for (;;) {
    const block = text.rows.blockAt(at);
    const start = text.rows.startOf(block);
    const words = text.pages.block(block)?.text;
    if (words === undefined) return at;
    const units = toUtf16(words, at - start);
    const left =
      end === 'end' ? words.slice(0, units).trimEnd().length : words.length - words.slice(units).trimStart().length;
    const next = offBreak(text, start + toCodePoints(words, left), end);
    if (next === at) return at;
    at = next;
  }
}

function endOf(rows: Rows, block: number): number {
  return rows.startOf(block) + rows.lengthOf(block);
}
