import {
  attribution,
  type ListBlock,
  type ListItem,
  placeholder,
  type QuotationBlock,
  type SummaryBlock,
  type TableBlock,
  type UnresolvedBlock,
  type Words,
} from '../summary/index.ts';
import { escapeText, fenceFor } from './escape.ts';
import { type InlineOptions, inlineLine, inlineLines } from './inline.ts';

/** How blocks are written. */
export interface BlockOptions extends InlineOptions {
  readonly words: Words;
  /** Added to every heading's level: 1 where a title stands above them. */
  readonly deeper: number;
}

/** Stands for the title of a source nobody knows, as a link must have a text. */
const NAMELESS = '…';

/** Blocks as the lines of a CommonMark document, one empty line between two blocks. */
export function blockLines(blocks: readonly SummaryBlock[], options: BlockOptions): string[] {
  const lines: string[] = [];
  let previous: SummaryBlock | undefined;
  let alternate = false;
  for (const block of blocks) {
    // Two lists in a row stay two when their markers differ.
    alternate = block.kind === 'list' && previous?.kind === 'list' && block.ordered === previous.ordered && !alternate;
    const own = linesOf(block, options, alternate);
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push('');
    lines.push(...own);
    previous = block;
  }
  return lines;
}

function linesOf(block: SummaryBlock, options: BlockOptions, alternate: boolean): string[] {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, block.level + options.deeper);
      const number = block.number === undefined ? [] : [{ text: `${block.number} ` }];
      const text = inlineLine([...number, ...block.runs], options).replace(/(^|\s)(#+)$/, '$1\\$2');
      return [`${'#'.repeat(level)} ${text}`.trimEnd()];
    }
    case 'paragraph':
      return hardBreaks(inlineLines(block.runs, options));
    case 'quotation':
      return quotation(block, options);
    case 'unresolved':
      return unresolved(block, options);
    case 'quote':
      return quoted(blockLines(block.blocks, options));
    case 'list':
      return list(block, options, alternate);
    case 'table':
      return table(block, options);
    case 'preformatted': {
      const fence = fenceFor(block.text, 3);
      return [fence, ...(block.text === '' ? [] : block.text.split('\n')), fence];
    }
    case 'rule':
      return ['***'];
  }
}

/**
 * A block quote whose last line names the source. In a note the name is a link to the highlight, by which `noteFromMarkdown`
 * knows the quotation again.
 */
function quotation(block: QuotationBlock, options: BlockOptions): string[] {
  const words = quotedParagraphs(block.text, options);
  const source = options.references
    ? `[${escapeText(block.sourceTitle || NAMELESS)}](lectern:highlight/${block.highlightId})`
    : escapeText(block.sourceTitle);
  const place = attribution({ sourceTitle: source, locator: escapeText(block.locator) });
  const tags =
    options.references || block.tags === undefined ? '' : block.tags.map((tag) => escapeText(tag)).join(', ');
  const line = `— ${[place, tags].filter((part) => part !== '').join(' · ')}`;
  const lines = quoted([...words, '', line]);
  return block.comment === undefined || block.comment === ''
    ? lines
    : [...lines, '', ...comment(block.comment, options)];
}

function quotedParagraphs(text: string, options: BlockOptions): string[] {
  const paragraphs = text.split('\n').map((line) => inlineLine([{ text: line }], options));
  return paragraphs.flatMap((line, index) => (index === 0 ? [line] : ['', line]));
}

function comment(text: string, options: BlockOptions): string[] {
  return hardBreaks(inlineLines([{ text: options.words.comment, marks: ['em'] }, { text: `: ${text}` }], options));
}

function unresolved(block: UnresolvedBlock, options: BlockOptions): string[] {
  const line = inlineLine([{ text: placeholder(block, options.words), marks: ['strong'] }], options);
  if (block.snapshot === undefined || block.snapshot === '') return [line];
  return [line, '', ...quoted(quotedParagraphs(block.snapshot, options))];
}

function list(block: ListBlock, options: BlockOptions, alternate: boolean): string[] {
  const tight = block.items.every(
    ({ blocks: [, second, third] }) => third === undefined && (second?.kind ?? 'list') === 'list',
  );
  return block.items.flatMap((item, index) => {
    const marker = block.ordered ? `${block.start + index}${alternate ? ')' : '.'} ` : alternate ? '* ' : '- ';
    const lines = indented(itemLines(item, options, tight), marker);
    return tight || index === 0 ? lines : ['', ...lines];
  });
}

function itemLines({ blocks, checked }: ListItem, options: BlockOptions, tight: boolean): string[] {
  const lines = tight ? blocks.flatMap((block) => blockLines([block], options)) : blockLines(blocks, options);
  if (checked === undefined) return lines;
  const [first = '', ...rest] = lines;
  return [`[${checked ? 'x' : ' '}] ${first}`, ...rest];
}

function indented(lines: readonly string[], marker: string): string[] {
  const [first = '', ...rest] = lines;
  const indent = ' '.repeat(marker.length);
  return [`${marker}${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))];
}

/** A pipe table. Markdown demands a header row: a table without one gets an empty one. */
function table({ rows }: TableBlock, options: BlockOptions): string[] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const written = rows.map((row) => row.map((cell) => pipesEscaped(inlineLine(cell.runs, options))));
  const headed = rows[0]?.some((cell) => cell.header) ?? false;
  const body = headed ? written.slice(1) : written;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`;
  return [line((headed ? written[0] : undefined) ?? []), `|${' --- |'.repeat(width)}`, ...body.map(line)];
}

/** A pipe ends a cell even inside code, unless a backslash precedes it. */
function pipesEscaped(cell: string): string {
  return cell.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}

function quoted(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`));
}

function hardBreaks(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line}\\`));
}
