import type { OwnedName } from '../db/model/index.ts';
import { randomNumbers } from './imitation.ts';

export interface NamedText {
  readonly blocks: readonly string[];
  readonly names: readonly OwnedName[];
}

const SYLLABLES =
  'bro den for gan het kom lan mel nor par rik sta tan ver vin øst år sk er en et ing om ut av se ly mar tor hel ber'.split(
    ' ',
  );
/** Names are made of others: hardly any name is also a common word. */
const NORWEGIAN =
  'ber gun hil ras mus sjo vik dal haug lund rud stad eng moe jor tor bjø ase lid ulf ivar sol ragn hav'.split(' ');
const RUSSIAN = 'бра ве го дмит ев жен за ив кол лен мос ник ол пет ров сер тат ул фед хар'.split(' ');
/** In a real article on a politician every eleventh word belongs to a name; in a whole library far fewer do. */
const SHARE_OF_NAMES = 0.03;
const WORDS = 60_000;
const WORDS_A_BLOCK = 80;

/**
 * A text in made-up Norwegian with names in it, always the same one, and the names: three in four in Latin letters,
 * half of them of two words, some Russian. In the text they take genitives and cases. Words follow Zipf's law.
 * @param length in UTF-16 units, about
 */
export function namedText(length: number, count: number): NamedText {
  const chance = randomNumbers(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] ?? fail();
  const made = (syllables: readonly string[], most: number) =>
    Array.from({ length: 2 + Math.floor(chance() * most) }, () => pick(syllables)).join('');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const words = Array.from({ length: WORDS }, () => made(SYLLABLES, 4));
  const names = new Set<string>();
  while (names.size < count) {
    const russian = chance() < 0.25;
    const last = capital(made(russian ? RUSSIAN : NORWEGIAN, 3));
    names.add(chance() < 0.5 ? last : `${capital(made(russian ? RUSSIAN : NORWEGIAN, 2))} ${last}`);
  }
  const all = [...names];
  const ending = (name: string) => (/[а-я]$/.test(name) ? pick(['', 'а', 'у', 'ом']) : pick(['', '', 's', '’s']));
  const named = () => {
    const name = all[Math.floor(all.length ** chance()) - 1] ?? fail();
    return name + ending(name);
  };
  const word = () => words[Math.floor(words.length ** chance()) - 1] ?? fail();
  const blocks: string[] = [];
  for (let size = 0; size < length; size += blocks.at(-1)?.length ?? 0) {
    const run = Array.from({ length: 1 + Math.floor(chance() * 2 * WORDS_A_BLOCK) }, () =>
      chance() < SHARE_OF_NAMES ? named() : chance() < 0.06 ? `${capital(word())},` : word(),
    );
    // Joined for good: a string still in pieces would be put together by whoever reads it first.
    blocks.push(Buffer.from(`${run.join(' ')}.`).toString());
  }
  return { blocks, names: all.map((name, at) => ({ owner: String(at), name })) };
}

function fail(): never {
  throw new RangeError('The list is empty.');
}
