import { type Highlight, type Mention, overlaps, type Passage } from '../../main/contract/index.ts';
import type { Cover } from './bands.ts';
import { bandsOfOne, stretchesOf } from './layers.ts';
import { entityName, type Paint, type PaintName } from './painter.ts';
import { type RowWords, unitsIn } from './row-element.ts';

/** How highlights are looked at. */
export interface Regard {
  readonly isFaint: (highlight: Highlight) => boolean;
  /** The highlight in focus. */
  readonly focused: string | null;
  /**
   * Colours cannot be told apart, as when the system forces its own: a frame around the words, and the line where more than one highlight lies,
   * for frames within one would run through the letters.
   */
  readonly inOneColour: boolean;
}

const NO_BANDS: Cover['bands'] = [];

/** What covers a row: highlights in their bands, faint ones below them, and the line under the one in focus. */
export function coversOf(
  row: RowWords,
  highlights: readonly Highlight[],
  { isFaint, focused, inOneColour }: Regard,
): readonly Cover[] {
  const covers: Cover[] = [];
  const cover = ({ start, end }: Passage, bands: Cover['bands'], how: Partial<Cover>) => {
    const from = unitsIn(row, start);
    const to = unitsIn(row, end);
    if (to > from)
      covers.push({ from, to, bands, isFaint: false, again: 0, inFocus: false, isFramed: inOneColour, ...how });
  };
  const full: Highlight[] = [];
  for (const highlight of highlights) {
    if (!overlaps(highlight, row)) continue;
    if (isFaint(highlight)) cover(highlight, bandsOfOne(highlight.colour), { isFaint: true });
    else full.push(highlight);
  }
  for (const stretch of stretchesOf(full)) {
    const { bands, again } = stretch;
    const [first] = bands;
    if (inOneColour && first) cover(stretch, bandsOfOne(first.colour), { again: again + bands.length - 1 });
    else cover(stretch, bands, { again });
  }
  const focus = focused === null ? undefined : highlights.find(({ id }) => id === focused);
  if (focus) cover(focus, NO_BANDS, { inFocus: true });
  return covers;
}

/** What stands under the words of a row: a line for each mention. */
export function linesOf(row: RowWords, mentions: readonly Mention[]): readonly Paint[] {
  return mentions.flatMap((mention) => paintOf(row, mention, entityName(mention.entityType)));
}

/** A passage clipped to a row, under one name; nothing where it does not touch the row. */
export function paintOf(row: RowWords, passage: Passage, name: PaintName): readonly Paint[] {
  const from = unitsIn(row, passage.start);
  const to = unitsIn(row, passage.end);
  return to > from ? [{ name, from, to }] : [];
}
