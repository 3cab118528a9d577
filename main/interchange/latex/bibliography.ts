import type { CitationType } from '../../../db/model/index.ts';
import { type SummarySource, safeLink } from '../summary/index.ts';
import { escapeTex } from './escape.ts';

/** The sources as a biblatex file (biblatex manual, section 2), for biber, UTF-8. */
export function bibliography(sources: readonly SummarySource[], keys: ReadonlyMap<string, string>): string {
  return sources.map((source) => entry(source, keys.get(source.id) ?? source.id)).join('\n');
}

const TYPES: Readonly<Record<CitationType, string>> = {
  document: 'misc',
  book: 'book',
  chapter: 'incollection',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  thesis: 'thesis',
  report: 'report',
  manuscript: 'unpublished',
  personal_communication: 'misc',
  interview: 'misc',
  speech: 'misc',
  webpage: 'online',
  legal_case: 'misc',
  legislation: 'misc',
};

function entry(source: SummarySource, key: string): string {
  const { title, authors, date, url, language, publisher, identifiers, citation } = source;
  const identifier = (wanted: string) => identifiers.find(({ kind }) => kind.toLowerCase() === wanted)?.value ?? '';
  const address = safeLink(url);
  const type = citation.type === 'document' && address !== undefined ? 'online' : TYPES[citation.type];
  const fields = [
    ['author', authors.map(name).join(' and ')],
    ['editor', citation.editors.map(name).join(' and ')],
    ['title', braced(title)],
    [type === 'article' ? 'journaltitle' : 'booktitle', braced(citation.container)],
    [type === 'thesis' || type === 'report' ? 'institution' : 'publisher', braced(publisher)],
    ['location', braced(citation.place)],
    /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/.test(date)
      ? ['date', date]
      : ['year', braced(date)],
    ['volume', escapeTex(citation.volume)],
    ['number', escapeTex(citation.issue)],
    ['pages', escapeTex(citation.pages)],
    ['edition', /^\d+$/.test(citation.edition) ? citation.edition : braced(citation.edition)],
    ['doi', verbatim(identifier('doi'))],
    ['isbn', escapeTex(identifier('isbn'))],
    ['url', address === undefined ? '' : verbatim(address)],
    ['langid', LANGUAGES[language.split('-')[0] ?? ''] ?? ''],
  ].filter(([, value]) => value !== '');
  const lines = fields.map(([field, value]) => `  ${field} = {${value}},`);
  return [`@${type}{${key},`, ...lines, '}', ''].join('\n');
}

/** Addresses and numbers are taken as they are, but for what would end the field or begin a comment. */
function verbatim(text: string): string {
  return text.replace(/[{}\\]/g, encodeURIComponent).replace(/[%#]/g, '\\$&');
}

/** Braces keep capitals as they are; nothing for nothing. */
function braced(text: string): string {
  const words = escapeTex(text.replaceAll('\n', ' '));
  return words === '' ? '' : `{${words}}`;
}

/** A name with its family first is taken apart by biber; any other stays whole, as the citations of ours have it. */
function name(author: string): string {
  const words = escapeTex(author.replaceAll('\n', ' '));
  return author.includes(',') && !/\band\b|,[^,]*,[^,]*,/i.test(author) ? words : `{${words}}`;
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
