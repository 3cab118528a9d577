import { type CitationData, type CitationType, NO_CITATION } from '../../../db/model/index.ts';
import {
  type CitationEntry,
  type CitationFile,
  type CitationProblem,
  identifiersOf,
  lineCounter,
  MOST_PROBLEMS,
  near,
} from './entry.ts';
import { plainTex } from './plain-tex.ts';

const TYPES: Readonly<Record<string, CitationType>> = {
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  booklet: 'book',
  manual: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'chapter',
  conference: 'chapter',
  article: 'article-journal',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  unpublished: 'manuscript',
  letter: 'personal_communication',
  online: 'webpage',
  www: 'webpage',
  electronic: 'webpage',
  jurisdiction: 'legal_case',
  legislation: 'legislation',
};

/** Words every BibTeX style defines: the months. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

class Fault extends Error {}

/**
 * Reads BibTeX and biblatex (btparse, "The BibTeX input language"; biblatex manual, section 2). An entry that cannot be
 * read is reported with its line, and reading goes on with the next `@` at the beginning of a line.
 */
export function readBibtex(text: string): CitationFile {
  const entries: CitationEntry[] = [];
  const problems: CitationProblem[] = [];
  const macros = new Map(MONTHS.map((month, index) => [month, String(index + 1).padStart(2, '0')]));
  const lineOf = lineCounter(text);
  let at = nextEntry(text, 0);
  while (at !== -1 && problems.length < MOST_PROBLEMS) {
    const line = lineOf(at);
    const reader = createReader(text, at + 1, macros);
    try {
      const read = reader.entry();
      at = nextEntry(text, reader.at());
      if (read === undefined) continue;
      const entry = entryOf(read.type, read.fields);
      if (entry.title === '') problems.push({ line, problem: 'no-title', near: near(read.key) });
      else entries.push(entry);
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      problems.push({ line, problem: 'not-closed', near: near(text.slice(at, at + 80)) });
      at = nextLineEntry(text, at + 1);
    }
  }
  return { entries, problems };
}

function nextEntry(text: string, from: number): number {
  return text.indexOf('@', from);
}

function nextLineEntry(text: string, from: number): number {
  const start = /^[ \t]*@/gm;
  start.lastIndex = from;
  return start.test(text) ? start.lastIndex - 1 : -1;
}

/** No entry is longer; what goes on has lost its end. In UTF-16 units. */
const LONGEST = 200_000;

interface Read {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

function createReader(text: string, start: number, macros: Map<string, string>) {
  let at = start;
  const last = Math.min(text.length, start + LONGEST);

  const skip = () => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const take = (pattern: RegExp): string => {
    skip();
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) throw new Fault();
    at += found.length;
    return found;
  };
  const ahead = (sign: string) => {
    skip();
    return text[at] === sign;
  };

