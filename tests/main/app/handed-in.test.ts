import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { ExportFormat, Highlight } from '../../../main/contract/index.ts';
import { findChromium } from '../../../main/host/index.ts';
import { book } from '../interchange/documents/book.ts';
import { has, runOn } from '../interchange/programs.ts';
import { startApp, type TestApp } from './desk.ts';

const REAL_TEXT = resolve(import.meta.dirname, '../../../../shared/texts/stalin-nb.txt');

/** A source in many scripts, written for this test. */
const SCRIPTS = [
  'På Ærø og i Ålesund åt de blåbærgrøt.',
  'Где сказано, что поезд ушёл в среду?',
  'თბილისში წვიმდა მთელი კვირა.',
  'הרכבת יצאה מהתחנה בשעה שבע.',
  'غادر القطار المحطة صباحا.',
  'A lamp 🎻, a family 👩‍👩‍👧 and 𝔊𝔬𝔱𝔥𝔦𝔠 letters: 50 % of $3 & #1_a^b~c {x} \\y <z> “q” *s* [t] |u|.',
] as const;

interface Handed {
  readonly app: TestApp;
  readonly outlineId: string;
  readonly quotations: readonly Highlight[];
}

/** An outline of more than thirty items of every kind, with passages of three sources. */
async function written(): Promise<Handed> {
  const app = await startApp({ clock: () => Date.UTC(2026, 0, 2) });
  const { call } = app;
  const real = await app.importText(readFileSync(REAL_TEXT, 'utf8'), 'Josef Stalin.txt');
  const scripts = await app.importText(SCRIPTS.join('\n'), 'Many scripts.txt');
  const { source: lamp } = await app.importFile('lamp.epub', book(3));
  const { blocks } = await call('sources.text', { id: real.id });
  const mark = (sourceId: string, start: number, end: number) => call('highlights.create', { sourceId, start, end });

  const ofReal: Highlight[] = [];
  for (const [index, { start, text }] of blocks.filter(({ text }) => [...text].length > 200).entries()) {
    if (ofReal.length === 16) break;
    ofReal.push(await mark(real.id, start + (index % 7), start + (index % 7) + 60 + ((index * 37) % 130)));
    expect(text).not.toBe('');
  }
  const ofScripts: Highlight[] = [];
  let start = 0;
  for (const line of SCRIPTS) {
    ofScripts.push(await mark(scripts.id, start, start + [...line].length));
    start += [...line].length + 1;
  }
  const pages = await call('sources.text', { id: lamp?.id ?? '' });
  const counted = [...pages.text.slice(0, pages.text.indexOf('Count it'))].length;
  const ofLamp = await mark(lamp?.id ?? '', counted, counted + 8);
  expect(ofLamp.locator).toContain('p. 41');

  const { id: outlineId } = await call('outlines.create', { title: 'Æ, Ж, თ and 🎻: handed in' });
  const add = (
    kind: 'heading' | 'text' | 'quotation' | 'note' | 'entity',
    more: object,
    parentId: string | null = null,
  ) => call('outlines.add', { outlineId, kind, parentId, ...more });
  const person = await call('entities.create', { type: 'person', name: 'იოსებ სტალინი', aliases: ['Сталин'] });
  const note = await call('notes.create', {
    title: 'En note om «ordene»',
    markdown: `Before.\n\n[x](lectern:highlight/${ofReal[0]?.id})\n\n- one\n- **two**\n`,
  });
  const first = await add('heading', { text: 'Первое & ærlig' });
  const below = await add('heading', { text: 'A second level' }, first.id);
  for (const { id } of ofReal.slice(1, 9)) await add('quotation', { refId: id }, below.id);
  await add('text', { text: 'My own words: 100 % mine_and_yours, #1.\n\nIn two paragraphs.' }, below.id);
  await add('note', { refId: note.id }, first.id);
  await add('entity', { refId: person.id }, first.id);
  const second = await add('heading', { text: 'მეორე' });
  for (const { id } of ofReal.slice(9)) await add('quotation', { refId: id }, second.id);
  for (const { id } of ofScripts) await add('quotation', { refId: id }, second.id);
  await add('quotation', { refId: ofLamp.id });
  for (const text of ['One more', 'And one more', 'The last']) await add('heading', { text });
  const outline = await call('outlines.get', { id: outlineId });
  expect(outline.items).toBeGreaterThanOrEqual(30);
  expect(new Set(outline.tree.map(({ kind }) => kind)).size).toBe(5);
  return { app, outlineId, quotations: [...ofReal, ...ofScripts, ofLamp] };
}

async function exported({ app, outlineId }: Handed, format: ExportFormat): Promise<Uint8Array> {
  const made = await app.call('exports.create', { kind: 'outline', id: outlineId, format, language: 'nb' });
  expect(made.report).toMatchObject({ unresolved: [] });
  const bytes = app.downloads.get(made.download);
  if (!bytes) throw new Error('nothing was exported');
  return bytes;
}

