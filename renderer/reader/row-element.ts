import { type Block, hasAstral, type TextMark, toCodePoints, toUtf16 } from '../../main/contract/index.ts';
import type { Part } from './parts.ts';
import { asMarked, type MarkedText, piecesOf } from './pieces.ts';
import type { RowText } from './row-texts.ts';

/** A place in the document. */
export interface DomPlace {
  readonly node: Node;
  readonly offset: number;
}

/** A text node of a row and the place of its first character in the row's text, in UTF-16 units. */
export interface RowPiece {
  readonly node: Text;
  readonly from: number;
}

/** A row in the document. Offsets count code points of the source's text. */
export interface RowView {
  readonly row: number;
  /** Index of its block, from 0. */
  readonly block: number;
  /** Placed by the view; tells a screen reader which of how many paragraphs this is. */
  readonly element: HTMLElement;
  /** The heading, paragraph or quote itself. */
  readonly words: HTMLElement;
  /** In their order: one text node, or several where the original marks some of the words. */
  readonly pieces: readonly RowPiece[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether code points and UTF-16 units differ in it. */
  readonly astral: boolean;
}

/** The words of a row and where they stand, without the elements that show them. */
export type RowWords = Pick<RowView, 'text' | 'start' | 'end' | 'astral'>;

/** The place of an offset in the row's text, in UTF-16 units; its beginning or end for one outside. */
export function unitsIn(row: RowWords, offset: number): number {
  const inside = Math.min(Math.max(0, offset - row.start), row.end - row.start);
  return row.astral ? toUtf16(row.text, inside) : inside;
}

/** The offset of a place in the row's text. */
export function offsetIn(row: RowWords, units: number): number {
  return row.start + (row.astral ? toCodePoints(row.text, units) : Math.min(units, row.text.length));
}

/** Where a place in the row's text is in the document: of two text nodes that meet there in the one of the character on that side. */
export function placeIn({ pieces, words }: RowView, units: number, side: 'before' | 'after'): DomPlace {
  const found = pieces.findLast(({ from }) => (side === 'after' ? from <= units : from < units)) ?? pieces[0];
  return found ? { node: found.node, offset: units - found.from } : { node: words, offset: 0 };
}

/** The place in the row's text, in UTF-16 units, of one in the document that is in the row's element. */
export function unitsAt({ pieces, text }: RowView, { node, offset }: DomPlace): number {
  const here = pieces.find((piece) => piece.node === node);
  if (here) return here.from + offset;
  const child = node.childNodes[offset];
  if (child) return pieces.find((piece) => child.contains(piece.node))?.from ?? 0;
  const last = pieces.findLast((piece) => node.contains(piece.node));
  return last ? last.from + last.node.length : text.length;
}

/** What an item of a list begins with where the original has its sign or number in the words, as in a PDF. */
const SIGN = /^(?:[•◦▪‣●○■–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s/u;

/**
 * What stands before the first row of a list item or a heading: what stood there in the original. Where that is not known it is a bullet
 * before an item, or nothing where its words begin with a sign.
 */
export function itemSign({ kind }: Block, { text, start }: Part, marks: readonly TextMark[]): string | undefined {
  if (start > 0) return undefined;
  const number = marks.find((each) => each.kind === 'number');
  if (number) return number.value || undefined;
  return kind !== 'list-item' || SIGN.test(text) ? undefined : '•';
}

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
  { block, part, marks, at, of }: RowText,
  blocks: number,
  spare: Pick<RowView, 'element' | 'words' | 'pieces'> | null,
): RowView {
  const name = elementName(block);
  const { element, words, pieces } = spare?.words.localName === name ? spare : emptyRow(name, blocks);
  element.setAttribute('aria-posinset', String(block.number));
  mark(element, 'pageLine', block.kind === 'header-footer' ? '' : undefined);
  words.dataset['kind'] = block.kind;
  mark(words, 'number', at === 0 ? String(block.number) : undefined);
  mark(words, 'label', (at === 0 && block.label) || undefined);
  const sign = itemSign(block, part, marks);
  mark(words, 'item', sign);
  mark(words, 'continues', at < of - 1 ? '' : undefined);
  if (block.kind === 'list-item') {
    words.style.setProperty('--depth', String(Math.max(1, block.level)));
    words.style.setProperty('--sign', String(sign?.length ?? 0));
  }
  const said = { text: part.text, start: block.start + part.start, end: block.start + part.end };
  return {
    row,
    block: block.number - 1,
    element,
    words,
    pieces: filled(words, pieces, said, block.kind, marks),
    ...said,
    astral: hasAstral(part.text),
  };
}

/** Puts words in place of what an element holds: into its text node where it has one alone and no more is needed. */
function filled(
  element: HTMLElement,
  before: RowView['pieces'],
  said: MarkedText,
  kind: Block['kind'],
  marks: readonly TextMark[],
): RowView['pieces'] {
  const [only] = before;
  const isPlain = kind !== 'table-row' && marks.every((each) => each.kind === 'number');
  if (isPlain && before.length === 1 && only?.node.parentNode === element) {
    only.node.data = said.text;
    return before;
  }
  const pieces = piecesOf(said, kind, marks).map((piece) => ({
    node: document.createTextNode(said.text.slice(piece.from, piece.to)),
    ...piece,
  }));
  element.replaceChildren(...pieces.map((piece) => asMarked(piece.node, piece.marks)));
  return pieces;
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
  return { element, words, pieces: [{ node, from: 0 }] };
}

type MarkName = 'number' | 'label' | 'item' | 'continues' | 'pageLine';

function mark(element: HTMLElement, name: MarkName, value: string | undefined): void {
  if (value !== undefined) element.dataset[name] = value;
  else delete element.dataset[name];
}

function elementName({ kind, level }: Block): string {
  if (kind === 'heading') return `h${Math.min(DEEPEST_HEADING, Math.max(1, level) + 1)}`;
  if (kind === 'quote') return 'blockquote';
  return kind === 'preformatted' ? 'pre' : 'p';
}
