import {
  attribution,
  escapeMarkup,
  type ListBlock,
  type Mark,
  placeholder,
  type QuotationBlock,
  type Run,
  type SummaryBlock,
  safeLink,
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

/** Blocks as HTML. Every text goes through `escapeMarkup`; every element that holds words has its own direction. */
export function blocksHtml(blocks: readonly SummaryBlock[], words: Words): string {
  return blocks.map((block) => blockHtml(block, words)).join('\n');
}

/** Runs as HTML; a line break within them is a `<br />`. */
export function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function blockHtml(block: SummaryBlock, words: Words): string {
  switch (block.kind) {
    case 'heading': {
      // The title of the document is the only h1.
      const name = `h${Math.min(6, block.level + 1)}`;
      const number = block.number === undefined ? '' : `<span class="number">${escapeMarkup(block.number)}</span> `;
      return `<${name} dir="auto">${number}${runsHtml(block.runs)}</${name}>`;
    }
    case 'paragraph':
      return paragraph(runsHtml(block.runs));
    case 'quotation':
      return quotation(block, words);
    case 'unresolved':
      return unresolved(block, words);
    case 'quote':
      return `<blockquote class="quote">\n${blocksHtml(block.blocks, words)}\n</blockquote>`;
    case 'list':
      return list(block, words);
    case 'table':
      return table(block);
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

function quotation(block: QuotationBlock, words: Words): string {
  const colour = block.colour !== undefined && COLOURS.has(block.colour) ? ` class="${block.colour}"` : '';
  const source = `— <cite>${escapeMarkup(attribution(block))}</cite>`;
  const tags = block.tags === undefined || block.tags.length === 0 ? '' : ` · ${escapeMarkup(block.tags.join(', '))}`;
  const caption = `<figcaption dir="auto">${source}${tags}</figcaption>`;
  const figure = `<figure${colour}>\n${quoted(block.text)}\n${caption}\n</figure>`;
  if (block.comment === undefined || block.comment === '') return figure;
  const comment = runsHtml([{ text: words.comment, marks: ['em'] }, { text: `: ${block.comment}` }]);
  return `${figure}\n<p class="comment" dir="auto">${comment}</p>`;
}

function quoted(text: string): string {
  const paragraphs = text.split('\n').map((line) => paragraph(escapeMarkup(line)));
  return `<blockquote>${paragraphs.join('')}</blockquote>`;
}

function unresolved(block: UnresolvedBlock, words: Words): string {
  const sentence = paragraph(`<strong>${escapeMarkup(placeholder(block, words))}</strong>`);
  const snapshot = block.snapshot === undefined || block.snapshot === '' ? '' : `\n${quoted(block.snapshot)}`;
  return `<div class="missing">${sentence}${snapshot}</div>`;
}

function list({ ordered, start, items }: ListBlock, words: Words): string {
  const content = items.map(({ blocks, checked }) => {
    const box = checked === undefined ? '' : `${checked ? '☑' : '☐'} `;
    return `<li dir="auto">${box}${listItemHtml(blocks, words)}</li>`;
  });
  const tasks = items.some(({ checked }) => checked !== undefined) ? ' class="tasks"' : '';
  const opening = ordered ? `<ol${start === 1 ? '' : ` start="${start}"`}>` : `<ul${tasks}>`;
  return `${opening}\n${content.join('\n')}\n</${ordered ? 'ol' : 'ul'}>`;
}

/** A first paragraph stands directly in its item, so that short lists stay close. */
function listItemHtml(blocks: readonly SummaryBlock[], words: Words): string {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return blocksHtml(blocks, words);
  return [runsHtml(first.runs), blocksHtml(rest, words)].filter((html) => html !== '').join('\n');
}

function table({ rows }: TableBlock): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ header, runs }) => {
      const name = header ? 'th' : 'td';
      return `<${name} dir="auto">${runsHtml(runs)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}

function runHtml({ text, marks = [], link }: Run): string {
  const words = escapeMarkup(text).replaceAll('\n', '<br />');
  const marked = marks.reduceRight((inner, mark) => `<${ELEMENTS[mark]}>${inner}</${ELEMENTS[mark]}>`, words);
  const address = safeLink(link);
  return address === undefined ? marked : `<a href="${escapeMarkup(address)}">${marked}</a>`;
}
