import { type Block, hasAstral, toCodePoints, toUtf16 } from '../../main/contract/index.ts';
import type { RowText } from './row-texts.ts';

/** A row in the document: one element with one text node in it. Offsets count code points of the source's text. */
export interface RowView {
  readonly row: number;
  /** Index of its block, from 0. */
  readonly block: number;
  /** Placed by the view; tells a screen reader which of how many paragraphs this is. */
  readonly element: HTMLElement;
  /** The heading, paragraph or quote itself. */
  readonly words: HTMLElement;
  readonly node: Text;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether code points and UTF-16 units differ in it. */
  readonly astral: boolean;
}

/** The words of a row and where they stand, without the elements that show them. */
export type RowWords = Pick<RowView, 'text' | 'start' | 'end' | 'astral'>;

/** The place of an offset in the row's text node, in UTF-16 units; its beginning or end for one outside. */
export function unitsIn(row: RowWords, offset: number): number {
  const inside = Math.min(Math.max(0, offset - row.start), row.end - row.start);
  return row.astral ? toUtf16(row.text, inside) : inside;
}

/** The offset of a place in the row's text node. */
export function offsetIn(row: RowWords, units: number): number {
  return row.start + (row.astral ? toCodePoints(row.text, units) : Math.min(units, row.text.length));
}

/** What an item of a list begins with where the original has its sign or number in the words, as in a PDF. */
const SIGN = /^(?:[•◦▪‣●○■–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s/u;

/** Heading levels a page has below the source's title, which is the first. */
const DEEPEST_HEADING = 6;

/**
 * Fills the element of a row, an own one or that of a row which leaves the document. The paragraph number is an attribute shown by the
 * style sheet, so that it can be neither selected nor copied. Only an article may say its place in a set, and most paragraphs of the
 * set are not in the document.
 * @param blocks how many the source has
 * @param spare used where it is of the right kind
 */
export function fillRow(
  row: number,
  { block, part, at, of }: RowText,
  blocks: number,
  spare: Pick<RowView, 'element' | 'words' | 'node'> | null,
): RowView {
  const name = elementName(block);
  const { element, words, node } = spare?.words.localName === name ? spare : emptyRow(name, blocks);
  element.setAttribute('aria-posinset', String(block.number));
  words.dataset['kind'] = block.kind;
  mark(words, 'number', at === 0 ? String(block.number) : undefined);
  mark(words, 'label', (at === 0 && block.label) || undefined);
  mark(words, 'signed', block.kind === 'list-item' && SIGN.test(part.text) ? '' : undefined);
  mark(words, 'continues', at < of - 1 ? '' : undefined);
  if (block.kind === 'list-item') words.style.setProperty('--depth', String(Math.max(1, block.level)));
  node.data = part.text;
  return {
    row,
    block: block.number - 1,
    element,
    words,
    node,
    text: part.text,
    start: block.start + part.start,
    end: block.start + part.end,
    astral: hasAstral(part.text),
  };
}

function emptyRow(name: string, blocks: number) {
  const element = document.createElement('article');
  const words = document.createElement(name);
  const node = document.createTextNode('');
  element.className = 'reader-place';
  element.setAttribute('aria-setsize', String(blocks));
  words.className = 'reader-row';
  words.dir = 'auto';
  words.append(node);
  element.append(words);
  return { element, words, node };
}

function mark(words: HTMLElement, name: 'number' | 'label' | 'signed' | 'continues', value: string | undefined): void {
  if (value !== undefined) words.dataset[name] = value;
  else delete words.dataset[name];
}

function elementName({ kind, level }: Block): string {
  if (kind === 'heading') return `h${Math.min(DEEPEST_HEADING, Math.max(1, level) + 1)}`;
  if (kind === 'quote') return 'blockquote';
  return kind === 'preformatted' ? 'pre' : 'p';
}
