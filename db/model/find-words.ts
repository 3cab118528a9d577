import { fold } from './fold.ts';
import { type FoldedText, type Unfolding, unfolding } from './folded-text.ts';
import { graphemeBoundaryAfter, isGraphemeBoundary } from './graphemes.ts';

/** A text as it is and folded. */
export interface SearchedText {
  readonly text: string;
  readonly folded: FoldedText;
}

/** What is looked for. */
export interface Wanted {
  readonly words: string;
  /** To the letter; otherwise case, accents and other variants of letters make no difference. */
  readonly exact: boolean;
  /** Not inside a longer word. */
  readonly wholeWords: boolean;
}

/** Hears of a match in UTF-16 units of the text, end exclusive. */
export type MatchListener = (from: number, to: number) => void;

/** Matches after which a search pauses, for the window to answer keys. */
const AT_ONCE = 20_000;

/**
 * Finds the next matches in a text: from left to right, none overlapping another, none beginning or ending inside a
 * grapheme or inside the letters one character folds to.
 * @param at where to go on, as this function answered; 0 at first
 * @returns where to go on, or null where the text is done
 */
export function findIn(text: SearchedText, wanted: Wanted, at: number, onMatch: MatchListener): number | null {
  return wanted.exact ? findExactly(text, wanted, at, onMatch) : findFolded(text, wanted, at, onMatch);
}

function findExactly({ text }: SearchedText, { words, wholeWords }: Wanted, at: number, onMatch: MatchListener) {
  if (words === '') return null;
  let place = text.indexOf(words, at);
  for (let found = 0; place >= 0; found++) {
    if (found === AT_ONCE) return place;
    const end = place + words.length;
    const fits = isGraphemeBoundary(text, place) && isGraphemeBoundary(text, end);
    const isMatch = fits && (!wholeWords || isWhole(text, place, end));
    if (isMatch) onMatch(place, end);
    place = text.indexOf(words, isMatch ? end : place + 1);
  }
  return null;
}

function findFolded({ text, folded }: SearchedText, { words, wholeWords }: Wanted, at: number, onMatch: MatchListener) {
  const needle = fold(words);
  if (needle === '') return null;
  const back = unfolding(folded);
  let place = folded.folded.indexOf(needle, at);
  for (let found = 0; place >= 0; found++) {
    if (found === AT_ONCE) return place;
    const end = place + needle.length;
    const match = unfolded(text, back, place, end);
    const isMatch = match !== null && (!wholeWords || isWhole(text, match.from, match.to));
    if (isMatch) onMatch(match.from, match.to);
    place = folded.folded.indexOf(needle, isMatch ? end : place + 1);
  }
  return null;
}

/** The shortest stretch of the text that folds to a stretch of the folded text and parts no grapheme, if there is one. */
function unfolded(text: string, back: Unfolding, start: number, end: number) {
  if (!back.begins(start)) return null;
  const from = back.startOf(start);
  const last = back.endOf(end);
  if (last === null || !isGraphemeBoundary(text, from)) return null;
  const to = graphemeBoundaryAfter(text, last);
  // What is dropped may be taken along, other letters may not.
  return to <= back.startOf(end) ? { from, to } : null;
}

/** As the search everywhere has it: in scripts without spaces every sign is a word of its own. */
const INSIDE_WORD =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}]/u;

function isWhole(text: string, from: number, to: number): boolean {
  return (
    !(isInsideWord(text, from - 1) && isInsideWord(text, from)) &&
    !(isInsideWord(text, to - 1) && isInsideWord(text, to))
  );
}

/** @param at any unit of the character */
function isInsideWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const first = unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
  const codePoint = text.codePointAt(first);
  return codePoint !== undefined && INSIDE_WORD.test(String.fromCodePoint(codePoint));
}
