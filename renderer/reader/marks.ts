import { type Highlight, type Mention, overlaps, type Passage } from '../../main/contract/index.ts';
import type { Cover } from './bands.ts';
import { bandsOfOne, stretchesOf } from './layers.ts';
import { entityName, type Paint, type PaintName, specialName } from './painter.ts';
import { type RowWords, unitsIn } from './row-element.ts';

/**
 * What covers a row: highlights in their bands, faint ones below them.
 * @param inOneColour colours cannot be told apart, as when the system forces its own: a frame around the words, and the line where more than
 *   one highlight lies, for frames within one would run through the letters
 */
export function coversOf(
  row: RowWords,
  highlights: readonly Highlight[],
  isFaint: (highlight: Highlight) => boolean,
  inOneColour: boolean,
): readonly Cover[] {
  const covers: Cover[] = [];
  const cover = ({ start, end }: Passage, bands: Cover['bands'], isFaint: boolean, again: number) => {
    const from = unitsIn(row, start);
    const to = unitsIn(row, end);
    if (to > from) covers.push({ from, to, bands, isFaint, again });
  };
  const full: Highlight[] = [];
  for (const highlight of highlights) {
    if (!overlaps(highlight, row)) continue;
    if (isFaint(highlight)) cover(highlight, bandsOfOne(highlight.colour), true, 0);
    else full.push(highlight);
  }
  for (const stretch of stretchesOf(full)) {
    const { bands, again } = stretch;
    const [first] = bands;
    if (inOneColour && first) cover(stretch, bandsOfOne(first.colour), false, again + bands.length - 1);
    else cover(stretch, bands, false, again);
  }
  return covers;
}

/** What stands under the words of a row: a line for each mention, another for the highlight in focus. */
export function linesOf(
  row: RowWords,
  highlights: readonly Highlight[],
  mentions: readonly Mention[],
  focused: string | null,
): readonly Paint[] {
  const focus = highlights.find(({ id }) => id === focused);
  return [
    ...mentions.flatMap((mention) => paintOf(row, mention, entityName(mention.entityType))),
    ...(focus ? paintOf(row, focus, specialName('focus')) : []),
  ];
}

/** A passage clipped to a row, under one name; nothing where it does not touch the row. */
export function paintOf(row: RowWords, passage: Passage, name: PaintName): readonly Paint[] {
  const from = unitsIn(row, passage.start);
  const to = unitsIn(row, passage.end);
  return to > from ? [{ name, from, to }] : [];
}
