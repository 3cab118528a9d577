import { COLOURS, type Colour } from '../../main/contract/index.ts';
import type { Band } from './layers.ts';
import { rectsOf } from './rects.ts';
import type { RowView } from './row-element.ts';

/** A stretch of a row that is covered, in UTF-16 units of its text. */
export interface Cover {
  readonly from: number;
  readonly to: number;
  readonly bands: readonly Band[];
  /** The rest is dimmed, and this is of the rest. */
  readonly isFaint: boolean;
  /** How many highlights lie there whose colour another one has already. */
  readonly again: number;
  /** It is the highlight in focus. */
  readonly inFocus: boolean;
  /** It is framed, and what is drawn lies over the words: lines then lie below them. */
  readonly isFramed: boolean;
}

/**
 * What covers words: the colour of a highlight, fainter where the rest is dimmed; the line that says that two of one colour lie there; the line
 * under the highlight in focus.
 */
type Look = Colour | `faint-${Colour}` | 'again' | 'focus';

/** All of them in the order in which they are drawn, the last on top. */
const LOOKS: readonly Look[] = [...COLOURS.map((colour) => `faint-${colour}` as const), ...COLOURS, 'again', 'focus'];

/**
 * Covers words with the colours of their highlights: one SVG behind all rows, with a path for each look. Nothing stands among the words, so
 * positions stay simple. The browser's own highlights could do it, but it makes two lists of 2.5 kB for every line that has some, whenever
 * the line is painted; a path for each look of each row has it make a kilobyte of styles for each.
 */
export interface Bands {
  /** Replaces what covers a row; seen from the next drawing on. */
  cover(row: RowView, covers: readonly Cover[]): void;
  /** Takes everything off a row that leaves the document; seen from the next drawing on. */
  clear(row: RowView): void;
  /** Rows are laid out anew. */
  forget(): void;
  /**
   * Draws what is new and what has moved. Measures; may be asked in every frame.
   * @param topOf a row, in pixels from the first row's top
   * @param seenFrom where the screen begins, in pixels from there; rows in the document may be far from it
   */
  draw(topOf: (row: number) => number, seenFrom: number): void;
  close(): void;
}

/**
 * The line under two highlights of one colour: how far up in a line it begins, as a share of its height, and how thick it is, in pixels. With
 * each further one, up to `most`, it is thicker, or one that lies within the others would not be seen.
 */
const AGAIN = { above: 0.12, thickness: 1.5, more: 1, most: 3 };

/**
 * How thick, in pixels, the line under the highlight in focus is, which begins where the other ends. The browser could underline the words, but
 * it would then measure and paint all rows anew for each line that comes or goes.
 */
const FOCUS = 2;

/** How far below framed words the line under the highlight in focus begins, in pixels; the other begins where it ends. */
const BELOW = 1;

/**
 * Units of a drawing in a pixel; the style sheet has it too. Whole numbers are small in memory and short in a path, and a scroll by screens makes
 * a thousand of them in every frame.
 */
const UNIT = 100;

/** Boxes no further apart than this, in units, touch. */
const TOUCH = 0.5 * UNIT;

/** Pixels from where drawings begin beyond which they begin elsewhere: the numbers of a path are exact to seven places. */
const FAR = 100_000;

/** Pixels from there beyond which nothing can be on the screen, nor near it. */
const OUT_OF_SIGHT = 2 * FAR;

const SVG = 'http://www.w3.org/2000/svg';

interface Covered {
  readonly covers: readonly Cover[];
  /**
   * Of each cover left, foot, width and height of its lines, one after the other, in units from the corner of the row; null where that has to be
   * measured.
   */
  readonly lines: (readonly number[] | null)[];
  /** Where the row was when it was drawn, in pixels from where drawings begin; null before that. */
  at: number | null;
  /** What was drawn then: of each look a piece of its path. */
  pieces: ReadonlyMap<Look, string>;
}

