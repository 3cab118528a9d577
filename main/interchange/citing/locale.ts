import { escapeMarkup } from '../summary/index.ts';

/** A word of a locale: one form, or one for one and one for several. */
type Word = string | readonly [one: string, several: string];

export interface Locale {
  /** BCP 47, as citeproc names it. */
  readonly language: string;
  readonly terms: Readonly<Record<string, Word>>;
  readonly short: Readonly<Record<string, Word>>;
  readonly symbols: Readonly<Record<string, Word>>;
  /** Before the names of those who did it: `edited by`. */
  readonly verbs: Readonly<Record<string, string>>;
  /** January to December. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** The parts of a date in words, in order, with what stands around each. */
  readonly textDate: string;
  readonly numericDate: string;
}

/** A locale as XML (CSL 1.0.2, "Locale Files"). */
export function localeXml(locale: Locale): string {
  const { language, terms, short, symbols, verbs, months, shortMonths, textDate, numericDate } = locale;
  const monthTerms = (names: readonly string[], form: string) =>
    names.map((name, index) => termXml(`month-${String(index + 1).padStart(2, '0')}`, name, form));
  return [
    `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${language}">`,
    '<style-options punctuation-in-quote="false"/>',
    `<date form="text">${textDate}</date>`,
    `<date form="numeric">${numericDate}</date>`,
    '<terms>',
    ...Object.entries(terms).map(([name, word]) => termXml(name, word, '')),
    ...Object.entries(short).map(([name, word]) => termXml(name, word, 'short')),
    ...Object.entries(symbols).map(([name, word]) => termXml(name, word, 'symbol')),
    ...Object.entries(verbs).map(([name, word]) => termXml(name, word, 'verb')),
    ...monthTerms(months, ''),
    ...monthTerms(shortMonths, 'short'),
    '</terms>',
    '</locale>',
  ].join('\n');
}

function termXml(name: string, word: Word, form: string): string {
  const opening = `<term name="${name}"${form === '' ? '' : ` form="${form}"`}>`;
  if (typeof word === 'string') return `${opening}${escapeMarkup(word)}</term>`;
  const [one, several] = word.map(escapeMarkup);
  return `${opening}<single>${one}</single><multiple>${several}</multiple></term>`;
}
