import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The real text a bench reads where it is at hand: a long Norwegian article with names in Cyrillic and Georgian. */
const REAL = resolve(import.meta.dirname, '../../shared/texts/stalin-nb.txt');

/** What is measured on. */
export interface Subject {
  readonly name: string;
  /** One block a line. */
  readonly text: string;
}

/** The real text, or, where it is absent, one of the same size and kind made by `imitation`. */
export function readSubject(): Subject {
  if (existsSync(REAL)) return { name: 'the real text stalin-nb.txt', text: readFileSync(REAL, 'utf8') };
  return { name: 'a generated text of the size and kind of stalin-nb.txt, which is absent here', text: imitation() };
}

const LINES = 105;
const WORDS_A_LINE = 66;
const SYLLABLES =
  'bro den for gan het kom lan mel nor par rik sta tan ver vin øst år sk er en et ing om ut av se'.split(' ');
const FOREIGN = ['Иван', 'Петрович', 'Красная', 'იოანე', 'თბილისი', '«seier»', '– altså –', 'født', 'året'];

/** A text in made-up Norwegian, always the same one; its words follow Zipf's law, as those of every language do. */
function imitation(): string {
  const chance = randomNumbers(1);
  const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] ?? fail();
  const words = Array.from({ length: 2500 }, () =>
    Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(SYLLABLES, chance())).join(''),
  );
  const word = () => (chance() < 0.02 ? pick(FOREIGN, chance()) : pick(words, words.length ** (chance() - 1)));
  return Array.from(
    { length: LINES },
    () => `${Array.from({ length: Math.ceil(chance() * 2 * WORDS_A_LINE) }, word).join(' ')}.`,
  ).join('\n');
}

/** Numbers from 0 to 1, the same ones for the same seed: Marsaglia's xorshift of 32 bits. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function fail(): never {
  throw new RangeError('The list is empty.');
}
