import { foldWithOrigins, unfoldRange } from '../model/index.ts';
import type { Term } from './query.ts';
import { tokenPattern } from './tokens.ts';

/** A stretch of a text in UTF-16 units, end exclusive. */
export type Range = readonly [start: number, end: number];

export interface Snippet {
  readonly snippet: string;
  /** Matches in the snippet. */
  readonly marks: readonly Range[];
  /** The first match in the text itself; undefined where the text has none. */
  readonly match: Range | undefined;
}

/** A block may be a book: it is looked at in stretches, which overlap by more than any phrase is long. */
const STRETCH = 20_000;
const OVERLAP = 1_000;

const BEFORE_MATCH = 60;
const SNIPPET_LENGTH = 200;
const MOST_MARKS = 50;

/** The text around the first place where a term is found, with all matches in it; its beginning where none is. */
export function makeSnippet(text: string, terms: readonly Term[]): Snippet {
  const patterns = terms.filter(({ excluded }) => !excluded).map(({ words, prefix }) => tokenPattern(words, prefix));
  for (let at = 0; at < text.length; at += STRETCH) {
    const found = findIn(text.slice(at, at + STRETCH + OVERLAP), patterns)
      // What begins where a later stretch does may be the end of a word, and was found before if it is not.
      .filter(([start]) => at === 0 || start > 0)
      .map(([start, end]): Range => [at + start, at + end]);
    const first = found[0];
    if (first) return around(text, first, found);
  }
  return { snippet: text.slice(0, wordEnd(text, SNIPPET_LENGTH)), marks: [], match: undefined };
}

/** All matches in text order, none of them inside another. */
function findIn(text: string, patterns: readonly RegExp[]): Range[] {
  const folded = foldWithOrigins(text);
  const ranges: Range[] = [];
  for (const pattern of patterns) {
    for (const match of folded.folded.matchAll(pattern)) {
      ranges.push(unfoldRange(folded, match.index, match.index + match[0].length));
    }
  }
  ranges.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
  return ranges.filter(([start], at) => at === 0 || start >= (ranges[at - 1]?.[1] ?? 0));
}

function around(text: string, match: Range, found: readonly Range[]): Snippet {
  const start = wordStart(text, match[0] - BEFORE_MATCH);
  const end = wordEnd(text, Math.max(start + SNIPPET_LENGTH, match[1]));
  const marks = found
    .filter(([, markEnd]) => markEnd <= end)
    .slice(0, MOST_MARKS)
    .map(([from, to]): Range => [from - start, to - start]);
  return { snippet: text.slice(start, end), marks, match };
}

/** The nearest beginning of a word at or after an offset, not far from it. */
function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.slice(near, near + BEFORE_MATCH / 2).search(/\s/);
  return space >= 0 ? near + space + 1 : onCharacter(text, near);
}

/** The nearest end of a word at or after an offset, not far from it. */
function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.slice(near, near + BEFORE_MATCH / 2).search(/\s/);
  return space >= 0 ? near + space : onCharacter(text, near);
}

/** An offset that does not part the halves of a surrogate pair. */
function onCharacter(text: string, at: number): number {
  const isLowHalf = /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));
  return isLowHalf ? at - 1 : at;
}
