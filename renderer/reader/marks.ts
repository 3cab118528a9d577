import { type Highlight, type Mention, overlaps, type Passage } from '../../main/contract/index.ts';
import { stretchesOf } from './layers.ts';
import { entityName, faintName, namesOf, type Paint, type PaintName, specialName } from './painter.ts';
import { type RowWords, unitsIn } from './row-element.ts';

/**
 * What is painted on a row: highlights in their bands, faint ones below them, mentions underlined, the highlight in focus
 * marked.
 */
export function paintsOf(
  row: RowWords,
  highlights: readonly Highlight[],
  mentions: readonly Mention[],
  focused: string | null,
  isFaint: (highlight: Highlight) => boolean,
): readonly Paint[] {
  const here = highlights.filter((highlight) => overlaps(highlight, row));
  const { faint = [], full = [] } = Object.groupBy(here, (highlight) => (isFaint(highlight) ? 'faint' : 'full'));
  const paints = joined(
    stretchesOf(full).flatMap((stretch) => namesOf(stretch).flatMap((name) => paintOf(row, stretch, name))),
  );
  for (const highlight of faint) paints.push(...paintOf(row, highlight, faintName(highlight.colour)));
  for (const mention of mentions) paints.push(...paintOf(row, mention, entityName(mention.entityType)));
  const focus = here.find(({ id }) => id === focused);
  if (focus) paints.push(...paintOf(row, focus, specialName('focus')));
  return paints;
}

/** Makes one of paints of one name that follow each other: a colour goes on where another begins above it. */
function joined(paints: readonly Paint[]): Paint[] {
  const result: Paint[] = [];
  const last = new Map<PaintName, number>();
  for (const paint of paints) {
    const at = last.get(paint.name);
    const before = at === undefined ? undefined : result[at];
    if (at !== undefined && before?.to === paint.from) result[at] = { ...before, to: paint.to };
    else last.set(paint.name, result.push(paint) - 1);
  }
  return result;
}

/** A passage clipped to a row, under one name; nothing where it does not touch the row. */
export function paintOf(row: RowWords, passage: Passage, name: PaintName): readonly Paint[] {
  const from = unitsIn(row, passage.start);
  const to = unitsIn(row, passage.end);
  return to > from ? [{ name, from, to }] : [];
}
