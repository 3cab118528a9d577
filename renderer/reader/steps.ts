/**
 * Steps through a block's text as readers count them: graphemes, words, sentences (Unicode Standard Annex 29, as the
 * browser's `Intl.Segmenter` has it). All offsets here are UTF-16 units of the text at hand.
 */
export type Step = 'grapheme' | 'word' | 'sentence';

const segmenters: Partial<Record<Step, Intl.Segmenter>> = {};

/** Made when it is first asked for: each holds tables of its own. */
function segmenterFor(step: Step): Intl.Segmenter {
  segmenters[step] ??= new Intl.Segmenter(undefined, { granularity: step });
  return segmenters[step];
}

/** Text looked at around a place: segmenting a line of millions of characters for one step would be felt. */
const REACH = { grapheme: 200, word: 2_000, sentence: 20_000 };

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly wordLike: boolean;
}

/** The segments near a place, whole except perhaps the first and the last. */
function piecesAround(text: string, at: number, step: Step): readonly Piece[] {
  const from = safeStart(text, at - REACH[step]);
  const near = text.slice(from, safeStart(text, at + REACH[step]));
  return Array.from(segmenterFor(step).segment(near), ({ index, segment, isWordLike }) => ({
    from: from + index,
    to: from + index + segment.length,
    wordLike: isWordLike ?? true,
  }));
}

/** A place not inside a surrogate pair. */
function safeStart(text: string, at: number): number {
  const place = Math.min(Math.max(0, at), text.length);
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}

/**
 * The end of the next grapheme, word or sentence after a place, or null at the end of the text. A step by words passes
 * the spaces and signs before the word, as keyboards do.
 */
export function nextStop(text: string, at: number, step: Step): number | null {
  if (at >= text.length) return null;
  const next = piecesAround(text, at, step).find(({ to, wordLike }) => to > at && wordLike);
  return next ? next.to : text.length;
}

/** The beginning of the grapheme, word or sentence before a place, or null at the beginning of the text. */
export function previousStop(text: string, at: number, step: Step): number | null {
  if (at <= 0) return null;
  const previous = piecesAround(text, at, step).findLast(({ from, wordLike }) => from < at && wordLike);
  return previous ? previous.from : 0;
}

/** The word, sign or space that begins at or before a place and ends after it; null at the end of the text. */
export function wordPiece(text: string, at: number): { readonly from: number; readonly to: number } | null {
  return piecesAround(text, at, 'word').find(({ from, to }) => from <= at && at < to) ?? null;
}
