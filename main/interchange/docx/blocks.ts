import { HeadingLevel, type IParagraphOptions, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import {
  attribution,
  type ListBlock,
  placeholder,
  plain,
  type QuotationBlock,
  type Run,
  type SummaryBlock,
  type TableBlock,
  type UnresolvedBlock,
  type Words,
} from '../summary/index.ts';
import { LEVEL_INDENT, type Numbering, wordLevel } from './numbering.ts';
import { isRightToLeft, runsToWord } from './runs.ts';
import { PLACEHOLDER, PREFORMATTED, QUOTE, QUOTE_INDENT, QUOTE_SOURCE } from './styles.ts';

/** What surrounds a block: Word's document is flat, so nesting becomes style and indent. */
export interface Surroundings {
  readonly words: Words;
  readonly numbering: Numbering;
  /** How many lists a block stands in. */
  readonly depth: number;
  readonly quoted: boolean;
}

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
export function paragraph(runs: readonly Run[], options: IParagraphOptions = {}): Paragraph {
  const bidirectional = isRightToLeft(runs.map((run) => run.text).join(''));
  return new Paragraph({ ...options, ...(bidirectional ? { bidirectional } : {}), children: runsToWord(runs) });
}

function blockToWord(block: SummaryBlock, around: Surroundings): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const number = block.number === undefined ? [] : plain(`${block.number} `);
      const heading = HEADINGS[Math.min(6, block.level) - 1] ?? HeadingLevel.HEADING_1;
      return [paragraph([...number, ...block.runs], { heading })];
    }
    case 'paragraph':
      return [paragraph(block.runs, position(around))];
    case 'quotation':
      return quotation(block, around);
    case 'unresolved':
      return unresolved(block, around);
    case 'quote':
      return blocksToWord(block.blocks, { ...around, quoted: true });
    case 'list':
      return list(block, around);
    case 'table':
      return [table(block)];
    case 'preformatted':
      return [paragraph(plain(block.text), { ...position(around), style: PREFORMATTED })];
    case 'rule':
      return [new Paragraph({ thematicBreak: true })];
  }
}

/** Style and indent of a paragraph that is no list item itself. */
function position({ depth, quoted }: Surroundings): IParagraphOptions {
  const left = depth * LEVEL_INDENT + (quoted ? QUOTE_INDENT : 0);
  return { ...(quoted ? { style: QUOTE } : {}), ...(depth > 0 ? { indent: { left } } : {}) };
}

function quotation(block: QuotationBlock, around: Surroundings): Paragraph[] {
  const tags = block.tags === undefined || block.tags.length === 0 ? '' : ` · ${block.tags.join(', ')}`;
  const source = paragraph(plain(`— ${attribution(block)}${tags}`), { style: QUOTE_SOURCE });
  const comment =
    block.comment === undefined || block.comment === ''
      ? []
      : [paragraph([{ text: around.words.comment, marks: ['em'] }, { text: `: ${block.comment}` }])];
  return [...quoted(block.text), source, ...comment];
}

function quoted(text: string): Paragraph[] {
  return text.split('\n').map((line) => paragraph(plain(line), { style: QUOTE, keepNext: true }));
}

function unresolved(block: UnresolvedBlock, { words }: Surroundings): Paragraph[] {
  const sentence = paragraph(plain(placeholder(block, words)), { style: PLACEHOLDER });
  return block.snapshot === undefined || block.snapshot === '' ? [sentence] : [sentence, ...quoted(block.snapshot)];
}

function list(block: ListBlock, around: Surroundings): (Paragraph | Table)[] {
  const reference = around.numbering.reference(block);
  const inside = { ...around, depth: around.depth + 1 };
  return block.items.flatMap(({ blocks, checked }) => {
    const [first, ...rest] = blocks;
    const opens = first?.kind === 'paragraph';
    const box = checked === undefined ? [] : plain(checked ? '☑ ' : '☐ ');
    const numbering = { reference, level: wordLevel(around.depth) };
    const opening = paragraph([...box, ...(opens ? first.runs : [])], { numbering });
    return [opening, ...blocksToWord(opens ? rest : blocks, inside)];
  });
}

function table({ rows }: TableBlock): Table {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => {
      const cells = Array.from({ length: columns }, (_, column) => {
        const cell = row[column];
        const runs = cell?.header ? cell.runs.map(strong) : (cell?.runs ?? []);
        return new TableCell({ children: [paragraph(runs)] });
      });
      const isHeader = row.length > 0 && row.every((cell) => cell.header);
      return new TableRow({ ...(isHeader ? { tableHeader: true } : {}), children: cells });
    }),
  });
}

function strong(run: Run): Run {
  return { ...run, marks: [...(run.marks ?? []).filter((mark) => mark !== 'strong'), 'strong'] };
}
