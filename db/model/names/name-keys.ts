import { fold } from '../fold.ts';
import { wordsOf } from './words.ts';

/** Cyrillic letters as they are heard, roughly; soft and hard signs are not. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('абвгдежзиклмнопрстуфхцчшщъыьэюяієї'.normalize('NFC')).map((letter, at) => [
    letter,
    'a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i e i'.split(' ')[at] ?? '',
  ]),
);

/** Ways to write one sound, the longest first: Norwegian, English, German, French and scholarly transliterations. */
const SOUNDS: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/sjtsj|shch|schtsch|chtch|sc/g, 'Q'],
  [/dzj|dzh|dsch|dj/g, 'J'],
  [/tsj|tsch|tch|ch|cz/g, 'C'],
  [/zj|zh|sj|sh|sch|s|z/g, 'S'],
  [/kh|h|x/g, 'H'],
  [/c|k|q/g, 'K'],
  [/w|v|f|ph/g, 'V'],
  [/[aeiouyj]/g, ''],
];

/** Fewer sounds than these are shared by many names. */
const LEAST_SOUNDS = 4;

/** A name as its words are, whatever their order, case, accents and what stands between them. */
export function wordKey(name: string): string {
  return folded(name).sort().join(' ');
}

/**
 * A name as it sounds, roughly: consonants in one spelling, vowels left out, so that Троцкий, Trotskij and Trotsky meet.
 * Empty for a name of too few of them. For proposing to a reader, not for deciding.
 */
export function soundKey(name: string): string {
  const words = folded(name).map((word) => {
    let heard = Array.from(word, (letter) => CYRILLIC[letter] ?? letter)
      .join('')
      .replace(/(.)\1+/g, '$1');
    for (const [spelling, sound] of SOUNDS) heard = heard.replace(spelling, sound);
    return heard;
  });
  const key = words.filter((word) => word !== '').join(' ');
  return key.replaceAll(' ', '').length < LEAST_SOUNDS ? '' : key;
}

function folded(name: string): string[] {
  return wordsOf(name).map(({ start, end }) => fold(name.slice(start, end)));
}
