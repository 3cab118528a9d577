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
}

/** What covers words: the colour of a highlight, fainter where the rest is dimmed, or the line that says that two of one colour lie there. */
type Look = Colour | `faint-${Colour}` | 'again';

/** All of them in the order in which they are drawn, the last on top. */
const LOOKS: readonly Look[] = [...COLOURS.map((colour) => `faint-${colour}` as const), ...COLOURS, 'again'];

/**
 * Covers words with the colours of their highlights: one SVG behind all rows, with a path for each look of a row. Nothing stands among
 * the words, so positions stay simple. The browser's own highlights could do it, but it makes two lists of 2.5 kB for every line
 * that has some, whenever the line is painted.
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
 * Units of a drawing in a pixel; the style sheet has it too. Whole numbers are small in memory and short in a path, of which a scroll by screens
 * makes a hundred in every frame.
 */
const UNIT = 100;

/** Boxes no further apart than this, in units, touch. */
const TOUCH = 0.5 * UNIT;

/** Pixels from where drawings begin beyond which they begin elsewhere: the numbers of a path are exact to seven places. */
const FAR = 100_000;

const SVG = 'http://www.w3.org/2000/svg';

/** The boxes of one look in a row. */
interface Drawn {
  readonly look: Look;
  /** Left, top, width and height of each box after the other, in units from the corner of the row. */
  readonly boxes: number[];
  /** Null until it is drawn. */
  path: SVGPathElement | null;
}

interface Covered {
  readonly covers: readonly Cover[];
  /** Null where it has to be measured. */
  drawn: readonly Drawn[] | null;
  /** Where the row was when it was drawn, in pixels from where drawings begin; null before that. */
  at: number | null;
}

/** @param canvas holds the rows; positioned, its top is that of the text */
export function createBands(canvas: HTMLElement): Bands {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.classList.add('reader-bands');
  drawing.ariaHidden = 'true';
  const groups = new Map(LOOKS.map((look) => [look, emptyGroup(look)]));
  drawing.append(...Array.from(groups.values(), ({ group }) => group));
  canvas.prepend(drawing);
  const covered = new Map<RowView, Covered>();
  /** Spare paths that still show what they were used for. */
  const stale = new Set<SVGPathElement>();
  let origin = 0;

  const groupOf = (look: Look) => groups.get(look) ?? emptyGroup(look);
  const take = (look: Look): SVGPathElement => {
    const { group, spare } = groupOf(look);
    const known = spare.pop();
    if (known) stale.delete(known);
    return known ?? group.appendChild(document.createElementNS(SVG, 'path'));
  };
  const give = ({ drawn }: Covered) => {
    for (const { look, path } of drawn ?? []) {
      if (!path) continue;
      groupOf(look).spare.push(path);
      stale.add(path);
    }
  };
  /** Measures before anything is drawn: the browser lays the page out anew for what is measured after that. */
  const measure = (shown: Covered, row: RowView) => {
    if (shown.drawn) return;
    shown.drawn = boxesOf(row, shown.covers);
  };

  return {
    cover(row, covers) {
      const known = covered.get(row);
      if (known ? isSame(known.covers, covers) : covers.length === 0) return;
      if (known) give(known);
      covered.set(row, { covers, drawn: null, at: null });
    },
    clear(row) {
      const known = covered.get(row);
      if (!known) return;
      covered.delete(row);
      give(known);
    },
    forget() {
      for (const [row, known] of covered) {
        give(known);
        covered.set(row, { covers: known.covers, drawn: null, at: null });
      }
    },
    draw(topOf, seenFrom) {
      if (Math.abs(seenFrom - origin) > FAR) {
        origin = Math.floor(seenFrom);
        drawing.style.insetBlockStart = `${origin}px`;
      }
      covered.forEach(measure);
      covered.forEach((shown, row) => {
        const at = topOf(row.row) - origin;
        if (shown.at === at || !shown.drawn) return;
        shown.at = at;
        for (const each of shown.drawn) {
          each.path ??= take(each.look);
          each.path.setAttribute('d', outline(each.boxes, at));
        }
      });
      for (const path of stale) path.removeAttribute('d');
      stale.clear();
    },
    close() {
      drawing.remove();
    },
  };
}

/** What is drawn in one look. */
function emptyGroup(look: Look) {
  const group = document.createElementNS(SVG, 'g');
  group.dataset['look'] = look;
  /** Paths of rows that have left, to be used again. */
  const spare: SVGPathElement[] = [];
  return { group, spare };
}

/** Bands of the same colours are the same list. */
function isSame(one: readonly Cover[], other: readonly Cover[]): boolean {
  const isSameCover = (a: Cover, b?: Cover) =>
    a.from === b?.from && a.to === b.to && a.bands === b.bands && a.isFaint === b.isFaint && a.again === b.again;
  return one.length === other.length && one.every((cover, at) => isSameCover(cover, other[at]));
}

function boxesOf(row: RowView, covers: readonly Cover[]): readonly Drawn[] {
  const drawn: Drawn[] = [];
  if (covers.length === 0) return drawn;
  const corner = row.element.getBoundingClientRect();
  // A running title that is not shown: its words would be measured all the same.
  if (corner.height === 0) return drawn;
  for (const { from, to, bands, isFaint, again } of covers) {
    const lines = rectsOf(row, from, to);
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      if (!line || line.width === 0) continue;
      const left = Math.round((line.left - corner.left) * UNIT);
      const width = Math.round((line.right - corner.left) * UNIT) - left;
      const foot = Math.round((line.bottom - corner.top) * UNIT);
      for (const { colour, thickness } of bands) {
        const height = Math.round(line.height * thickness * UNIT);
        add(drawn, isFaint ? `faint-${colour}` : colour, left, foot - height, width, height);
      }
      if (again > 0) {
        const more = (Math.min(again, AGAIN.most) - 1) * AGAIN.more * UNIT;
        const above = Math.round(line.height * AGAIN.above * UNIT) + more;
        add(drawn, 'again', left, foot - above, width, AGAIN.thickness * UNIT + more);
      }
    }
  }
  return drawn;
}

/**
 * Adds a box, or makes the last one of its look longer where both touch: the words of an element come once as its own box and once as
 * theirs.
 */
function add(drawn: Drawn[], look: Look, left: number, top: number, width: number, height: number): void {
  let boxes = drawn.find((each) => each.look === look)?.boxes;
  if (!boxes) {
    boxes = [];
    drawn.push({ look, boxes, path: null });
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

/** @param at the top of the row, in pixels */
function outline(boxes: readonly number[], at: number): string {
  const down = Math.round(at * UNIT);
  let path = '';
  for (let box = 0; box < boxes.length; box += 4) {
    const width = boxes[box + 2];
    path += `M${boxes[box]} ${down + (boxes[box + 1] ?? 0)}h${width}v${boxes[box + 3]}h-${width}z`;
  }
  return path;
}
