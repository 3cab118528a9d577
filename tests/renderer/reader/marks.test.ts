import { expect, test } from 'vitest';
import type { Colour, Highlight, Mention } from '../../../main/contract/index.ts';
import { coversOf, linesOf } from '../../../renderer/reader/marks.ts';
import type { RowWords } from '../../../renderer/reader/row-element.ts';

/** Ten letters and a sign of two UTF-16 units before them; offsets 100–111 of the text. */
const ROW: RowWords = { text: '𐍈abcdefghij', start: 100, end: 111, astral: true };

const mark = (start: number, end: number, colour: Colour, id: string = colour) =>
  ({ id, start, end, colour }) as Highlight;
const mention = (start: number, end: number, entityType: string) => ({ start, end, entityType }) as Mention;

const allFull = () => false;

test('a highlight that goes over a row is cut to it; one beside it, and an empty row, have nothing to cover', () => {
  const covers = coversOf(
    ROW,
    [mark(90, 102, 'yellow'), mark(111, 120, 'red'), mark(80, 100, 'green')],
    allFull,
    false,
  );
  expect(covers).toEqual([{ from: 0, to: 3, layers: [{ look: 'yellow', share: 1 }] }]);
  const empty = { text: '', start: 100, end: 100, astral: false };
  expect(coversOf(empty, [mark(90, 110, 'yellow')], allFull, false)).toEqual([]);
});

test('where highlights lie upon each other the line is shared, and two of one colour are underlined', () => {
  const covers = coversOf(
    ROW,
    [mark(101, 105, 'yellow'), mark(103, 107, 'blue'), mark(106, 109, 'blue', 'other')],
    allFull,
    false,
  );
  expect(covers).toEqual([
    { from: 2, to: 4, layers: [{ look: 'yellow', share: 1 }] },
    {
      from: 4,
      to: 6,
      layers: [
        { look: 'yellow', share: 1 },
        { look: 'blue', share: 0.5 },
      ],
    },
    { from: 6, to: 7, layers: [{ look: 'blue', share: 1 }] },
    { from: 7, to: 8, layers: [{ look: 'blue', share: 1 }, { look: 'again' }] },
    { from: 8, to: 10, layers: [{ look: 'blue', share: 1 }] },
  ]);
});

test('where colours cannot be told apart the line is not shared: what lies upon another is underlined, whatever its colour', () => {
  const covers = coversOf(
    ROW,
    [mark(101, 105, 'yellow'), mark(103, 107, 'blue'), mark(106, 109, 'blue', 'other')],
    allFull,
    true,
  );
  expect(covers).toEqual([
    { from: 2, to: 4, layers: [{ look: 'yellow', share: 1 }] },
    { from: 4, to: 6, layers: [{ look: 'yellow', share: 1 }, { look: 'again' }] },
    { from: 6, to: 7, layers: [{ look: 'blue', share: 1 }] },
    { from: 7, to: 8, layers: [{ look: 'blue', share: 1 }, { look: 'again' }] },
    { from: 8, to: 10, layers: [{ look: 'blue', share: 1 }] },
  ]);
});

test('dimmed highlights lie below the others and share no line with them', () => {
  const covers = coversOf(ROW, [mark(101, 105, 'yellow'), mark(103, 107, 'blue')], ({ id }) => id === 'blue', false);
  expect(covers).toEqual([
    { from: 4, to: 8, layers: [{ look: 'faint-blue', share: 1 }] },
    { from: 2, to: 6, layers: [{ look: 'yellow', share: 1 }] },
  ]);
});

test('mentions are underlined, and the highlight in focus as far as it is in the row', () => {
  const highlights = [mark(95, 104, 'yellow'), mark(106, 108, 'blue')];
  const mentions = [mention(101, 103, 'place'), mention(105, 130, 'person'), mention(90, 100, 'work')];
  expect(linesOf(ROW, highlights, mentions, 'yellow')).toEqual([
    { name: expect.stringMatching(/^lectern-entity-/), from: 2, to: 4 },
    { name: expect.stringMatching(/^lectern-entity-/), from: 6, to: 12 },
    { name: 'lectern-focus', from: 0, to: 5 },
  ]);
  expect(linesOf(ROW, highlights, [], null)).toEqual([]);
  expect(linesOf(ROW, highlights, [], 'elsewhere')).toEqual([]);
});
