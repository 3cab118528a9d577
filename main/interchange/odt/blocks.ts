import {
  escapeMarkup,
  type HeadingBlock,
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
import { PAGE_ROOM, paragraphStyle, runsXml, type Typing, textXml } from './text.ts';

/** What surrounds a block. */
export interface Surroundings {
  readonly words: Words;
  readonly typing: Typing;
  /** The bookmark of a heading that the table of contents leads to. */
  readonly anchors: ReadonlyMap<SummaryBlock, string>;
  /** The style of plain paragraphs here. */
  readonly style: 'Text_20_body' | 'Quote_20_end' | 'List';
  /** Where tags and comments of quotations stand in the margin: the time they have, ISO 8601. */
  readonly remarksAt?: string;
}

/** Blocks as the inside of `office:text`, one element a line. */
export function blocksXml(blocks: readonly SummaryBlock[], around: Surroundings): string {
  return blocks.map((block) => blockXml(block, around)).join('\n');
}

/** A paragraph of a style. */
export function paragraphXml(
  runs: readonly Run[],
  style: string,
  { typing }: Pick<Surroundings, 'typing'>,
  { before, after } = NO_ANCHOR,
): string {
  return `<text:p ${paragraphStyle(style, runs, typing)}>${before}${runsXml(runs, typing)}${after}</text:p>`;
}

function blockXml(block: SummaryBlock, around: Surroundings): string {
  switch (block.kind) {
    case 'heading':
      return heading(block, around);
    case 'paragraph':
      return paragraphXml(block.runs, around.style, around);
    case 'quotation':
      return quotation(block, around);
    case 'unresolved':
      return unresolved(block, around);
    case 'quote':
      return blocksXml(block.blocks, { ...around, style: 'Quote_20_end' });
    case 'list':
      return list(block, around);
    case 'table':
      return table(block, around);
    case 'preformatted':
      return paragraphXml(plain(block.text), 'Preformatted_20_Text', around);
    case 'rule':
      return '<text:p text:style-name="Horizontal_20_Line"/>';
  }
}

function heading(block: HeadingBlock, { typing, anchors }: Surroundings): string {
  const level = Math.min(6, block.level);
  const runs = block.number === undefined ? block.runs : [...plain(`${block.number} `), ...block.runs];
  const anchor = anchors.get(block);
  const mark = anchor === undefined ? '' : `<text:bookmark text:name="${anchor}"/>`;
  const style = paragraphStyle(`Heading_20_${level}`, runs, typing);
  return `<text:h ${style} text:outline-level="${level}">${mark}${runsXml(runs, typing)}</text:h>`;
}

function quotation(block: QuotationBlock, around: Surroundings): string {
  const remarks = around.remarksAt === undefined ? [] : remarkLines(block);
  if (remarks.length === 0) return quotationXml(block, around, NO_ANCHOR);
  const { tags: _, comment: __, ...alone } = block;
  return quotationXml(alone, around, annotation(remarks, around));
}

/** What stands around the words a comment is about. */
interface Anchor {
  readonly before: string;
  readonly after: string;
}

const NO_ANCHOR: Anchor = { before: '', after: '' };

/** A comment in the margin (ODF 1.3, part 3, 14.1). */
function annotation(lines: readonly string[], { typing, remarksAt = '' }: Surroundings): Anchor {
  typing.remarks += 1;
  const name = `remark-${typing.remarks}`;
  const words = lines.map((line) => `<text:p>${textXml(line)}</text:p>`).join('');
  return {
    before: `<office:annotation office:name="${name}"><dc:creator>Lectern</dc:creator><dc:date>${escapeMarkup(remarksAt)}</dc:date>${words}</office:annotation>`,
    after: `<office:annotation-end office:name="${name}"/>`,
  };
}

function quotationXml(block: QuotationBlock, around: Surroundings, anchor: Anchor): string {
  const source = sourceLine(block);
  const lines = quoteXml(quotationLines(block), around, source.length === 0, anchor);
  const below = source.length === 0 ? [] : [paragraphXml(source, 'Quote_20_source', around)];
  const comment =
    block.comment === undefined || block.comment === ''
      ? []
      : [
          paragraphXml(
            [{ text: around.words.comment, marks: ['em'] }, { text: `: ${block.comment}` }],
            around.style,
            around,
          ),
        ];
  return [...lines, ...below, ...comment].join('\n');
}

function unresolved(block: UnresolvedBlock, around: Surroundings): string {
  const sentence = paragraphXml(plain(placeholder(block, around.words)), 'Placeholder', around);
  if (block.snapshot === undefined || block.snapshot === '') return sentence;
  return [sentence, ...quoteXml(block.snapshot.split('\n').map(plain), around, true)].join('\n');
}

/** The paragraphs of a quotation; the last has room below it where nothing of the quotation follows. */
function quoteXml(lines: readonly Run[][], around: Surroundings, ends: boolean, anchor = NO_ANCHOR): string[] {
  return lines.map((runs, index) => {
    const isLast = index === lines.length - 1;
    const style = ends && isLast ? 'Quote_20_end' : 'Quote';
    return paragraphXml(runs, style, around, {
      before: index === 0 ? anchor.before : '',
      after: isLast ? anchor.after : '',
    });
  });
}

/** A list; tables, which a list item must not hold (ODF 1.3, part 3, 5.3.3), follow the list. */
function list(block: ListBlock, around: Surroundings): string {
  const tables: TableBlock[] = [];
  const xml = listXml(block, { ...around, style: 'List' }, tables);
  return [xml, ...tables.map((each) => table(each, around))].join('\n');
}

function listXml({ ordered, start, items }: ListBlock, around: Surroundings, tables: TableBlock[]): string {
  const content = items.map(({ blocks, checked }, index) => {
    const [first, ...rest] = blocks;
    const box = checked === undefined ? [] : plain(checked ? '☑ ' : '☐ ');
    const opens = first?.kind === 'paragraph';
    const opening = paragraphXml([...box, ...(opens ? first.runs : [])], 'List', around);
    const others = (opens ? rest : blocks).map((block) => insideItem(block, around, tables));
    const value = ordered && index === 0 && start !== 1 ? ` text:start-value="${start}"` : '';
    const lines = opens || box.length > 0 || others.length === 0 ? [opening, ...others] : others;
    return `<text:list-item${value}>${lines.join('')}</text:list-item>`;
  });
  return `<text:list text:style-name="${ordered ? 'Numbers' : 'Bullets'}">${content.join('')}</text:list>`;
}

function insideItem(block: SummaryBlock, around: Surroundings, tables: TableBlock[]): string {
  switch (block.kind) {
    case 'list':
      return listXml(block, around, tables);
    case 'table':
      tables.push(block);
      return '';
    case 'quote':
      return block.blocks.map((inner) => insideItem(inner, { ...around, style: 'Quote_20_end' }, tables)).join('');
    default:
      return blockXml(block, around);
  }
}

/** A table. Its first row is no `table-header-rows`, which some readers drop with all that is in them. */
function table({ rows }: TableBlock, around: Surroundings): string {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const { typing } = around;
  typing.room = PAGE_ROOM.width / columns - 0.4;
  const lines = rows.map((row) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const { header = false, runs = [] } = row[column] ?? {};
      const style = header ? 'Table_20_Heading' : 'Table_20_Contents';
      const content = paragraphXml(runs, style, around);
      return `<table:table-cell table:style-name="Cell" office:value-type="string">${content}</table:table-cell>`;
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  typing.room = PAGE_ROOM.width;
  return (
    `<table:table table:style-name="Table"><table:table-column table:number-columns-repeated="${columns}"/>` +
    `${lines.join('')}</table:table><text:p text:style-name="Table_20_gap"/>`
  );
}

/** The table of contents: entries that lead to their headings, written out so that it is complete before any program updates it. */
export function contentsXml(
  entries: readonly { readonly level: number; readonly text: string; readonly anchor: string }[],
  title: string,
): string {
  if (entries.length === 0) return '';
  const templates = [1, 2, 3].map(
    (level) =>
      `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="Contents_20_${level}">` +
      '<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-link-end/></text:table-of-content-entry-template>',
  );
  const lines = entries.map(
    ({ level, text, anchor }) =>
      `<text:p text:style-name="Contents_20_${level}"><text:a xlink:type="simple" xlink:href="#${anchor}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">${escapeMarkup(text)}</text:a></text:p>`,
  );
  return [
    '<text:table-of-content text:name="Contents" text:protected="false">',
    `<text:table-of-content-source text:outline-level="3">${templates.join('')}</text:table-of-content-source>`,
    '<text:index-body>',
    `<text:index-title text:name="Contents_Head"><text:p text:style-name="Contents_20_Heading">${escapeMarkup(title)}</text:p></text:index-title>`,
    ...lines,
    '</text:index-body>',
    '</text:table-of-content>',
  ].join('\n');
}
