import { expect, test } from 'vitest';
import type { Colour, Highlight, Mention } from '../../../main/contract/index.ts';
import type { Cover } from '../../../renderer/reader/bands.ts';
import { coversOf, linesOf, type Regard } from '../../../renderer/reader/marks.ts';
import type { RowWords } from '../../../renderer/reader/row-element.ts';

/** Ten letters and a sign of two UTF-16 units before them; offsets 100–111 of the text. */
const ROW: RowWords = { text: '𐍈abcdefghij', start: 100, end: 111, astral: true };

const mark = (start: number, end: number, colour: Colour, id: string = colour) =>
  ({ id, start, end, colour }) as Highlight;
const mention = (start: number, end: number, entityType: string) => ({ start, end, entityType }) as Mention;

const plain: Regard = { isFaint: () => false, focused: null, inOneColour: false };

/** A cover of these colours, the first over the whole line and each further one over less. */
const cover = (from: number, to: number, colours: readonly Colour[], what: Partial<Cover> = {}): Cover => ({
  from,
  to,
  bands: colours.map((colour, at) => ({ colour, thickness: (colours.length - at) / colours.length })),
  isFaint: false,
  again: 0,
  inFocus: false,
  isFramed: false,
  ...what,
});

test('a highlight that goes over a row is cut to it; one beside it, and an empty row, have nothing to cover', () => {
  const covers = coversOf(ROW, [mark(90, 102, 'yellow'), mark(111, 120, 'red'), mark(80, 100, 'green')], plain);
  expect(covers).toEqual([cover(0, 3, ['yellow'])]);
  const empty = { text: '', start: 100, end: 100, astral: false };
  expect(coversOf(empty, [mark(90, 110, 'yellow')], plain)).toEqual([]);
});

test('where highlights lie upon each other the line is shared, and two of one colour are underlined', () => {
  const covers = coversOf(
    ROW,
    [mark(101, 105, 'yellow'), mark(103, 107, 'blue'), mark(106, 109, 'blue', 'other')],
    plain,
  );
  expect(covers).toEqual([
    cover(2, 4, ['yellow']),
    cover(4, 6, ['yellow', 'blue']),
    cover(6, 7, ['blue']),
    cover(7, 8, ['blue'], { again: 1 }),
    cover(8, 10, ['blue']),
  ]);
});

test('where colours cannot be told apart the line is not shared: what lies upon another is underlined, whatever its colour', () => {
  const covers = coversOf(ROW, [mark(101, 105, 'yellow'), mark(103, 107, 'blue'), mark(106, 109, 'blue', 'other')], {
    ...plain,
    inOneColour: true,
  });
  expect(covers).toEqual([
    cover(2, 4, ['yellow'], { isFramed: true }),
    cover(4, 6, ['yellow'], { again: 1, isFramed: true }),
    cover(6, 7, ['blue'], { isFramed: true }),
    cover(7, 8, ['blue'], { again: 1, isFramed: true }),
    cover(8, 10, ['blue'], { isFramed: true }),
  ]);
});

test('dimmed highlights lie below the others and share no line with them', () => {
  const covers = coversOf(ROW, [mark(101, 105, 'yellow'), mark(103, 107, 'blue')], {
    ...plain,
    isFaint: ({ id }) => id === 'blue',
  });
  expect(covers).toEqual([cover(4, 8, ['blue'], { isFaint: true }), cover(2, 6, ['yellow'])]);
});

test('mentions are underlined as far as they are in the row', () => {
  const mentions = [mention(101, 103, 'place'), mention(105, 130, 'person'), mention(90, 100, 'work')];
  expect(linesOf(ROW, mentions)).toEqual([
    { name: expect.stringMatching(/^lectern-entity-/), from: 2, to: 4 },
    { name: expect.stringMatching(/^lectern-entity-/), from: 6, to: 12 },
  ]);
});

test('the highlight in focus has a line of its own as far as it is in the row, whatever lies upon it', () => {
  const highlights = [mark(95, 104, 'yellow'), mark(102, 108, 'blue')];
  const line = cover(0, 5, [], { inFocus: true });
  const colours = coversOf(ROW, highlights, plain);
  expect(coversOf(ROW, highlights, { ...plain, focused: 'yellow' })).toEqual([...colours, line]);
  expect(coversOf(ROW, highlights, { ...plain, focused: 'elsewhere' })).toEqual(colours);
});
