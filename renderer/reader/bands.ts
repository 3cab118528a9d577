import { COLOURS, type Colour } from '../../main/contract/index.ts';
import { rectsOf } from './rects.ts';
import type { RowView } from './row-element.ts';

/** What covers words: the colour of a highlight, fainter where the rest is dimmed, or the line that says that two of one colour lie there. */
export type Look = Colour | `faint-${Colour}` | 'again';

/** All of them in the order in which they are drawn, the last on top. */
const LOOKS: readonly Look[] = [...COLOURS.map((colour) => `faint-${colour}` as const), ...COLOURS, 'again'];

/** A stretch of a row that is covered, in UTF-16 units of its text. */
export interface Cover {
  readonly from: number;
  readonly to: number;
  readonly layers: readonly Layer[];
}

/** A colour covers a share (0–1) of the height of a line, from its foot up; the line that says “again” has its own height and place. */
type Layer = { readonly look: Exclude<Look, 'again'>; readonly share: number } | { readonly look: 'again' };

/**
 * Covers words with the colours of their highlights: one SVG behind all rows, with a path for each look of a row. Nothing stands among
 * the words, so positions stay simple. The browser's own highlights could do it, but it makes two lists of 2.5 kB for every line
 * that has some, whenever the line is painted.
 */
export interface Bands {
  /** Replaces what covers a row; seen from the next drawing on. */
  cover(row: RowView, covers: readonly Cover[]): void;
  /** Takes everything off a row that leaves the document. */
  clear(row: RowView): void;
  /** Rows are laid out anew. */
  forget(): void;
  /**
   * Draws what is new and what has moved. Measures; may be asked in every frame. All in pixels from the first row's top.
   * @param seenFrom where the screen begins; rows in the document may be far from it
   */
  draw(topOf: (row: number) => number, seenFrom: number): void;
  close(): void;
}

/** How thick the line under two highlights of one colour is, in pixels, and how far up in a line, as a share of its height. */
const AGAIN = { thickness: 1.5, above: 0.12 };

/** Boxes no further apart than this, in pixels, touch. */
const TOUCH = 0.5;

/** Pixels from where drawings begin beyond which they begin elsewhere: the numbers of a path are exact to seven places. */
const FAR = 100_000;

const SVG = 'http://www.w3.org/2000/svg';

/** A rectangle in pixels from the corner of its row. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Paths = Map<Look, SVGPathElement>;

interface Covered {
  readonly covers: readonly Cover[];
  /** What is to be drawn, by look; null where it has to be measured. */
  boxes: ReadonlyMap<Look, readonly Box[]> | null;
  /** Where the row was when it was drawn, in pixels from where drawings begin; null before that. */
  drawnAt: number | null;
  readonly paths: Paths;
}

