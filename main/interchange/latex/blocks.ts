import {
  type HeadingBlock,
  type ListBlock,
  type ListItem,
  placeholder,
  plain,
  type QuotationBlock,
  quotationLines,
  type Run,
  type SummaryBlock,
  sourceLine,
  type TableBlock,
  type UnresolvedBlock,
  type Words,
} from '../summary/index.ts';
import { BREAK, escapeTex, runsTex, withoutFootnotes } from './escape.ts';

/** What surrounds a block. */
export interface Surroundings {
  readonly words: Words;
  /** How many lists and quotes a block stands in; LaTeX knows six. */
  readonly depth: number;
  /** The command that cites a quotation by biblatex; without one, the document's own words say where it comes from. */
  readonly cite?: (block: QuotationBlock) => string | undefined;
}

/** Article knows five ranks of headings. */
const HEADINGS = ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'] as const;
/** LaTeX refuses to nest lists deeper than four of a kind and six in all. */
const DEEPEST = 4;

/** Blocks as LaTeX, one empty line between two. */
export function blocksTex(blocks: readonly SummaryBlock[], around: Surroundings): string {
  return blocks.map((block) => blockTex(block, around)).join('\n\n');
}

function blockTex(block: SummaryBlock, around: Surroundings): string {
  switch (block.kind) {
    case 'heading':
      return heading(block);
    case 'paragraph':
      return paragraph(block.runs);
    case 'quotation':
      return quotation(block, around);
    case 'unresolved':
      return unresolved(block, around);
    case 'quote':
      return environment('quote', blocksTex(block.blocks, deeper(around)), around);
    case 'list':
      return list(block, around);
    case 'table':
      return table(block);
    case 'preformatted':
      return preformatted(block.text, around);
    case 'rule':
      return '\\bigskip\\noindent\\hrulefill\\bigskip';
  }
}

/** A paragraph; one without words keeps its place. */
function paragraph(runs: readonly Run[]): string {
  const words = runsTex(runs);
  return words.trim() === '' ? '\\leavevmode' : words;
}

function heading({ level, number, runs }: HeadingBlock): string {
  const all = number === undefined ? runs : [...plain(`${number} `), ...runs];
  const command = HEADINGS[Math.min(HEADINGS.length, level) - 1] ?? 'section';
  const short = all.some(({ footnote }) => footnote !== undefined)
    ? `[{${runsTex(withoutFootnotes(all), { breaks: ' ' })}}]`
    : '';
  const title = `\\${command}${short}{${runsTex(all, { breaks: ' ' })}}`;
  // These two ranks run into the text that follows unless something ends their line.
  return level > 3 ? `${title}\\mbox{}\\par` : title;
}

function quotation(block: QuotationBlock, around: Surroundings): string {
  const cited = around.cite?.(block);
  const { citation: _, ...uncited } = block;
  const lines = (cited === undefined ? quotationLines(block) : quotationLines(uncited)).map((runs) => paragraph(runs));
  const inFootnote = cited?.startsWith('\\footcite') ?? false;
  if (inFootnote) lines.push(`${lines.pop() ?? ''}${cited}`);
  const source =
    cited === undefined
      ? runsTex(sourceLine(block))
      : [inFootnote ? '' : cited, tagsOf(block)].filter(Boolean).join(' · ');
  const below = source === '' ? [] : [`\\quotationsource{${source}}`];
  const quoted = environment('quote', [...lines, ...below].join('\n\n'), around);
  if (block.comment === undefined || block.comment === '') return quoted;
  const comment = paragraph([{ text: around.words.comment, marks: ['em'] }, { text: `: ${block.comment}` }]);
  return `${quoted}\n\n${comment}`;
}

function tagsOf({ tags = [] }: QuotationBlock): string {
  return escapeTex(tags.join(', '));
}

function unresolved(block: UnresolvedBlock, around: Surroundings): string {
  const sentence = paragraph([{ text: placeholder(block, around.words), marks: ['strong'] }]);
  if (block.snapshot === undefined || block.snapshot === '') return sentence;
  const lines = block.snapshot.split('\n').map((line) => paragraph(plain(line)));
  return `${sentence}\n\n${environment('quote', lines.join('\n\n'), around)}`;
}

function list(block: ListBlock, around: Surroundings): string {
  const items = block.items.map((item, index) => {
    const label = labelOf(block, item, index);
    const words = blocksTex(item.blocks, deeper(around));
    return around.depth < DEEPEST ? `\\item[{${label}}] ${words}` : `${label} ${words}`;
  });
  return environment('itemize', items.join(around.depth < DEEPEST ? '\n' : '\n\n'), around);
}

/** Every label is written out, so that the numbers are those of the summary whatever a class makes of its lists. */
function labelOf({ ordered, start }: ListBlock, { checked }: ListItem, index: number): string {
  const number = ordered ? `${start + index}.` : '\\textbullet{}';
  if (checked === undefined) return number;
  const box = checked ? '[x]' : '[\\ ]';
  return ordered ? `${number} ${box}` : box;
}

/** An environment that nests; too deep for LaTeX, its content alone. */
function environment(name: 'quote' | 'itemize', content: string, { depth }: Surroundings): string {
  return depth < DEEPEST ? `\\begin{${name}}\n${content}\n\\end{${name}}` : content;
}

function deeper(around: Surroundings): Surroundings {
  return { ...around, depth: around.depth + 1 };
}

/** A table that may run over pages, its columns of equal width. */
function table({ rows }: TableBlock): string {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const width = `p{\\dimexpr(\\linewidth-${2 * (columns - 1)}\\tabcolsep)/${columns}\\relax}`;
  const lines = rows.map((row) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const { header = false, runs = [] } = row[column] ?? {};
      return runsTex(header ? runs.map(strong) : runs);
    });
    return `${cells.join(' & ')} \\tabularnewline \\hline`;
  });
  return `\\begin{longtable}{@{}${width.repeat(columns)}@{}}\n\\hline\n${lines.join('\n')}\n\\end{longtable}`;
}

function strong(run: Run): Run {
  return { ...run, marks: [...(run.marks ?? []).filter((mark) => mark !== 'strong'), 'strong'] };
}

/** Lines as they are; `verbatim` could not hold its own end. */
function preformatted(text: string, around: Surroundings): string {
  const lines = text.split('\n').map((line) => line.split(' ').map(escapeTex).join('\\ '));
  const content = `\\ttfamily\\raggedright\\leavevmode\n${lines.join(`${BREAK}\n`)}`;
  return around.depth < DEEPEST ? `\\begin{quote}\n${content}\n\\end{quote}` : `{${content}\\par}`;
}
