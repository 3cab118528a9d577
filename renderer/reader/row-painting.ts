import type { Highlight, Passage } from '../../main/contract/index.ts';
import { createBands } from './bands.ts';
import { coversOf, linesOf, paintOf } from './marks.ts';
import type { BlockSpan, Pages } from './pages.ts';
import { createPainter, type Painter, specialName } from './painter.ts';
import type { RowView } from './row-element.ts';
import { type Ends, passageOf } from './selection-ends.ts';

/** How long a passage that was jumped to stays lit, in milliseconds. */
const FLASH = 1_600;

/** What is painted on the rows in the document: highlights and mentions, what is selected, what was jumped to. */
export interface RowPainting {
  readonly painter: Painter;
  /** Paints all of it on a row that came into the document. */
  fresh(row: RowView): void;
  /** Takes everything off a row that leaves the document. */
  gone(row: RowView): void;
  /** Rows are where they belong now. */
  placed(): void;
  /** Rows have other lines than before. */
  laidOutAnew(): void;
  /**
   * Paints highlights and mentions of these blocks anew, of all where none are given: once for all that ask, when what is done now is done.
   */
  marks(blocks?: BlockSpan): void;
  selection(): void;
  /** Lights a passage up for a moment. */
  light(passage: Passage): void;
  /** Marks a highlight as the one in focus is; null marks that one again. */
  pointAt(id: string | null): void;
  close(): void;
}

export interface RowPaintingParts {
  /** Holds the rows; its top is that of the first. */
  readonly canvas: HTMLElement;
  /** Where a row begins, in pixels from the first row's top. */
  readonly topOf: (row: number) => number;
  /** Where the screen begins, in pixels from the first row's top. */
  readonly seenFrom: () => number;
  readonly mounted: () => readonly RowView[];
  readonly pages: () => Pages;
  readonly ends: () => Ends | null;
  readonly focused: () => string | null;
  readonly isFaint: (highlight: Highlight) => boolean;
}

export function createRowPainting(parts: RowPaintingParts): RowPainting {
  const { canvas, mounted, topOf, seenFrom, pages, ends, focused, isFaint } = parts;
  const painter = createPainter();
  const bands = createBands(canvas);
  const draw = () => bands.draw(topOf, seenFrom());
  const forced = window.matchMedia('(forced-colors: active)');
  let inOneColour = forced.matches;
  let pointed: string | null = null;
  let lit: Passage | null = null;
  let litUntil = 0;

  const paintMarks = (row: RowView) => {
    const { highlightsOn, mentionsOn } = pages();
    bands.cover(row, coversOf(row, highlightsOn(row.block), { isFaint, focused: pointed ?? focused(), inOneColour }));
    painter.paint(row, 'lines', linesOf(row, mentionsOn(row.block)));
  };
  const paintSelection = (row: RowView) => {
    const selected = ends();
    painter.paint(row, 'selection', selected ? paintOf(row, passageOf(selected), specialName('selection')) : []);
  };
  const paintLit = (row: RowView) => {
    painter.paint(row, 'flash', lit ? paintOf(row, lit, specialName('flash')) : []);
  };
  const stale: BlockSpan[] = [];
  const paintStale = () => {
    const spans = stale.splice(0);
    for (const row of mounted()) {
      if (spans.some(({ first, last }) => row.block >= first && row.block <= last)) paintMarks(row);
    }
    draw();
  };
  const marks = (blocks: BlockSpan = { first: 0, last: Number.POSITIVE_INFINITY }) => {
    if (stale.push(blocks) === 1) queueMicrotask(paintStale);
  };
  const onForced = () => {
    inOneColour = forced.matches;
    marks();
  };
  forced.addEventListener('change', onForced);

  return {
    painter,
    fresh(row) {
      paintMarks(row);
      paintSelection(row);
      paintLit(row);
    },
    gone(row) {
      bands.clear(row);
      painter.clear(row);
    },
    placed: draw,
    laidOutAnew: bands.forget,
    marks,
    selection() {
      for (const row of mounted()) paintSelection(row);
    },
    light(passage) {
      lit = passage;
      for (const row of mounted()) paintLit(row);
      window.clearTimeout(litUntil);
      litUntil = window.setTimeout(() => {
        lit = null;
        for (const row of mounted()) paintLit(row);
      }, FLASH);
    },
    pointAt(id) {
      if (id === pointed) return;
      pointed = id;
      marks();
    },
    close() {
      window.clearTimeout(litUntil);
      stale.length = 0;
      forced.removeEventListener('change', onForced);
      bands.close();
      painter.close();
    },
  };
}
