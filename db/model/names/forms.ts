/**
 * The forms a word of a name takes in running text, by the script it is written in. Written as rules of our own after
 * the usual grammars: Norwegian Språkrådet's on the genitive, and Wade, *A Comprehensive Russian Grammar*, on the
 * declension of names. Endings of other languages are not known; a name may be given them as other names.
 */

const LATIN_ENDING = /\p{Script=Latin}\p{M}*$/u;
/** Words that end so take an apostrophe alone, which belongs to the text around the word: `Jens’`, `Marx'`. */
const SIBILANT = /[sxzß]$/iu;
const CYRILLIC_WORD = /^\p{Script=Cyrillic}{3,}$/u;

/**
 * Russian endings by how the name ends: what is taken away, and what comes in its place. The first rule that fits is
 * taken, so words that lose a vowel (Лев, Павел) and adjectives (Троцкий, Крупская) stand before other nouns.
 */
const RUSSIAN: readonly (readonly [ending: RegExp, endings: string])[] = [
  [/(?<=^л)ев$/iu, 'ьва ьву ьвом ьве'],
  [/(?<=^пав)ел$/iu, 'ла лу лом ле'],
  [/(?<=[гкхжчшщ])ий$/iu, 'ого его ому ему им ом ем ие их ими ая ой ую'],
  [/(?:ый|ой)$/iu, 'ого ому ым ом ые ых ыми ая ой ую'],
  [/яя$/iu, 'ей юю ею'],
  [/ая$/iu, 'ой ую ою ей ею'],
  [/ое$/iu, 'ого ому ым им ом'],
  [/ее$/iu, 'его ему им ем'],
  [/ия$/iu, 'ии ию ией ий'],
  [/ий$/iu, 'ия ию ием ии'],
  [/й$/iu, 'я ю ем е и'],
  [/а$/iu, 'ы и е у ой ою ей'],
  [/я$/iu, 'и е ю ей ею ёй'],
  [/ь$/iu, 'я ю ем ём е и ью ей'],
  [/о$/iu, 'а у ом е'],
  [/е$/iu, 'я ю ем а у и'],
  [/ы$/iu, 'ам ами ах'],
  [/ец$/iu, 'ца цу цем цом це цы'],
  // Surnames in -ин and -ов have the instrumental of adjectives: Сталиным, Хрущёвым.
  [/$/u, 'а у ом ем ым е ы и ых'],
];

/**
 * Every form of a word of a name, itself first, spelled as the name is.
 * @param last whether the name ends with the word: only there `s` is a genitive (`Josef Stalins`)
 */
export function wordForms(word: string, last: boolean): string[] {
  if (CYRILLIC_WORD.test(word)) return [...new Set([word, ...russianForms(word)])];
  return last && LATIN_ENDING.test(word) && !SIBILANT.test(word) ? [word, `${word}s`] : [word];
}

function russianForms(word: string): string[] {
  for (const [ending, endings] of RUSSIAN) {
    if (!ending.test(word)) continue;
    const stem = word.replace(ending, '');
    return endings.split(' ').map((each) => stem + each);
  }
  return [];
}

/**
 * How far a genitive reaches beyond the word it follows, in UTF-16 units: 2 for `Stalin's`, 1 for `Jens’`, else 0.
 * An apostrophe that closes a quotation begun right before the name is none.
 */
export function genitiveAfter(text: string, start: number, end: number): number {
  const sign = end < text.length ? text.charCodeAt(end) : 0;
  if (sign !== 0x27 && sign !== 0x2019) return 0;
  if (/^s(?![\p{L}\p{M}\p{N}])/iu.test(text.slice(end + 1, end + 3))) return 2;
  const opened = start > 0 && "'‘’‚".includes(text.charAt(start - 1));
  const goesOn = /^[\p{L}\p{N}]/u.test(text.slice(end + 1, end + 3));
  return SIBILANT.test(text.slice(end - 1, end)) && !opened && !goesOn ? 1 : 0;
}
