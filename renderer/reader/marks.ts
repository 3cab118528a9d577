import { type Highlight, type Mention, overlaps, type Passage } from '../../main/contract/index.ts';
import type { Cover } from './bands.ts';
import { type Stretch, stretchesOf } from './layers.ts';
import { entityName, type Paint, type PaintName, specialName } from './painter.ts';
import { type RowWords, unitsIn } from './row-element.ts';

/**
 * What covers a row: highlights in their bands, faint ones below them.
 * @param inOneColour colours cannot be told apart, as when the system forces its own
 */
export function coversOf(
  row: RowWords,
  highlights: readonly Highlight[],
  isFaint: (highlight: Highlight) => boolean,
  inOneColour: boolean,
): readonly Cover[] {
  const here = highlights.filter((highlight) => overlaps(highlight, row));
  const { faint = [], full = [] } = Object.groupBy(here, (highlight) => (isFaint(highlight) ? 'faint' : 'full'));
  return [
    ...faint.map((highlight) => coverOf(row, highlight, [{ look: `faint-${highlight.colour}`, share: 1 }])),
    ...stretchesOf(full).map((stretch) => coverOf(row, stretch, inOneColour ? frameOf(stretch) : layersOf(stretch))),
  ].filter(({ from, to }) => to > from);
}

function layersOf({ bands, again }: Stretch): Cover['layers'] {
  const layers = bands.map(({ colour, thickness }) => ({ look: colour, share: thickness }));
  return again ? [...layers, { look: 'again' }] : layers;
}

/** A frame around the words, and the line where more than one highlight lies: frames within one would run through the letters. */
function frameOf({ bands, again }: Stretch): Cover['layers'] {
  const layers = bands.slice(0, 1).map(({ colour }) => ({ look: colour, share: 1 }));
  return again || bands.length > 1 ? [...layers, { look: 'again' }] : layers;
}

function coverOf(row: RowWords, { start, end }: Passage, layers: Cover['layers']): Cover {
  return { from: unitsIn(row, start), to: unitsIn(row, end), layers };
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