/** What a person reads in an HTML document. */
function htmlText(html: string): string {
  const texts: string[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...parse(html).childNodes];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if ('value' in node) texts.push(node.value);
    else if ('tagName' in node && !['style', 'script', 'title'].includes(node.tagName)) {
      const ends = ['p', 'li', 'h1', 'h2', 'h3', 'h4', 'br', 'cite', 'footer', 'div'].includes(node.tagName);
      waiting.unshift(...node.childNodes);
      if (ends) texts.push('\n');
    }
  }
  return texts.join('');
}

/** The text of an XML document, and of its attributes where they hold it. */
function xmlText(xml: string, attribute?: string): string {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text));
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'text:s') texts.push(' ');
    if (name === 'text:p' || name === 'text:h' || name === 'text:line-break') texts.push('\n');
    for (const [key, value] of Object.entries(attributes)) {
      if (attribute !== undefined && (key === attribute || key === '_note')) texts.push(`\n${value}`);
    }
  });
  parser.write(xml).close();
  return texts.join('');
}

function pandocText(bytes: Uint8Array, format: string): string {
  return runOn({ 'in.txt': bytes }, 'pandoc', ['-f', format, '-t', 'plain', '--wrap=none', 'in.txt'], (_, out) => out);
}

const decoded = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Each format read by a program or library that is not ours; not read where that is not here. */
const READ: Readonly<
  Record<ExportFormat, { read(bytes: Uint8Array): string | Promise<string>; readonly isHere?: boolean }>
> = {
  markdown: { read: (bytes) => htmlText(new MarkdownIt().render(decoded(bytes))) },
  html: { read: (bytes) => htmlText(decoded(bytes)) },
  text: { read: decoded },
  opml: { read: (bytes) => xmlText(decoded(bytes), 'text') },
  odt: { read: (bytes) => xmlText(strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())) },
  docx: { read: async (bytes) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value },
  // An apostrophe is read as the curved one, which is what the older engines print.
  latex: { read: (bytes) => pandocText(bytes, 'latex-smart').replaceAll('’', "'"), isHere: has('pandoc') },
  pdf: {
    read: (bytes) => runOn({ 'a.pdf': bytes }, 'pdftotext', ['-raw', 'a.pdf', '-'], (_, printed) => printed),
    isHere: findChromium() !== undefined && spawnSync('pdftotext', ['-v']).error === undefined,
  },
};

/** Letters in order, without what layout does between them. */
const letters = (text: string) => text.replace(/[\s\u00AD\u200B-\u200F\u2028-\u202E\u2066-\u2069]+/gu, '');

describe.skipIf(!existsSync(REAL_TEXT))('an outline that is handed in (skipped where ../shared is absent)', () => {
  test.each(Object.keys(READ) as ExportFormat[])(
    'says in %s every quotation to the letter, with its source and its place, and is the same file twice',
    { timeout: 120_000 },
    async (format) => {
      const handed = await written();
      const bytes = await exported(handed, format);
      const again = await exported(handed, format);
      expect(Buffer.compare(undated(bytes, format), undated(again, format))).toBe(0);
      const { read, isHere = true } = READ[format];
      if (!isHere) return;
      const text = printed(letters(await read(bytes)), format);
      for (const { quote, sourceTitle, locator } of handed.quotations) {
        const place = letters(`${sourceTitle}, ${locator}`);
        if (format === 'pdf' && /[\u0590-\u06FF]/.test(quote)) {
          // Words that run from right to left are told in the order in which they stand on the page.
          const before = text.slice(0, text.indexOf(place)).slice(-letters(quote).length - 2);
          for (const word of quote.split(' ')) expect(before, quote).toContain(letters(word).replace('.', ''));
          continue;
        }
        const at = text.indexOf(printed(letters(quote), format));
        expect(at, `${quote} in ${format}`).toBeGreaterThanOrEqual(0);
        const behind = text.slice(at, at + letters(quote).length + 80);
        expect(behind, `the place of ${quote} in ${format}`).toContain(place);
      }
      for (const words of ['Первое&ærlig', 'მეორე', 'Ennoteom«ordene»', 'იოსებსტალინი', '100%mine_and_yours,#1.']) {
        expect(text).toContain(words);
      }
    },
  );
});

/** A computer may have no font with pictures, and then a PDF has no such letters. */
function printed(text: string, format: ExportFormat): string {
  return format === 'pdf' ? text.replace(/\p{Extended_Pictographic}/gu, '') : text;
}

/** A PDF without the times at which it was printed. */
function undated(bytes: Uint8Array, format: ExportFormat): Uint8Array {
  if (format !== 'pdf') return bytes;
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/\/(?:CreationDate|ModDate) \(D:[^)]*\)/g, ''), 'latin1');
}
