import { CITATION_TYPES, type CitationType, NO_CITATION } from '../../../db/model/index.ts';
import {
  type CitationEntry,
  type CitationFile,
  type CitationProblem,
  identifiersOf,
  lineCounter,
  near,
} from './entry.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html): one item or an array of them. */
export function readCslJson(text: string): CitationFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    return { entries: [], problems: [{ line: faultLine(cause), problem: 'not-json', near: '' }] };
  }
  const items: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const entries: CitationEntry[] = [];
  const problems: CitationProblem[] = [];
  const lineOf = lineCounter(text);
  let from = 0;
  for (const item of items) {
    const entry = isFields(item) ? entryOf(item) : undefined;
    const title = isFields(item) ? JSON.stringify(item['id'] ?? item['title'] ?? '') : '';
    const at = Math.max(from, text.indexOf(title, from));
    from = at;
    const line = lineOf(at);
    if (entry === undefined) problems.push({ line, problem: 'not-an-entry', near: near(JSON.stringify(item) ?? '') });
    else if (entry.title === '') problems.push({ line, problem: 'no-title', near: near(JSON.stringify(item)) });
    else entries.push(entry);
  }
  return { entries, problems };
}

/** V8 names the line of a fault in the words of its error. */
function faultLine(cause: unknown): number {
  const [, line] = /\(line (\d+)/.exec(cause instanceof Error ? cause.message : '') ?? [];
  return line === undefined ? 1 : Number(line);
}

function entryOf(item: Fields): CitationEntry | undefined {
  if (!('title' in item || 'type' in item)) return undefined;
  const words = (name: string) => plainWords(item[name]);
  return {
    title: words('title'),
    authors: names(item['author']),
    date: dateOf(item['issued']),
    language: words('language'),
    url: words('URL'),
    publisher: words('publisher'),
    identifiers: identifiersOf(words('DOI'), words('ISBN')),
    citation: {
      ...NO_CITATION,
      type: typeOf(words('type')),
      editors: names(item['editor']),
      container: words('container-title'),
      place: words('publisher-place'),
      volume: words('volume'),
      issue: words('issue'),
      pages: words('page'),
      edition: words('edition'),
    },
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as words: numbers are numbers of volumes; marks for italics and the like are left out. */
function plainWords(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^>]*)?>/g, '').trim() : '';
}

function typeOf(type: string): CitationType {
  return CITATION_TYPES.find((each) => each === type) ?? ALIKE[type] ?? 'document';
}

const ALIKE: Readonly<Record<string, CitationType>> = {
  article: 'article-journal',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  'paper-conference': 'chapter',
  'post-weblog': 'webpage',
  post: 'webpage',
  bill: 'legislation',
  pamphlet: 'book',
  collection: 'manuscript',
};

/** Names as `Family, Given`; what has no parts stays whole. */
function names(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isFields)
    .map((name) => {
      const part = (key: string) => plainWords(name[key]);
      if (part('literal') !== '') return part('literal');
      const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
      const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
      return [family, given, part('suffix')].filter(Boolean).join(', ');
    })
    .filter((name) => name !== '');
}

/** A date as ISO 8601 as far as it is known, else as it was written. */
function dateOf(value: unknown): string {
  if (!isFields(value)) return plainWords(value);
  const parts: unknown = value['date-parts'];
  const written = plainWords(value['raw']) || plainWords(value['literal']);
  if (!Array.isArray(parts)) return written;
  const dates = parts.map(isoDate).filter((date) => date !== '');
  return dates.length === 0 ? written : dates.join('/');
}

function isoDate(parts: unknown): string {
  if (!Array.isArray(parts)) return '';
  const numbers = parts.map(Number).filter((part) => Number.isInteger(part) && part !== 0);
  const [year, ...rest] = numbers;
  if (year === undefined) return '';
  const sign = year < 0 ? '-' : '';
  return [sign + String(Math.abs(year)).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}
