/** Letters of languages that have more, or others, than the Latin ones, in their order. */
const ALPHABETS: Readonly<Record<string, readonly string[]>> = {
  nb: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ'],
  nn: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ'],
};
const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Under which names stand that have no letter. */
export const NO_LETTER = '#';

/**
 * Says under which letter of an index a name stands, in the order of a language: Åse behind Z in Norwegian, with Aase,
 * and under A in English. A name in another script stands under its own first letter. After ICU's AlphabeticIndex: a name
 * belongs to the last letter that does not come after it.
 * @param language BCP 47
 */
export function lettersOf(language: string): (name: string) => string {
  const letters = ALPHABETS[new Intl.Locale(language).language] ?? LATIN;
  const collator = new Intl.Collator(language, { sensitivity: 'base' });
  return (name) => {
    const from = name.search(/\p{L}/u);
    if (from === -1) return NO_LETTER;
    const words = name.slice(from);
    const [first = ''] = words;
    if (!/\p{Script=Latin}/u.test(first)) return first.toLocaleUpperCase(language);
    return letters.findLast((letter) => collator.compare(letter, words) <= 0) ?? NO_LETTER;
  };
}
