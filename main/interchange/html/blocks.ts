import {
  dataAddress,
  escapeMarkup,
  type Footnotes,
  type ListBlock,
  type Mark,
  placeholder,
  type QuotationBlock,
  quotationLines,
  type Run,
  type SummaryBlock,
  safeLink,
  sourceLine,
  type TableBlock,
  type UnresolvedBlock,
  type Words,
} from '../summary/index.ts';

const ELEMENTS: Readonly<Record<Mark, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

const COLOURS: ReadonlySet<string> = new Set(['yellow', 'green', 'red', 'blue', 'violet']);

/** What a block needs to know of the page it stands in. */
export interface Surroundings {
  readonly words: Words;
  readonly footnotes: Footnotes;
  /** The id of a heading that the table of contents leads to. */
  readonly anchors: ReadonlyMap<SummaryBlock, string>;
}

/** Blocks as HTML. Every text goes through `escapeMarkup`; every element that holds words has its own direction. */
export function blocksHtml(blocks: readonly SummaryBlock[], around: Surroundings): string {
  return blocks.map((block) => blockHtml(block, around)).join('\n');
}

/** Runs as HTML; a line break within them is a `<br />`. */
export function runsHtml(runs: readonly Run[], footnotes: Footnotes): string {
  return runs.map((run) => runHtml(run, footnotes)).join('');
}

function blockHtml(block: SummaryBlock, around: Surroundings): string {
  switch (block.kind) {
    case 'heading': {
      // The title of the document is the only h1.
      const name = `h${Math.min(6, block.level + 1)}`;
      const number = block.number === undefined ? '' : `<span class="number">${escapeMarkup(block.number)}</span> `;
      const anchor = around.anchors.get(block);
      const id = anchor === undefined ? '' : ` id="${anchor}"`;
      return `<${name}${id} dir="auto">${number}${runsHtml(block.runs, around.footnotes)}</${name}>`;
    }
    case 'paragraph':
      return paragraph(runsHtml(block.runs, around.footnotes));
    case 'quotation':
      return quotation(block, around);
    case 'unresolved':
      return unresolved(block, around);
    case 'quote':
      return `<blockquote class="quote">\n${blocksHtml(block.blocks, around)}\n</blockquote>`;
    case 'list':
      return list(block, around);
    case 'table':
      return table(block, around);
    case 'preformatted':
      // A line break right after <pre> is dropped by parsers, so one is put there.
      return `<pre dir="auto">\n${escapeMarkup(block.text)}</pre>`;
    case 'rule':
      return '<hr />';
  }
}

function paragraph(html: string): string {
  return `<p dir="auto">${html}</p>`;
}

function quotation(block: QuotationBlock, { words, footnotes }: Surroundings): string {
  const colour = block.colour !== undefined && COLOURS.has(block.colour) ? ` class="${block.colour}"` : '';
  const lines = quotationLines(block).map((runs) => paragraph(runsHtml(runs, footnotes)));
  const source = sourceLine(block);
  const caption = source.length === 0 ? '' : `<figcaption dir="auto">${runsHtml(source, footnotes)}</figcaption>\n`;
  const figure = `<figure${colour}>\n<blockquote>${lines.join('')}</blockquote>\n${caption}</figure>`;
  if (block.comment === undefined || block.comment === '') return figure;
  const comment = runsHtml([{ text: words.comment, marks: ['em'] }, { text: `: ${block.comment}` }], footnotes);
  return `${figure}\n<p class="comment" dir="auto">${comment}</p>`;
}

function quoted(text: string): string {
  const paragraphs = text.split('\n').map((line) => paragraph(escapeMarkup(line)));
  return `<blockquote>${paragraphs.join('')}</blockquote>`;
}

function unresolved(block: UnresolvedBlock, { words }: Surroundings): string {
  const sentence = paragraph(`<strong>${escapeMarkup(placeholder(block, words))}</strong>`);
  const snapshot = block.snapshot === undefined || block.snapshot === '' ? '' : `\n${quoted(block.snapshot)}`;
  return `<div class="missing">${sentence}${snapshot}</div>`;
}

function list({ ordered, start, items }: ListBlock, around: Surroundings): string {
  const content = items.map(({ blocks, checked }) => {
    const box = checked === undefined ? '' : `${checked ? '☑' : '☐'} `;
    return `<li dir="auto">${box}${listItemHtml(blocks, around)}</li>`;
  });
  const tasks = items.some(({ checked }) => checked !== undefined) ? ' class="tasks"' : '';
  const opening = ordered ? `<ol${start === 1 ? '' : ` start="${start}"`}>` : `<ul${tasks}>`;
  return `${opening}\n${content.join('\n')}\n</${ordered ? 'ol' : 'ul'}>`;
}

/** A first paragraph stands directly in its item, so that short lists stay close. */
function listItemHtml(blocks: readonly SummaryBlock[], around: Surroundings): string {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return blocksHtml(blocks, around);
  return [runsHtml(first.runs, around.footnotes), blocksHtml(rest, around)].filter((html) => html !== '').join('\n');
}

function table({ rows }: TableBlock, { footnotes }: Surroundings): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ header, runs }) => {
      const name = header ? 'th' : 'td';
      return `<${name} dir="auto">${runsHtml(runs, footnotes)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  // A first row of headings is repeated on every page of a printed table.
  const heads = rows[0]?.length && rows[0].every(({ header }) => header) ? 1 : 0;
  const head = heads === 0 ? '' : `<thead>\n${lines[0]}\n</thead>\n`;
  return `<table>\n${head}<tbody>\n${lines.slice(heads).join('\n')}\n</tbody>\n</table>`;
}

function runHtml({ text, marks = [], link, footnote, image }: Run, footnotes: Footnotes): string {
  if (image?.file !== undefined) {
    const { width, height } = image.file;
    const address = dataAddress(image.file);
    return `<img src="${address}" alt="${escapeMarkup(text)}" width="${width}" height="${height}" />`;
  }
  const words = escapeMarkup(text).replaceAll('\n', '<br />');
  const marked =
    words === '' ? '' : marks.reduceRight((inner, mark) => `<${ELEMENTS[mark]}>${inner}</${ELEMENTS[mark]}>`, words);
  const address = safeLink(link);
  const linked = address === undefined ? marked : `<a href="${escapeMarkup(address)}">${marked}</a>`;
  if (footnote === undefined) return linked;
  const number = footnotes.add(footnote);
  return `${linked}<sup class="note"><a id="note-sign-${number}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`;
}
