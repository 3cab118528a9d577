import { type CitationData, type CitationType, NO_CITATION } from '../../../db/model/index.ts';
import { type CitationEntry, type CitationFile, type CitationProblem, identifiersOf, near } from './entry.ts';

const LINE = /^([A-Z][A-Z0-9]) {0,2}- ?(.*)$/;

const TYPES: Readonly<Record<string, CitationType>> = {
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  CPAPER: 'chapter',
  CONF: 'chapter',
  ENCYC: 'chapter',
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  JFULL: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  MANSCPT: 'manuscript',
  UNPB: 'manuscript',
  PCOMM: 'personal_communication',
  BLOG: 'webpage',
  ELEC: 'webpage',
  ICOMM: 'webpage',
  CASE: 'legal_case',
  STAT: 'legislation',
  BILL: 'legislation',
};

interface Field {
  readonly tag: string;
  value: string;
}

/** Reads RIS (the tags of Research Information Systems, as reference managers write them): records from TY to ER. */
export function readRis(text: string): CitationFile {
  const entries: CitationEntry[] = [];
  const problems: CitationProblem[] = [];
  let fields: Field[] | undefined;
  let began = 0;

  function end(): void {
    if (fields === undefined) return;
    const entry = entryOf(fields);
    if (entry.title === '') problems.push({ line: began, problem: 'no-title', near: near(entry.authors.join('; ')) });
    else entries.push(entry);
    fields = undefined;
  }

  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = index + 1;
    const [, tag, value = ''] = LINE.exec(raw.trimEnd()) ?? [];
    if (tag === 'TY') {
      if (fields !== undefined)
        problems.push({ line: began, problem: 'not-closed', near: near(entryOf(fields).title) });
      end();
      fields = [{ tag, value: value.trim() }];
      began = line;
    } else if (tag === 'ER') {
      end();
    } else if (tag !== undefined && fields !== undefined) {
      fields.push({ tag, value: value.trim() });
    } else if (raw.trim() !== '') {
      // A line without a tag goes on with the field before it; outside a record it belongs to nothing.
      const last = fields?.at(-1);
      if (last === undefined || last.tag === 'TY') problems.push({ line, problem: 'not-an-entry', near: near(raw) });
      else last.value = `${last.value} ${raw.trim()}`;
    }
  }
  if (fields !== undefined) {
    problems.push({ line: began, problem: 'not-closed', near: near(entryOf(fields).title) });
    end();
  }
  return { entries, problems };
}

function entryOf(fields: readonly Field[]): CitationEntry {
  const all = (...tags: string[]) => fields.filter(({ tag, value }) => tags.includes(tag) && value !== '');
  const first = (...tags: string[]) => tags.map((tag) => all(tag)[0]?.value).find((value) => value !== undefined) ?? '';
  const type = TYPES[first('TY').toUpperCase()] ?? 'document';
  const isBook = type === 'book' || type === 'thesis' || type === 'report';
  const citation: CitationData = {
    ...NO_CITATION,
    type,
    editors: all('ED', 'A2').map(({ value }) => value),
    container: isBook ? '' : first('T2', 'JF', 'JO', 'JA', 'BT'),
    place: first('CY', 'PP'),
    volume: first('VL'),
    issue: first('IS'),
    pages: [first('SP'), first('EP')].filter(Boolean).join('–'),
    edition: first('ET'),
  };
  return {
    title: first('TI', 'T1', 'CT', 'BT'),
    authors: all('AU', 'A1').map(({ value }) => value),
    date: dateOf(first('DA', 'PY', 'Y1')),
    language: first('LA'),
    url: first('UR', 'L2'),
    publisher: first('PB'),
    identifiers: identifiersOf(first('DO'), isBook || type === 'chapter' ? first('SN') : ''),
    citation,
  };
}

/** `2004/05/12/` as `2004-05-12`; anything else as it was written. */
function dateOf(written: string): string {
  const [, year, month, day, rest = ''] = /^(\d{4})\/(\d{1,2})?(?:\/(\d{1,2})?)?(?:\/(.*))?$/.exec(written) ?? [];
  if (year === undefined) return written;
  const parts = [year, month, month === undefined ? undefined : day].filter((part) => part !== undefined);
  return [parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-'), rest]
    .filter(Boolean)
    .join(' ');
}
