import type { Colour } from '../../../main/contract/index.ts';
import type { Session } from '../session.ts';
import type { MarginEntry } from './layout.ts';

/** What the margin says of a highlight. */
export interface MarginNote extends MarginEntry {
  /** Code points it covers. */
  readonly length: number;
  readonly colour: Colour;
  readonly quote: string;
  /** Where it begins, as `¶ 3`. */
  readonly locator: string;
  readonly tags: readonly string[];
  readonly comment: string;
  /** It does not pass the filter. */
  readonly isFaint: boolean;
}

/** Letters of a quote kept to tell highlights of a cluster apart. */
const QUOTE = 80;

/** Answers the notes of the highlights that begin on a row in the document; places in pixels from the top of the margin. */
export function createMarginNotes({ view, pages, isFaint }: Session) {
  return (): readonly MarginNote[] => {
    const notes: MarginNote[] = [];
    for (const row of view.mounted()) {
      const highlights = pages
        .highlightsOn(row.block)
        .filter(
          ({ start, tags, comment }) => start >= row.start && start < row.end && (tags.length > 0 || comment !== ''),
        );
      if (highlights.length === 0) continue;
      for (const highlight of highlights) {
        const { id, start, end, colour, quote, locator, tags, comment } = highlight;
        const wanted = Math.round(view.spotOf(start, 'before')?.top ?? 0);
        const words = quote.length > QUOTE ? `${quote.slice(0, QUOTE)}…` : quote;
        notes.push({
          id,
          length: end - start,
          colour,
          quote: words,
          locator,
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
