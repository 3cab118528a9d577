import { type SummarySource, safeLink } from '../summary/index.ts';
import { escapeTex } from './escape.ts';

/** The sources as a biblatex file (biblatex manual, section 2), for biber, UTF-8. */
export function bibliography(sources: readonly SummarySource[], keys: ReadonlyMap<string, string>): string {
  return sources.map((source) => entry(source, keys.get(source.id) ?? source.id)).join('\n');
}

function entry(source: SummarySource, key: string): string {
  const { title, authors, date, url, language } = source;
  const address = safeLink(url);
  const fields = [
    ['author', authors.map(name).join(' and ')],
    ['title', braced(title)],
    /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date) ? ['date', date] : ['year', braced(date)],
    ['url', address === undefined ? '' : address.replace(/[{}\\]/g, encodeURIComponent).replace(/[%#]/g, '\\$&')],
    ['langid', LANGUAGES[language.split('-')[0] ?? ''] ?? ''],
  ].filter(([, value]) => value !== '');
  const lines = fields.map(([field, value]) => `  ${field} = {${value}},`);
  return [`@${address === undefined ? 'misc' : 'online'}{${key},`, ...lines, '}', ''].join('\n');
}

/** Braces keep capitals as they are; nothing for nothing. */
function braced(text: string): string {
  const words = escapeTex(text.replaceAll('\n', ' '));
  return words === '' ? '' : `{${words}}`;
}

/** A name in the order it was given; one that holds a word biber would take apart stays whole. */
function name(author: string): string {
  const words = escapeTex(author.replaceAll('\n', ' '));
  return /\band\b|^[^,]+,[^,]+,[^,]+,/i.test(author) ? `{${words}}` : words;
}

/** Language names as babel knows them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'english',
  nb: 'norsk',
  nn: 'nynorsk',
  no: 'norsk',
  de: 'german',
  fr: 'french',
  sv: 'swedish',
  da: 'danish',
  ru: 'russian',
};
