/**
 * How an entity's names are found in running text: as whole words, in any of the forms a name takes there.
 *
 * A word is a run of letters, marks and digits (Unicode properties L, M, N), so `Stalin` is not found in
 * `Stalingrad`. A name may carry an ending: the genitive of Norwegian and English (`Stalins`, `Stalin's`) and, for
 * Cyrillic words of four letters or more, the endings of Russian declension (`Сталина`, `Москвы`), which take the
 * place of a final vowel. Names of four letters or more are found whatever their case, shorter ones only as written.
 */

const WORD = '\\p{L}\\p{M}\\p{N}';
const GENITIVE = "(?:['’]?s|['’])?";
const RUSSIAN_ENDINGS =
  '(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ам|ям|ов|ев|ей|ой|ою|ею|ом|ем|ём|ым|им|ых|их|ую|юю|ая|яя|ые|ие|ый|ий|а|я|у|ю|ы|и|е|о|ь|й)?';
const CYRILLIC_WORD = /^\p{Script=Cyrillic}{4,}$/u;
const FINAL_VOWEL = /[аяоеёйьы]$|(?:ий|ый|ая|яя|ое|ее)$/iu;
/** Names shorter than this are found only in the case they are written in: `IT` is no `it`. */
const CASE_MATTERS_BELOW = 4;

/** A place where a name stands, in UTF-16 units of the text searched. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** The name it matched, as the entity has it. */
  readonly name: string;
}

/** Finds every place where one of the names stands, in text order and never two that overlap; the longest name wins. */
export type NameFinder = (text: string) => Generator<NameMatch>;

/** Makes a finder for an entity's names; one without names finds nothing. */
export function nameFinder(names: readonly string[]): NameFinder {
  const wanted = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].sort(
    (a, b) => b.length - a.length,
  );
  if (wanted.length === 0) return function* () {};
  const alternatives = wanted.map((name) => `(${spellings(name).map(wordForms).join('|')})`);
  const pattern = new RegExp(`(?<![${WORD}])(?:${alternatives.join('|')})(?![${WORD}])`, 'giu');
  return function* find(text) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const name = wanted[match.slice(1).findIndex((group) => group !== undefined)] ?? '';
      const [found] = match;
      if (caseFits(found, name)) {
        yield { start: match.index, end: match.index + found.length, name };
      } else {
        pattern.lastIndex = match.index + 1;
      }
    }
  };
}

/** A name composed and decomposed: `é` may be one code point in the name and two in the text. */
function spellings(name: string): string[] {
  return [...new Set([name, name.normalize('NFC'), name.normalize('NFD')])];
}

function wordForms(name: string): string {
  const words = name.split(/\s+/u);
  return words.map((word, at) => wordForm(word, at === words.length - 1)).join('\\s+');
}

function wordForm(word: string, last: boolean): string {
  if (CYRILLIC_WORD.test(word))
    return `(?:${literal(word)}|${literal(word.replace(FINAL_VOWEL, ''))}${RUSSIAN_ENDINGS})`;
  return last && /\p{L}$/u.test(word) ? `${literal(word)}${GENITIVE}` : literal(word);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function caseFits(found: string, name: string): boolean {
  if ([...name].length >= CASE_MATTERS_BELOW) return true;
  return spellings(name).some((spelling) => found.startsWith(spelling));
}
