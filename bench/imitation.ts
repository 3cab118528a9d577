const WORDS_A_LINE = 66;
const SYLLABLES =
  'bro den for gan het kom lan mel nor par rik sta tan ver vin øst år sk er en et ing om ut av se'.split(' ');
const FOREIGN = ['Иван', 'Петрович', 'Красная', 'იოანე', 'თბილისი', '«seier»', '– altså –', 'født', 'året'];

/** Lines of a text in made-up Norwegian, the same ones every time; its words follow Zipf's law, as those of every language do. */
export function* imitatedLines(): Generator<string, never> {
  const chance = randomNumbers(1);
  const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] ?? fail();
  const words = Array.from({ length: 2500 }, () =>
    Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(SYLLABLES, chance())).join(''),
  );
  const word = () => (chance() < 0.02 ? pick(FOREIGN, chance()) : pick(words, words.length ** (chance() - 1)));
  while (true) yield `${Array.from({ length: Math.ceil(chance() * 2 * WORDS_A_LINE) }, word).join(' ')}.`;
}

/** Numbers from 0 to 1, the same ones for the same seed: Marsaglia's xorshift of 32 bits. */
export function randomNumbers(seed: number): () => number {
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