/** @param canvas holds the rows; positioned, its top is that of the text */
export function createBands(canvas: HTMLElement): Bands {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.classList.add('reader-bands');
  drawing.ariaHidden = 'true';
  canvas.prepend(drawing);
  const covered = new Map<RowView, Covered>();
  let origin = 0;
  /** Paths of rows that have left, to be used again. */
  const spare: Paths[] = [];

  const pathFor = (look: Look, paths: Paths): SVGPathElement => {
    const known = paths.get(look);
    if (known) return known;
    const path = document.createElementNS(SVG, 'path');
    path.dataset['look'] = look;
    const above = LOOKS.slice(LOOKS.indexOf(look) + 1).find((each) => paths.has(each));
    drawing.insertBefore(path, (above && paths.get(above)) ?? null);
    paths.set(look, path);
    return path;
  };

  const drawRow = ({ boxes, paths }: Covered, at: number) => {
    for (const [look, path] of paths) if (!boxes?.has(look)) path.removeAttribute('d');
    for (const [look, ofLook] of boxes ?? []) {
      pathFor(look, paths).setAttribute('d', ofLook.map((box) => outline(box, at)).join(''));
    }
  };

  return {
    cover(row, covers) {
      const known = covered.get(row);
      if (known ? isSame(known.covers, covers) : covers.length === 0) return;
      covered.set(row, { covers, boxes: null, drawnAt: null, paths: known?.paths ?? spare.pop() ?? new Map() });
    },
    clear(row) {
      const paths = covered.get(row)?.paths;
      if (!paths) return;
      covered.delete(row);
      for (const path of paths.values()) path.removeAttribute('d');
      spare.push(paths);
    },
    forget() {
      for (const each of covered.values()) Object.assign(each, { boxes: null, drawnAt: null });
    },
    draw(topOf, seenFrom) {
      if (Math.abs(seenFrom - origin) > FAR) {
        origin = Math.floor(seenFrom);
        drawing.style.insetBlockStart = `${origin}px`;
      }
      // First all is measured: the browser lays the page out anew for what is measured after something is drawn.
      for (const [row, shown] of covered) shown.boxes ??= measured(row, shown.covers);
      for (const [row, shown] of covered) {
        const at = topOf(row.row) - origin;
        if (shown.drawnAt === at) continue;
        drawRow(shown, at);
        shown.drawnAt = at;
      }
    },
    close() {
      drawing.remove();
    },
  };
}

function isSame(one: readonly Cover[], other: readonly Cover[]): boolean {
  const isSameLayer = (a: Layer, b?: Layer) => a.look === b?.look && shareOf(a) === shareOf(b);
  const isSameCover = (a: Cover, b?: Cover) =>
    a.from === b?.from &&
    a.to === b.to &&
    a.layers.length === b.layers.length &&
    a.layers.every((layer, at) => isSameLayer(layer, b.layers[at]));
  return one.length === other.length && one.every((cover, at) => isSameCover(cover, other[at]));
}

function shareOf(layer: Layer): number | null {
  return layer.look === 'again' ? null : layer.share;
}

function measured(row: RowView, covers: readonly Cover[]): ReadonlyMap<Look, readonly Box[]> {
  const boxes = new Map<Look, Box[]>();
  if (covers.length === 0) return boxes;
  const corner = row.element.getBoundingClientRect();
  // A running title that is not shown: its words would be measured all the same.
  if (corner.height === 0) return boxes;
  for (const { from, to, layers } of covers) {
    for (const rect of rectsOf(row, from, to)) {
      const { width, height } = rect;
      if (width === 0) continue;
      const line = { left: rect.left - corner.left, top: rect.top - corner.top, width, height };
      for (const layer of layers) add(boxes, layer.look, boxOf(layer, line));
    }
  }
  return boxes;
}

/** What a layer covers of the words of a line. */
function boxOf(layer: Layer, { left, top, width, height }: Box): Box {
  if (layer.look === 'again') {
    return { left, top: top + height * (1 - AGAIN.above), width, height: AGAIN.thickness };
  }
  const covered = height * layer.share;
  return { left, top: top + height - covered, width, height: covered };
}

/** Adds a box, or makes the last one longer where both touch: the words of an element come once as its own box and once as theirs. */
function add(boxes: Map<Look, Box[]>, look: Look, box: Box): void {
  const ofLook = boxes.get(look);
  const last = ofLook?.at(-1);
  if (!ofLook) boxes.set(look, [box]);
  else if (
    last &&
    last.top === box.top &&
    last.height === box.height &&
    box.left <= last.left + last.width + TOUCH &&
    last.left <= box.left + box.width + TOUCH
  ) {
    const left = Math.min(last.left, box.left);
    const right = Math.max(last.left + last.width, box.left + box.width);
    ofLook[ofLook.length - 1] = { ...last, left, width: right - left };
  } else ofLook.push(box);
}

function outline({ left, top, width, height }: Box, at: number): string {
  return `M${left.toFixed(2)} ${(at + top).toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h${(-width).toFixed(2)}z`;
}
