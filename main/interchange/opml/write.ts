import {
  attribution,
  escapeMarkup,
  placeholder,
  type QuotationBlock,
  type Run,
  type SummaryBlock,
  type SummaryDocument,
  type SummaryWriter,
  sourceRuns,
  type Words,
} from '../summary/index.ts';

/** A line of an outline as other outliners keep it: its words, what kind it is, a note below them. */
interface Line {
  readonly text: string;
  readonly type?: string;
  readonly note?: string;
  readonly children: Line[];
}

/**
 * A summary as OPML 2.0 (http://opml.org/spec2.opml): headings hold what follows them. The words of a quotation are
 * its text; source and locator stand in `_note`, where outliners show what belongs to a line.
 */
export const opmlWriter: SummaryWriter = {
  extension: 'opml',
  mediaType: 'text/x-opml',
  images: [],
  write(document, words) {
    return new TextEncoder().encode(opml(document, words));
  },
};

function opml(document: SummaryDocument, words: Words): string {
  const { title, authors = [], createdAt, language } = document;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xml:lang="${escapeMarkup(language)}">`,
    '<head>',
    `<title>${escapeMarkup(title)}</title>`,
    `<dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`,
    ...(authors.length === 0 ? [] : [`<ownerName>${escapeMarkup(authors.join('; '))}</ownerName>`]),
    '</head>',
    '<body>',
    ...linesOf(document, words).flatMap((line) => elementLines(line, 0)),
    '</body>',
    '</opml>',
    '',
  ].join('\n');
}

/** OPML demands at least one outline, so a summary of nothing is its title. */
function linesOf(document: SummaryDocument, words: Words): Line[] {
  const { title, subtitle, blocks, sources } = document;
  const head = subtitle === undefined ? [] : [line(subtitle)];
  const list = sources.map((source) => line(textOf(sourceRuns(source))));
  const all = [
    ...head,
    ...nested(blocks, words),
    ...(list.length === 0 ? [] : [{ ...line(words.sources), children: list }]),
  ];
  return all.length === 0 ? [line(title)] : all;
}

/** Blocks as a tree: what stands under a heading is its child, and so is a heading of a deeper level. */
function nested(blocks: readonly SummaryBlock[], words: Words): Line[] {
  const top: Line[] = [];
  const open: { readonly level: number; readonly children: Line[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const children = open.at(-1)?.children ?? top;
    const lines = blockLines(block, words);
    children.push(...lines);
    if (block.kind === 'heading') open.push({ level: block.level, children: lines[0]?.children ?? [] });
  }
  return top;
}

function blockLines(block: SummaryBlock, words: Words): Line[] {
  switch (block.kind) {
    case 'heading':
      return [line([block.number, textOf(block.runs)].filter(Boolean).join(' '))];
    case 'paragraph':
      return [line(textOf(block.runs))];
    case 'quotation':
      return [quotation(block, words)];
    case 'unresolved':
      return [{ ...line(placeholder(block, words)), ...(block.snapshot ? { note: block.snapshot } : {}) }];
    case 'quote':
      return nested(block.blocks, words);
    case 'list':
      return block.items.map(({ blocks: [first, ...rest], checked }) => {
        const [own = line(''), ...others] = first === undefined ? [] : blockLines(first, words);
        const box = checked === undefined ? '' : checked ? '☑ ' : '☐ ';
        return { ...own, text: box + own.text, children: [...own.children, ...others, ...nested(rest, words)] };
      });
    case 'table':
      return block.rows.map((row) => line(row.map(({ runs }) => textOf(runs)).join(' | ')));
    case 'preformatted':
      return [line(block.text)];
    case 'rule':
      return [];
  }
}

function quotation(block: QuotationBlock, words: Words): Line {
  const cited = block.citation === undefined ? '' : textOf(block.citation.runs);
  const comment = block.comment === undefined || block.comment === '' ? '' : `${words.comment}: ${block.comment}`;
  const notes = [attribution(block), cited, (block.tags ?? []).join(', '), comment].filter((part) => part !== '');
  return { ...line(block.text), type: 'quotation', note: notes.join('\n') };
}

function line(text: string): Line {
  return { text, children: [] };
}

/** The words of runs; a footnote, for which OPML has no place, follows in brackets. */
function textOf(runs: readonly Run[]): string {
  return runs.map(({ text, footnote }) => (footnote === undefined ? text : `${text} [${textOf(footnote)}]`)).join('');
}

function elementLines({ text, type, note, children }: Line, depth: number): string[] {
  const indent = '  '.repeat(Math.min(depth, 20));
  const attributes = [
    ...(type === undefined ? [] : [attribute('type', type)]),
    attribute('text', text),
    ...(note === undefined || note === '' ? [] : [attribute('_note', note)]),
  ].join('');
  if (children.length === 0) return [`${indent}<outline${attributes}/>`];
  return [
    `${indent}<outline${attributes}>`,
    ...children.flatMap((child) => elementLines(child, depth + 1)),
    `${indent}</outline>`,
  ];
}

/** Line breaks and tabs as references: as they are, a parser would make spaces of them (XML 1.0, section 3.3.3). */
function attribute(name: string, value: string): string {
  return ` ${name}="${escapeMarkup(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;').replaceAll('\r', '&#13;')}"`;
}
