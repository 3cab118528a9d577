import {
  type Block,
  hasAstral,
  overlaps,
  type Passage,
  type TextMark,
  toCodePoints,
  toUtf16,
} from '../../main/contract/index.ts';

/** A mark of the original, or the border between two cells of a table. Offsets as in the marks. */
export type PieceMark = Omit<TextMark, 'kind'> & { readonly kind: TextMark['kind'] | 'border' };

/** A stretch of a row over which the original marks the same. Places are UTF-16 units of the row. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly PieceMark[];
}

/** More marks on one row than any document has: each costs with every other it lies in. */
const MOST_MARKS = 2000;

/** The text of a row and where it lies in the source's, in code points as the marks. */
export type MarkedText = Passage & { readonly text: string };

/**
 * Cuts the text of a row where a mark of the original begins or ends; together the pieces are the text. The number of a list item is
 * a mark of the item, not of its words; the tab between two cells of a table is a piece of its own.
 */
export function piecesOf(
  { text, start, end }: MarkedText,
  kind: Block['kind'],
  textMarks: readonly TextMark[],
): readonly Piece[] {
  const marks = kind === 'table-row' ? [...textMarks, ...borders({ text, start, end })] : textMarks;
  const here = marks
    .filter((mark) => mark.kind !== 'number' && overlaps(mark, { start, end }))
    .slice(0, MOST_MARKS)
    .sort((a, b) => a.start - b.start);
  if (here.length === 0) return [{ from: 0, to: text.length, marks: [] }];
  const inside = (offset: number) => Math.min(Math.max(start, offset), end);
  const cuts = new Set([start, ...here.flatMap((mark) => [inside(mark.start), inside(mark.end)]), end]);
  const units = unitsFrom(text, start);
  const pieces: Piece[] = [];
  let open: PieceMark[] = [];
  let at = start;
  let from = 0;
  let next = 0;
  for (const cut of [...cuts].sort((a, b) => a - b).slice(1)) {
    open = open.filter((mark) => mark.end > at);
    for (let mark = here[next]; mark && mark.start <= at; mark = here[++next]) open.push(mark);
    const to = units(cut);
    pieces.push({ from, to, marks: open });
    at = cut;
    from = to;
  }
  return pieces;
}

/** Shows words as the original marks them: as they are, or in an element the style sheet and screen readers know. */
export function asMarked(words: Text, marks: readonly PieceMark[]): Node {
  if (marks.length === 0) return words;
  const element = document.createElement('span');
  element.dataset['marks'] = [...new Set(marks.map(({ kind }) => kind))].join(' ');
  for (const { kind, value } of marks) {
    if (kind === 'language') element.lang = value;
    if (kind === 'link') element.title = value;
  }
  element.append(words);
  return element;
}

function borders({ text, start }: MarkedText): readonly PieceMark[] {
  return Array.from(text.matchAll(/\t/g), ({ index }) => {
    const at = start + toCodePoints(text, index);
    return { kind: 'border', start: at, end: at + 1, value: '' };
  });
}

/** Turns offsets that grow into places of a text which begins at one of them. */
function unitsFrom(text: string, start: number): (offset: number) => number {
  if (!hasAstral(text)) return (offset) => offset - start;
  let offset = start;
  let units = 0;
  return (to) => {
    units += toUtf16(text.slice(units), to - offset);
    offset = to;
    return units;
  };
}
