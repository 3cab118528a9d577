import { fold } from '../fold.ts';
import { genitiveAfter, wordForms } from './forms.ts';
import { wordsOf } from './words.ts';

/** A name to look for, and whose it is. One owner may have many names, and one name many owners. */
export interface OwnedName {
  readonly owner: string;
  readonly name: string;
}

/** A word of a name as it is looked for. */
export interface NameWord {
  readonly folded: string;
  /** Its forms, folded. */
  readonly forms: readonly string[];
  /** What stands before it in the name, since the word before; see `gapKey`. */
  readonly gap: string;
  /** Whether it begins with a capital letter, and so is not the word in small letters. */
  readonly isCapital: boolean;
}

/** A name made ready to be recognised. */
export interface PreparedName extends OwnedName {
  readonly words: readonly NameWord[];
  /** What the name begins and ends with that is no word: `C++`. */
  readonly head: string;
  readonly tail: string;
  /** Forms with their letters as they are, by word, where accents or case matter; else null. */
  readonly exact: readonly ReadonlySet<string>[] | null;
  /** Whether upper and lower case matter in every letter. */
  readonly caseMatters: boolean;
}

/** Names with fewer letters are found only in the case they are written in (`IT` is no `it`) … */
const CASE_MATTERS_BELOW = 4;
/** … and with fewer than this only with their accents: `Bø` is not `Bo`, but `Grønland` is `Gronland`. */
const ACCENTS_MATTER_BELOW = 5;
/** In other scripts marks are vowels or tones, not accents. */
const WITH_ACCENTS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Inherited}\P{L}]*$/u;
/** More words than these are a sentence, not a name. */
const MOST_WORDS = 24;

/** Makes a name ready; null for one without a letter or digit, which no reader would find either. */
export function prepareName({ owner, name }: OwnedName): PreparedName | null {
  const text = name.trim();
  const spans = wordsOf(text);
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last || spans.length > MOST_WORDS) return null;
  const caseMatters = lettersOf(text) < CASE_MATTERS_BELOW;
  const accentsMatter = lettersOf(text) < ACCENTS_MATTER_BELOW || !WITH_ACCENTS.test(text);
  const raw = spans.map(({ start, end }, at) => {
    const word = text.slice(start, end);
    return { word, forms: wordForms(word, at === spans.length - 1) };
  });
  return {
    owner,
    name,
    head: text.slice(0, first.start),
    tail: text.slice(last.end),
    words: raw.map(({ word, forms }, at) => ({
      folded: fold(word),
      forms: [...new Set(forms.map(fold))],
      isCapital: UPPER.test(word),
      gap: at === 0 ? '' : gapKey(text.slice(spans[at - 1]?.end, spans[at]?.start)),
    })),
    exact:
      accentsMatter || caseMatters ? raw.map(({ forms }) => new Set(forms.map((f) => plain(f, caseMatters)))) : null,
    caseMatters,
  };
}

/** The words of a name as they are looked for; none where it has no letter or digit. */
export function nameWords(name: string): readonly NameWord[] {
  return prepareName({ owner: '', name })?.words ?? [];
}

/** A word of a text as it stands there, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a name stands, or null where what was found there does not do for it. */
export function recognise(name: PreparedName, text: string, spans: readonly Span[]): Span | null {
  const { head, tail, words, exact, caseMatters } = name;
  const start = (spans[0]?.start ?? 0) - head.length;
  const end = (spans.at(-1)?.end ?? 0) + tail.length;
  if (start < 0 || (head !== '' && !text.startsWith(head, start))) return null;
  if (tail !== '' && !text.startsWith(tail, end - tail.length)) return null;
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at];
    if (span === undefined || (words[at]?.isCapital && beginsSmall(text, span.start))) return null;
    if (exact && !exact[at]?.has(plain(text.slice(span.start, span.end), caseMatters))) return null;
  }
  if (head === '' && isPartOfCompound(text, start, end)) return null;
  return { start, end: tail === '' ? end + genitiveAfter(text, start, end) : end };
}

const UPPER = /^[\p{Lu}\p{Lt}]/u;
const SMALL = /^\p{Ll}/u;
const BEFORE = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*[-‐‑]$/u;
const AFTER = /^[-‐‑]\p{Lu}/u;
/** How far back a word is looked for that a hyphen joins to a name, in UTF-16 units. */
const REACH = 40;

/** `Europa` in `Øst-Europa`, `Petter` in `Jens-Petter`: capital letters on both sides of a hyphen make a name of their own. */
function isPartOfCompound(text: string, start: number, end: number): boolean {
  return (
    (start > 0 && isHyphen(text.charCodeAt(start - 1)) && BEFORE.test(text.slice(Math.max(0, start - REACH), start))) ||
    (end < text.length && isHyphen(text.charCodeAt(end)) && AFTER.test(text.slice(end, end + 3)))
  );
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

function beginsSmall(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  return SMALL.test(text.slice(at, at + 2));
}

/**
 * What stands between two words, reduced to what tells names apart: white space of any kind and length is one space, or
 * nothing next to another sign (`J. V.` is `J.V.`); hyphens and apostrophes have one form each.
 */
export function gapKey(gap: string): string {
  if (gap === ' ' || gap === '') return gap;
  return gap
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐‑]/g, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/gu, ' ')
    .replace(/ ?([^\s]) ?/gu, '$1');
}

/** A word as its letters are: composed, without invisible characters, ё as е, in lower case where case does not matter. */
function plain(word: string, keepCase: boolean): string {
  const composed = word
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/ё/g, 'е')
    .replace(/Ё/g, 'Е');
  return keepCase ? composed : composed.toLowerCase();
}

function lettersOf(text: string): number {
  return text.normalize('NFC').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