  /** Text in braces that balance, without the outer ones. */
  function braced(): string {
    const from = at + 1;
    let depth = 0;
    for (; at < last; at += 1) {
      const sign = text[at];
      if (sign === '\\') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}' && --depth === 0) {
        at += 1;
        return text.slice(from, at - 1);
      }
    }
    throw new Fault();
  }

  function quoted(): string {
    const from = at + 1;
    let depth = 0;
    for (at += 1; at < last; at += 1) {
      const sign = text[at];
      if (sign === '\\') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign === '"' && depth === 0) {
        at += 1;
        return text.slice(from, at - 1);
      }
    }
    throw new Fault();
  }

  /** Pieces joined by `#`; a bare word is a macro, an unknown one stands for itself. */
  function value(): string {
    const pieces: string[] = [];
    do {
      if (ahead('#')) at += 1;
      if (ahead('{')) pieces.push(braced());
      else if (ahead('"')) pieces.push(quoted());
      else {
        const word = take(/[^\s,{}#"=()]+/y);
        pieces.push(macros.get(word.toLowerCase()) ?? word);
      }
    } while (ahead('#'));
    return pieces.join('');
  }

  function fields(closing: string): Map<string, string> {
    const found = new Map<string, string>();
    while (!ahead(closing)) {
      const name = take(/[^\s,{}#"=()%]+/y).toLowerCase();
      take(/=/y);
      found.set(name, value());
      if (ahead(',')) at += 1;
      else if (!ahead(closing)) throw new Fault();
    }
    at += 1;
    return found;
  }

  return {
    at: () => at,
    /** The entry after the `@`; undefined for what is none: a comment, a preamble, a macro, an address in the text. */
    entry(): Read | undefined {
      const type = /[A-Za-z]+/y;
      type.lastIndex = at;
      const [name] = type.exec(text) ?? [];
      if (name === undefined) return undefined;
      at += name.length;
      skip();
      if (text[at] !== '{' && text[at] !== '(') return undefined;
      if (name.toLowerCase() === 'comment' || name.toLowerCase() === 'preamble') {
        if (text[at] === '{') braced();
        return undefined;
      }
      const closing = text[at] === '{' ? '}' : ')';
      at += 1;
      if (name.toLowerCase() === 'string') {
        for (const [word, words] of fields(closing)) macros.set(word, words);
        return undefined;
      }
      const key = take(/[^\s,{}="]*/y);
      if (ahead(',')) at += 1;
      return { type: name.toLowerCase(), key, fields: fields(closing) };
    },
  };
}

function entryOf(entryType: string, fields: ReadonlyMap<string, string>): CitationEntry {
  const first = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? '';
  const words = (...names: string[]) => plainTex(first(...names));
  const type = TYPES[entryType] ?? 'document';
  const subtitle = words('subtitle');
  const citation: CitationData = {
    ...NO_CITATION,
    type,
    editors: names(first('editor')),
    container: words('journaltitle', 'journal', 'booktitle', 'maintitle'),
    place: words('location', 'address'),
    volume: words('volume'),
    issue: words('number', 'issue'),
    pages: words('pages').replace(/\s*-{2,}\s*/g, '–'),
    edition: words('edition'),
  };
  return {
    title: [words('title'), subtitle].filter(Boolean).join(': '),
    authors: names(first('author')),
    date:
      words('date') || [words('year'), /^\d\d$/.test(first('month')) ? first('month') : ''].filter(Boolean).join('-'),
    language: words('langid', 'language'),
    // An address is no TeX: a tilde in it is a tilde.
    publisher: words('publisher', 'school', 'institution', 'organization'),
    identifiers: identifiersOf(words('doi'), words('isbn')),
    url: first('url')
      .replace(/\\([%#&_~])/g, '$1')
      .trim(),
    citation,
  };
}

/** Names apart at ` and ` outside braces; `Given Family` is put as `Family, Given`, a name in braces stays whole. */
function names(list: string): string[] {
  return splitOutsideBraces(list)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'others')
    .map((name) => {
      if (/^\{[^{}]*\}$/.test(name)) return plainTex(name);
      const parts = plainTex(name).split(/,\s*/);
      if (parts.length > 1) return parts.length === 2 ? parts.join(', ') : `${parts[0]}, ${parts[2]}, ${parts[1]}`;
      return familyFirst(plainTex(name));
    });
}

/** The words before the first one in lower case are given names, as BibTeX has it; without one, all but the last. */
function familyFirst(name: string): string {
  const words = name.split(/\s+/);
  if (words.length === 1) return name;
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && /^\p{Ll}/u.test(word));
  const cut = particle === -1 ? words.length - 1 : particle;
  return `${words.slice(cut).join(' ')}, ${words.slice(0, cut).join(' ')}`;
}

function splitOutsideBraces(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: found, index } of list.matchAll(/[{}]|\s+and\s+/gi)) {
    if (found === '{') depth += 1;
    else if (found === '}') depth -= 1;
    else if (depth === 0) {
      parts.push(list.slice(from, index));
      from = index + found.length;
    }
  }
  return [...parts, list.slice(from)];
}
