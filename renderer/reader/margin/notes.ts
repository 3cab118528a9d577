import type { Colour } from '../../../main/contract/index.ts';
import type { RowView } from '../row-element.ts';
import type { Session } from '../session.ts';
import type { MarginEntry } from './layout.ts';

/** What the margin says of a highlight. */
export interface MarginNote extends MarginEntry {
  /** Code points it covers. */
  readonly length: number;
  readonly colour: Colour;
  readonly quote: string;
  readonly tags: readonly string[];
  readonly comment: string;
  /** It does not pass the filter. */
  readonly isFaint: boolean;
}

/** Letters of a quote kept to tell highlights of a cluster apart. */
const QUOTE = 80;

/**
 * Answers the notes of the highlights that begin on a row in the document; places in pixels from the top of the margin.
 * Where a highlight begins in its row is measured once for each layout of the row.
 */
export function createMarginNotes({ view, pages, isFaint }: Session, canvas: HTMLElement) {
  let layouts = -1;
  let inRow = new WeakMap<RowView, Map<number, number>>();

  const placeIn = (row: RowView, offset: number, top: number): number => {
    const known = inRow.get(row) ?? new Map<number, number>();
    inRow.set(row, known);
    const place = known.get(offset) ?? view.topOf(offset) - top;
    known.set(offset, place);
    return place;
  };

  return (): readonly MarginNote[] => {
    if (layouts !== view.layouts()) {
      layouts = view.layouts();
      inRow = new WeakMap();
    }
    const notes: MarginNote[] = [];
    for (const row of view.mounted()) {
      const highlights = pages
        .highlightsOn(row.block)
        .filter(
          ({ start, tags, comment }) => start >= row.start && start < row.end && (tags.length > 0 || comment !== ''),
        );
      if (highlights.length === 0) continue;
      const top = view.topOf(row.start);
      for (const highlight of highlights) {
        const { id, start, end, colour, quote, tags, comment } = highlight;
        const wanted = Math.round(canvas.offsetTop + top + placeIn(row, start, top));
        const words = quote.length > QUOTE ? `${quote.slice(0, QUOTE)}…` : quote;
        notes.push({
          id,
          length: end - start,
          colour,
          quote: words,
          tags,
          comment,
          wanted,
          isFaint: isFaint(highlight),
        });
      }
    }
    return notes;
  };
}
