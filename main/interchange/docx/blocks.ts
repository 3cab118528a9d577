import { HeadingLevel, type IParagraphOptions, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import {
  type Footnotes,
  type ListBlock,
  placeholder,
  plain,
  type QuotationBlock,
  quotationLines,
  type Run,
  remarkLines,
  type SummaryBlock,
  sourceLine,
  type TableBlock,
  type UnresolvedBlock,
  type Words,
} from '../summary/index.ts';
import { PAGE_ROOM } from './images.ts';
import type { Anchor, Margin } from './margin.ts';
import { LEVEL_INDENT, type Numbering, wordLevel } from './numbering.ts';
import { isRightToLeft, runsToWord } from './runs.ts';
import { LINE, LIST_TEXT, PLACEHOLDER, PREFORMATTED, QUOTE, QUOTE_END, QUOTE_INDENT, QUOTE_SOURCE } from './styles.ts';

/** What surrounds a block: Word's document is flat, so nesting becomes style and indent. */
export interface Surroundings {
  readonly words: Words;
  readonly numbering: Numbering;
  readonly footnotes: Footnotes;
  /** How many lists a block stands in. */
  readonly depth: number;
  readonly quoted: boolean;
  /** Takes tags and comments of quotations, where they are to stand in the margin. */
  readonly margin?: Margin;
}

/** Below a table, which has no room of its own there; in twentieths of a point. */
const TABLE_GAP = { after: 0, line: 160 };

const THIN = { ...LINE, size: 4 };

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Blocks as Word's paragraphs and tables. */
export function blocksToWord(blocks: readonly SummaryBlock[], around: Surroundings): (Paragraph | Table)[] {
  return blocks.flatMap((block) => blockToWord(block, around));
}

/** A paragraph of runs, written from right to left where its text is. */
export function paragraph(
  runs: readonly Run[],
  options: IParagraphOptions = {},
  footnotes?: Footnotes,
  { before = [], after = [] }: Partial<Anchor> = {},
  room?: number,
): Paragraph {
  const bidirectional = isRightToLeft(runs.map((run) => run.text).join(''));
  return new Paragraph({
    ...options,
    ...(bidirectional ? { bidirectional } : {}),
    children: [...before, ...runsToWord(runs, footnotes, room), ...after],
  });
}

function blockToWord(block: SummaryBlock, around: Surroundings): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const number = block.number === undefined ? [] : plain(`${block.number} `);
      const heading = HEADINGS[Math.min(6, block.level) - 1] ?? HeadingLevel.HEADING_1;
      return [paragraph([...number, ...block.runs], { heading }, around.footnotes)];
    }
    case 'paragraph':
      return [paragraph(block.runs, position(around), around.footnotes)];
    case 'quotation':
      return quotation(block, around);
    case 'unresolved':
      return unresolved(block, around);
    case 'quote':
      return blocksToWord(block.blocks, { ...around, quoted: true });
    case 'list':
      return list(block, around);
    case 'table':
      return [table(block, around), new Paragraph({ spacing: TABLE_GAP })];
    case 'preformatted':
      return [paragraph(plain(block.text), { ...position(around), style: PREFORMATTED })];
    case 'rule':
      return [new Paragraph({ thematicBreak: true })];
  }
}

/** Style and indent of a paragraph that is no list item itself. */
function position({ depth, quoted }: Surroundings): IParagraphOptions {
  const left = depth * LEVEL_INDENT + (quoted ? QUOTE_INDENT : 0);
  return { ...(quoted ? { style: QUOTE_END } : {}), ...(depth > 0 ? { indent: { left } } : {}) };
}

function quotation(block: QuotationBlock, around: Surroundings): Paragraph[] {
  const { words, footnotes, margin } = around;
  const remarks = margin === undefined ? [] : remarkLines(block);
  if (margin !== undefined && remarks.length > 0) {
    const { tags: _, comment: __, ...alone } = block;
    return quotedWithSource(alone, footnotes, margin.add(remarks));
  }
  const comment =
    block.comment === undefined || block.comment === ''
      ? []
      : [paragraph([{ text: words.comment, marks: ['em'] }, { text: `: ${block.comment}` }])];
  return [...quotedWithSource(block, footnotes), ...comment];
}

/** The words and the line that says where they are from; `anchor` goes around the words. */
function quotedWithSource(block: QuotationBlock, footnotes: Footnotes, anchor?: Anchor): Paragraph[] {
  const below = sourceLine(block);
  const lines = quoted(quotationLines(block), below.length === 0, footnotes, anchor);
  const source = below.length === 0 ? [] : [paragraph(below, { style: QUOTE_SOURCE }, footnotes)];
  return [...lines, ...source];
}

function unresolved(block: UnresolvedBlock, { words }: Surroundings): Paragraph[] {
  const sentence = paragraph(plain(placeholder(block, words)), { style: PLACEHOLDER });
  if (block.snapshot === undefined || block.snapshot === '') return [sentence];
  return [sentence, ...quoted(block.snapshot.split('\n').map(plain), true)];
}

/** The paragraphs of a quotation, kept together; the last has room below it where nothing of the quotation follows. */
function quoted(lines: readonly Run[][], ends: boolean, footnotes?: Footnotes, anchor?: Anchor): Paragraph[] {
  return lines.map((runs, index) => {
    const isLast = index === lines.length - 1;
    const style = ends && isLast ? { style: QUOTE_END } : { style: QUOTE, keepNext: true };
    return paragraph(runs, style, footnotes, {
      before: (index === 0 && anchor?.before) || [],
      after: (isLast && anchor?.after) || [],
    });
  });
}

function list(block: ListBlock, around: Surroundings): (Paragraph | Table)[] {
  const reference = around.numbering.reference(block);
  const inside = { ...around, depth: around.depth + 1 };
  return block.items.flatMap(({ blocks, checked }) => {
    const [first, ...rest] = blocks;
    const opens = first?.kind === 'paragraph';
    const box = checked === undefined ? [] : plain(checked ? '☑ ' : '☐ ');
    const numbering = { reference, level: wordLevel(around.depth) };
    const runs = [...box, ...(opens ? first.runs : [])];
    const opening = paragraph(runs, { numbering, style: LIST_TEXT }, around.footnotes);
    return [opening, ...blocksToWord(opens ? rest : blocks, inside)];
  });
}

function table({ rows }: TableBlock, { footnotes }: Surroundings): Table {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  // What is between the columns is a tenth of a small one.
  const room = (PAGE_ROOM.width * 0.9) / columns;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map((row) => {
      const cells = Array.from({ length: columns }, (_, column) => {
        const cell = row[column];
        const runs = cell?.header ? cell.runs.map(strong) : (cell?.runs ?? []);
        return new TableCell({ children: [paragraph(runs, { spacing: { after: 0 } }, footnotes, {}, room)] });
      });
      const isHeader = row.length > 0 && row.every((cell) => cell.header);
      return new TableRow({ ...(isHeader ? { tableHeader: true } : {}), children: cells });
    }),
  });
}

function strong(run: Run): Run {
  return { ...run, marks: [...(run.marks ?? []).filter((mark) => mark !== 'strong'), 'strong'] };
}
