import { type Block, hasAstral, toCodePoints, toUtf16 } from '../../main/contract/index.ts';
import type { Part } from './parts.ts';

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

/** Heading levels a page has below the source's title, which is the first. */
const DEEPEST_HEADING = 6;

/**
 * Makes the element of a row. The paragraph number is an attribute shown by the style sheet, so that it can be neither
 * selected nor copied. Only an article may say its place in a set, and most paragraphs of the set are not in the
 * document.
 * @param place which part of the block's text, and of how many
 * @param blocks how many the source has
 */
export function makeRow(
  row: number,
  block: Block,
  part: Part,
  place: { readonly at: number; readonly of: number },
  blocks: number,
): RowView {
  const element = document.createElement('article');
  const words = document.createElement(elementName(block));
  const node = document.createTextNode(part.text);
  element.className = 'reader-place';
  element.setAttribute('aria-posinset', String(block.number));
  element.setAttribute('aria-setsize', String(blocks));
  words.className = 'reader-row';
  words.dir = 'auto';
  words.dataset['kind'] = block.kind;
  if (place.at === 0) {
    words.dataset['number'] = String(block.number);
    if (block.label) words.dataset['label'] = block.label;
  }
  if (place.at < place.of - 1) words.dataset['continues'] = '';
  if (block.kind === 'list-item') words.style.setProperty('--depth', String(Math.max(1, block.level)));
  words.append(node);
  element.append(words);
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

function elementName({ kind, level }: Block): string {
  if (kind === 'heading') return `h${Math.min(DEEPEST_HEADING, Math.max(1, level) + 1)}`;
  if (kind === 'quote') return 'blockquote';
  return kind === 'preformatted' ? 'pre' : 'p';
}
