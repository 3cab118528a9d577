import {
  type Footnotes,
  type ListBlock,
  type ListItem,
  placeholder,
  type QuotationBlock,
  quotationLines,
  type Run,
  type SummaryBlock,
  sourceLine,
  type TableBlock,
  type UnresolvedBlock,
  type Words,
} from '../summary/index.ts';

/** What a block needs to know of the text it stands in. */
export interface Surroundings {
  readonly words: Words;
  readonly footnotes: Footnotes;
}

const QUOTE_INDENT = '    ';
const RULE = '* * *';

/** Blocks as lines of text, one empty line between two blocks. Lines are not wrapped: a reader's window does that. */
export function blockLines(blocks: readonly SummaryBlock[], around: Surroundings): string[] {
  return blocks.flatMap((block, index) => [...(index === 0 ? [] : ['']), ...linesOf(block, around)]);
}

/** Runs as lines: marks are dropped, a link's address follows in angle brackets, a footnote is its number in brackets. */
export function runLines(runs: readonly Run[], { footnotes }: Pick<Surroundings, 'footnotes'>): string[] {
  const texts = runs.map(({ text, link, footnote }) => {
    const address = link === undefined || link === text ? '' : ` <${link}>`;
    const sign = footnote === undefined ? '' : `[${footnotes.add(footnote)}]`;
    return `${text}${address}${sign}`;
  });
  return texts.join('').split('\n');
}

/** A heading over a line as long as itself; the title's is double. */
export function underlined(text: string, sign: '=' | '-'): string[] {
  return [text, sign.repeat(Math.max(1, [...text].length))];
}

function linesOf(block: SummaryBlock, around: Surroundings): string[] {
  switch (block.kind) {
    case 'heading': {
      const words = runLines(block.runs, around).join(' ');
      const text = block.number === undefined ? words : `${block.number} ${words}`;
      return block.level === 1 ? underlined(text, '-') : [text];
    }
    case 'paragraph':
      return runLines(block.runs, around);
    case 'quotation':
      return quotation(block, around);
    case 'unresolved':
      return unresolved(block, around);
    case 'quote':
      return indented(blockLines(block.blocks, around), QUOTE_INDENT);
    case 'list':
      return list(block, around);
    case 'table':
      return table(block, around);
    case 'preformatted':
      return block.text.split('\n');
    case 'rule':
      return [RULE];
  }
}

function quotation(block: QuotationBlock, around: Surroundings): string[] {
  const words = quotationLines(block).flatMap((runs) => runLines(runs, around));
  const source = sourceLine(block);
  const lines = indented([...words, ...(source.length === 0 ? [] : runLines(source, around))], QUOTE_INDENT);
  if (block.comment === undefined || block.comment === '') return lines;
  return [...lines, '', ...`${around.words.comment}: ${block.comment}`.split('\n')];
}

function unresolved(block: UnresolvedBlock, { words }: Surroundings): string[] {
  const sentence = placeholder(block, words);
  if (block.snapshot === undefined || block.snapshot === '') return [sentence];
  return [sentence, ...indented(block.snapshot.split('\n'), QUOTE_INDENT)];
}

function list({ ordered, start, items }: ListBlock, around: Surroundings): string[] {
  return items.flatMap((item, index) => itemLines(item, ordered ? `${start + index}. ` : '- ', around));
}

/** An item's blocks hang below its sign; an item of one paragraph and inner lists stays without empty lines. */
function itemLines({ blocks, checked }: ListItem, sign: string, around: Surroundings): string[] {
  const lead = checked === undefined ? sign : `${sign}[${checked ? 'x' : ' '}] `;
  const close = blocks.every(({ kind }, index) => kind === 'list' || (kind === 'paragraph' && index === 0));
  const lines = close ? blocks.flatMap((block) => linesOf(block, around)) : blockLines(blocks, around);
  const [first = '', ...rest] = lines;
  return [`${lead}${first}`.trimEnd(), ...indented(rest, ' '.repeat(sign.length))];
}

/** One row a line, cells apart by a bar. */
function table({ rows }: TableBlock, around: Surroundings): string[] {
  return rows.map((row) => row.map(({ runs }) => runLines(runs, around).join(' ')).join(' | '));
}

function indented(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => (line === '' ? '' : indent + line));
}
