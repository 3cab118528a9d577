import {
  attribution,
  type ListBlock,
  type ListItem,
  placeholder,
  type QuotationBlock,
  quotationLines,
  type SummaryBlock,
  sourceLine,
  type TableBlock,
  type UnresolvedBlock,
  type Words,
} from '../summary/index.ts';
import { escapeText, fenceFor, linkLabel } from './escape.ts';
import { type InlineOptions, inlineLine, inlineLines } from './inline.ts';

/** How blocks are written. */
export interface BlockOptions extends InlineOptions {
  readonly words: Words;
  /** Added to every heading's level: 1 where a title stands above them. */
  readonly deeper: number;
}

/** The text of a link to something without a name: a link nobody can see is lost. */
export const NAMELESS = '…';

/** Blocks as the lines of a CommonMark document, one empty line between two blocks. */
export function blockLines(blocks: readonly SummaryBlock[], options: BlockOptions): string[] {
  const lines: string[] = [];
  let previous: SummaryBlock | undefined;
  let alternate = false;
  for (const block of blocks) {
    if (isEmpty(block)) continue;
    // Two lists in a row stay two when their markers differ.
    const continues = block.kind === 'list' && previous?.kind === 'list' && block.ordered === previous.ordered;
    alternate = continues && !alternate;
    if (lines.length > 0) lines.push('');
    for (const line of linesOf(block, options, alternate)) lines.push(line);
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
      // Stars or hyphens after a list marker of the same sign would be one long rule.
      return ['___'];
  }
}

/**
 * A block quote whose last line names the source. In a note the name is a link to the highlight, by which `noteFromMarkdown`
 * knows the quotation again.
 */
function quotation(block: QuotationBlock, options: BlockOptions): string[] {
  const words = spaced(quotationLines(block).map((runs) => inlineLine(runs, options)));
  const line = options.references ? linkedSource(block) : inlineLine(sourceLine(block), options);
  const lines = quoted(line === '' ? words : [...words, '', line]);
  return block.comment === undefined || block.comment === ''
    ? lines
    : [...lines, '', ...comment(block.comment, options)];
}

function linkedSource({ sourceTitle, highlightId, locator }: QuotationBlock): string {
  const link = `[${linkLabel(escapeText(sourceTitle || NAMELESS))}](lectern:highlight/${highlightId})`;
  return `— ${attribution({ sourceTitle: link, locator: escapeText(locator) })}`;
}

function quotedParagraphs(text: string, options: BlockOptions): string[] {
  return spaced(text.split('\n').map((line) => inlineLine([{ text: line }], options)));
}

/** Paragraphs of one line each, an empty line between two. */
function spaced(paragraphs: readonly string[]): string[] {
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

function list({ ordered, start, items }: ListBlock, options: BlockOptions, alternate: boolean): string[] {
  const written = items.map((item) => ({ ...item, blocks: item.blocks.filter((block) => !isEmpty(block)) }));
  const tight = written.every(({ blocks: [first, second, third] }) => {
    if (third !== undefined) return false;
    return second === undefined || (first?.kind === 'paragraph' && interrupts(second));
  });
  return written.flatMap((item, index) => {
    const marker = ordered ? `${start + index}${alternate ? ')' : '.'} ` : alternate ? '* ' : '- ';
    const lines = indented(itemLines(item, options, tight), marker);
    return tight || index === 0 ? lines : ['', ...lines];
  });
}

/** Whether a list may follow a paragraph without an empty line: its first line has to hold words, its first number be 1. */
function interrupts(block: SummaryBlock): boolean {
  if (block.kind !== 'list' || (block.ordered && block.start !== 1)) return false;
  const [first] = block.items;
  if (first === undefined) return false;
  const opening = first.blocks.find((inner) => !isEmpty(inner));
  return first.checked !== undefined || (opening !== undefined && opening.kind !== 'list');
}

/** Whether a block leaves no line behind. */
function isEmpty(block: SummaryBlock): boolean {
  switch (block.kind) {
    case 'paragraph':
      return !block.runs.some(
        ({ text, footnote, image }) => /[^\n]/.test(text) || footnote !== undefined || image !== undefined,
      );
    case 'quote':
      return block.blocks.every((inner) => isEmpty(inner));
    case 'list':
      return block.items.length === 0;
    default:
      return false;
  }
}

function itemLines({ blocks, checked }: ListItem, options: BlockOptions, tight: boolean): string[] {
  const lines = tight ? blocks.flatMap((block) => blockLines([block], options)) : blockLines(blocks, options);
  // Markers of nested lists on one line, `- - -`, would be a rule.
  if (checked === undefined) return blocks[0]?.kind === 'list' ? ['', ...lines] : lines;
  const box = `[${checked ? 'x' : ' '}]`;
  const [first = '', ...rest] = lines;
  if (blocks[0]?.kind === 'paragraph') return [`${box} ${first}`, ...rest];
  return lines.length === 0 ? [box] : [box, '', ...lines];
}

function indented(lines: readonly string[], marker: string): string[] {
  const [first = '', ...rest] = lines;
  const indent = ' '.repeat(marker.length);
  return [`${marker}${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))];
}

/** A pipe table. Markdown demands a header row: a table without one gets an empty one. */
function table({ rows }: TableBlock, options: BlockOptions): string[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const written = rows.map((row) => row.map((cell) => inlineLine(cell.runs, { ...options, inCell: true })));
  const headed = rows[0]?.some((cell) => cell.header) ?? false;
  const body = headed ? written.slice(1) : written;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`;
  return [line((headed ? written[0] : undefined) ?? []), `|${' --- |'.repeat(width)}`, ...body.map(line)];
}

function quoted(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`));
}

/** The footnotes, at the end as most programs write them; one footnote may hold another. */
export function footnoteLines(options: BlockOptions): string[] {
  const entries = options.footnotes?.entries ?? [];
  const lines: string[] = [];
  for (let at = 0; at < entries.length; at += 1) {
    const [first = '', ...rest] = hardBreaks(inlineLines(entries[at] ?? [], options));
    if (at > 0) lines.push('');
    lines.push(`[^${at + 1}]: ${first}`.trimEnd(), ...rest.map((line) => `    ${line}`));
  }
  return lines;
}

function hardBreaks(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line}\\`));
}