const NOTHING: Covered['pieces'] = new Map();

/** Left, top, width and height of boxes of one look, one after the other, in units from the corner of the row. */
type Boxes = number[];

/** @param canvas holds the rows; positioned, its top is that of the text */
export function createBands(canvas: HTMLElement): Bands {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.classList.add('reader-bands');
  drawing.ariaHidden = 'true';
  const scaled = drawing.appendChild(document.createElementNS(SVG, 'g'));
  const paths = LOOKS.map((look) => {
    const path = scaled.appendChild(document.createElementNS(SVG, 'path'));
    path.dataset['look'] = look;
    return { look, path, outline: '' };
  });
  canvas.prepend(drawing);
  const covered = new Map<RowView, Covered>();
  /** What has to be drawn anew. */
  const stale = new Set<Look>();
  let origin = 0;

  const startRow = (row: RowView, covers: readonly Cover[], lines: Covered['lines']) => {
    covered.set(row, { covers, lines, at: null, pieces: NOTHING });
  };
  const takeOff = ({ pieces }: Covered) => {
    for (const look of pieces.keys()) stale.add(look);
  };
  const place = (shown: Covered, at: number) => {
    if (shown.at === at) return;
    takeOff(shown);
    shown.at = at;
    shown.pieces = Math.abs(at) > OUT_OF_SIGHT ? NOTHING : piecesOf(shown, at);
    for (const look of shown.pieces.keys()) stale.add(look);
  };

  return {
    cover(row, covers) {
      const known = covered.get(row);
      if (known ? isSame(known.covers, covers) : covers.length === 0) return;
      if (known) takeOff(known);
      startRow(row, covers, known ? linesKnown(known, covers) : unmeasured(covers));
    },
    clear(row) {
      const known = covered.get(row);
      if (!known) return;
      covered.delete(row);
      takeOff(known);
    },
    forget() {
      for (const [row, known] of covered) {
        takeOff(known);
        startRow(row, known.covers, unmeasured(known.covers));
      }
    },
    draw(topOf, seenFrom) {
      if (Math.abs(seenFrom - origin) > FAR) {
        origin = Math.floor(seenFrom);
        drawing.style.insetBlockStart = `${origin}px`;
      }
      // Before anything is drawn: the browser lays the page out anew for what is measured after that.
      covered.forEach(measure);
      for (const [row, shown] of covered) place(shown, topOf(row.row) - origin);
      for (const known of paths) {
        if (!stale.has(known.look)) continue;
        let outline = '';
        for (const { pieces } of covered.values()) outline += pieces.get(known.look) ?? '';
        if (outline === known.outline) continue;
        known.outline = outline;
        if (outline === '') known.path.removeAttribute('d');
        else known.path.setAttribute('d', outline);
      }
      stale.clear();
    },
    close() {
      drawing.remove();
    },
  };
}

/** Bands of the same colours are the same list. */
function isSame(one: readonly Cover[], other: readonly Cover[]): boolean {
  const isSameCover = (a: Cover, b?: Cover) =>
    a.from === b?.from &&
    a.to === b.to &&
    a.bands === b.bands &&
    a.isFaint === b.isFaint &&
    a.again === b.again &&
    a.inFocus === b.inFocus &&
    a.isFramed === b.isFramed;
  return one.length === other.length && one.every((cover, at) => isSameCover(cover, other[at]));
}

function unmeasured(covers: readonly Cover[]): Covered['lines'] {
  return covers.map(() => null);
}

/** The lines of those covers that lie where one lay before. */
function linesKnown(before: Covered, covers: readonly Cover[]): Covered['lines'] {
  return covers.map(({ from, to }) => {
    const at = before.covers.findIndex((each) => each.from === from && each.to === to);
    return before.lines[at] ?? null;
  });
}

