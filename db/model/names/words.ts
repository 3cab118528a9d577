import { fold } from '../fold.ts';
import { ALONE, classify, FORMAT, GAP, LETTERS, letterOf, MARK } from './letters.ts';

/** Words that a text is searched for, folded and known by their hashes. */
export interface WordSet {
  /** All of them. */
  readonly all: HashTable;
  /** Those that may begin with a small letter. Nearly all words of a text do and nearly all names do not. */
  readonly small: HashTable;
}

interface HashTable {
  /** Hashes at the places they hash to, 0 where there is none; a power of two of them, at least half empty. */
  readonly hashes: Int32Array;
  /** At the same places, the numbers of the words. */
  readonly numbers: Int32Array;
}

/** Hears of a word, in UTF-16 units, and the number its hash has in the set. */
export type WordListener = (start: number, end: number, number: number) => void;

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Hash of a folded word: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 units; never 0. */
export function hashOf(folded: string): number {
  let hash = SEED;
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), PRIME);
  return hash || 1;
}

/** Makes a set of words by their hashes, which are numbered in this order; `maySmall` says so of a number. */
export function wordSet(hashes: readonly number[], maySmall: (number: number) => boolean): WordSet {
  const numbered = hashes.map((hash, number) => ({ hash, number }));
  return { all: hashTable(numbered), small: hashTable(numbered.filter(({ number }) => maySmall(number))) };
}

function hashTable(numbered: readonly { hash: number; number: number }[]): HashTable {
  let room = 16;
  while (room < numbered.length * 2) room *= 2;
  const hashes = new Int32Array(room);
  const numbers = new Int32Array(room);
  for (const { hash, number } of numbered) {
    let place = placeOf(hash) & (room - 1);
    while (hashes[place] !== 0) place = (place + 1) & (room - 1);
    hashes[place] = hash;
    numbers[place] = number;
  }
  return { hashes, numbers };
}

/** The low bits of FNV alone are poor; the high ones are mixed in. */
function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

/**
 * Reads a text once and tells of each word whose hash is in the set; a listener has to see for itself that it is not
 * another word of the same hash. A word that certainly begins with a small letter is told of only where that may be.
 * Marks belong to the word they follow, invisible characters only inside a word.
 */
export function eachWordOf(text: string, { all, small }: WordSet, listen: WordListener): void {
  const letters = LETTERS;
  const { length } = text;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    let letter = letters[unit] || letterOf(unit);
    if (letter <= MARK) {
      at++;
      continue;
    }
    const start = at;
    // A capital letter folds to another one; what folds to itself is a small letter, or has no case.
    const isSmall = letter === unit;
    let end = at;
    let hash = SEED;
    // The common case is a run of plain letters; whatever else comes is looked at more closely.
    while (letter > ALONE) {
      hash = Math.imul(hash ^ letter, PRIME);
      end = ++at;
      if (at === length) break;
      const next = text.charCodeAt(at);
      letter = letters[next] || letterOf(next);
    }
    if (at < length && letter !== GAP) {
      ({ at, end, hash } = finishWord(text, start, at, hash));
      if (end === start) continue;
    }
    hash ||= 1;
    const { hashes, numbers } = isSmall ? small : all;
    const mask = hashes.length - 1;
    let place = placeOf(hash) & mask;
    for (let held = hashes[place]; held !== 0; held = hashes[place]) {
      if (held === hash) {
        listen(start, end, numbers[place] ?? 0);
        break;
      }
      place = (place + 1) & mask;
    }
  }
}

/** Reads on where a word holds more than plain letters. An empty word, its end its start, is no word at all. */
function finishWord(
  text: string,
  start: number,
  from: number,
  begun: number,
): { at: number; end: number; hash: number } {
  let at = from;
  let end = from;
  let hash = begun;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const letter = closely(character);
    if (end === start && letter <= MARK) return { at: at + character.length, end, hash };
    if (letter === GAP || (letter === ALONE && end > start)) break;
    at += character.length;
    if (letter === FORMAT) continue;
    end = at;
    if (letter === MARK) continue;
    // Most letters fold by a table that is at hand; only some come to several.
    if (letter > ALONE) hash = Math.imul(hash ^ letter, PRIME);
    else {
      const folded = fold(character);
      for (let unit = 0; unit < folded.length; unit++) hash = Math.imul(hash ^ folded.charCodeAt(unit), PRIME);
    }
    if (letter === ALONE) return { ...afterMarks(text, at), hash };
  }
  return { at, end, hash };
}

/** What a character is; half a pair of surrogates is nothing. */
function closely(character: string): number {
  const unit = character.charCodeAt(0);
  if (character.length === 2) return classify(character);
  return unit >= 0xd800 && unit <= 0xdfff ? GAP : LETTERS[unit] || letterOf(unit);
}

/** A letter that is a word takes its marks with it. */
function afterMarks(text: string, from: number): { at: number; end: number } {
  let at = from;
  while (at < text.length && closely(text.charAt(at)) === MARK) at++;
  return { at, end: at };
}

/** Whether a stretch of a text folds to this. */
export function standsAs(text: string, start: number, end: number, folded: string): boolean {
  if (end - start === folded.length) {
    let at = 0;
    while (at < folded.length && LETTERS[text.charCodeAt(start + at)] === folded.charCodeAt(at)) at++;
    if (at === folded.length) return true;
  }
  return fold(text.slice(start, end)) === folded;
}

/** Every word of a text in order, in UTF-16 units: what `eachWordOf` would tell of if all words were wanted. */
export function wordsOf(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length; ) {
    let plain = start;
    while (plain < text.length && closely(text.charAt(plain)) > ALONE) plain++;
    const { at, end } = finishWord(text, start, plain, SEED);
    if (end > start) found.push({ start, end });
    start = at;
  }
  return found;
}