function measure({ covers, lines }: Covered, row: RowView): void {
  if (!lines.includes(null)) return;
  const corner = row.element.getBoundingClientRect();
  for (const [at, cover] of covers.entries()) {
    // A running title that is not shown has no height: its words would be measured all the same.
    lines[at] ??= corner.height > 0 ? measuredLines(row, cover, corner) : [];
  }
}

function measuredLines(row: RowView, { from, to }: Cover, corner: DOMRect): readonly number[] {
  const lines: number[] = [];
  const rects = rectsOf(row, from, to);
  for (let at = 0; at < rects.length; at++) {
    const rect = rects[at];
    if (!rect || rect.width === 0) continue;
    const left = Math.round((rect.left - corner.left) * UNIT);
    const width = Math.round((rect.right - corner.left) * UNIT) - left;
    lines.push(left, Math.round((rect.bottom - corner.top) * UNIT), width, Math.round(rect.height * UNIT));
  }
  return lines;
}

/** The boxes to be drawn on a row, by their looks. */
function boxesOf({ covers, lines }: Covered): ReadonlyMap<Look, Boxes> {
  const boxes = new Map<Look, Boxes>();
  for (const [at, { bands, isFaint, again, inFocus, isFramed }] of covers.entries()) {
    const more = (Math.min(again, AGAIN.most) - 1) * AGAIN.more;
    forEachFour(lines[at] ?? [], (left, foot, width, height) => {
      for (const { colour, thickness } of bands) {
        const high = Math.round(height * thickness);
        add(boxes, isFaint ? `faint-${colour}` : colour, left, foot - high, width, high);
      }
      /** Where the one line begins and the other ends. */
      const edge = isFramed
        ? foot + (BELOW + FOCUS) * UNIT
        : foot - Math.round(height * AGAIN.above) + AGAIN.thickness * UNIT;
      const [topOfAgain, topOfFocus] = isFramed
        ? [edge, edge - FOCUS * UNIT]
        : [edge - (AGAIN.thickness + more) * UNIT, edge];
      if (again > 0) add(boxes, 'again', left, topOfAgain, width, (AGAIN.thickness + more) * UNIT);
      if (inFocus) add(boxes, 'focus', left, topOfFocus, width, FOCUS * UNIT);
    });
  }
  return boxes;
}

/**
 * Adds a box, or makes the last one of its look longer where both touch: the words of an element come once as its own box and once as
 * theirs.
 */
function add(all: Map<Look, Boxes>, look: Look, left: number, top: number, width: number, height: number): void {
  const boxes = all.get(look);
  if (!boxes) {
    all.set(look, [left, top, width, height]);
    return;
  }
  const last = boxes.length - 4;
  const begin = boxes[last] ?? 0;
  const end = begin + (boxes[last + 2] ?? 0);
  const isBeside = left <= end + TOUCH && begin <= left + width + TOUCH;
  if (isBeside && boxes[last + 1] === top && boxes[last + 3] === height) {
    boxes[last] = Math.min(begin, left);
    boxes[last + 2] = Math.max(end, left + width) - Math.min(begin, left);
  } else boxes.push(left, top, width, height);
}

/** @param at the top of the row, in pixels from where drawings begin */
function piecesOf(shown: Covered, at: number): Covered['pieces'] {
  const pieces = new Map<Look, string>();
  for (const [look, boxes] of boxesOf(shown)) pieces.set(look, outline(boxes, at));
  return pieces;
}

function outline(boxes: Boxes, at: number): string {
  const down = Math.round(at * UNIT);
  let path = '';
  forEachFour(boxes, (left, top, width, height) => {
    path += `M${left} ${down + top}h${width}v${height}h-${width}z`;
  });
  return path;
}

/** Lists of numbers are a fraction of what objects take. */
function forEachFour(
  numbers: readonly number[],
  use: (first: number, second: number, third: number, fourth: number) => void,
): void {
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    use(numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0, numbers[at + 3] ?? 0);
  }
}
