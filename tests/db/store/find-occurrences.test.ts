import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOccurrences, highlights, type Notebook, tags } from '../../../db/index.ts';
import { sliceCodePoints } from '../../../db/model/index.ts';
import { addSource, deed, everything, newNotebook } from './shelf.ts';

type Sought = Parameters<typeof findOccurrences>[1];

const find = (notebook: Notebook, sought: Sought) => notebook.read((c) => [...findOccurrences(c, sought)].flat());

const FOLDED = { exact: false, wholeWords: false };

test('words are found in one source and in all, in the order of the texts, with what is around them', () => {
  const notebook = newNotebook();
  const one = addSource(notebook, 'Elva rant. ELVA sto.', 'Ingen så elvå 🜚 den kvelden.');
  const two = addSource(notebook, 'elvane rant.');
  const quotes = (sought: Sought) => find(notebook, sought).map(({ quote }) => quote);
  expect(quotes({ ...FOLDED, words: 'elva' })).toEqual(['Elva', 'ELVA', 'elvå', 'elva']);
  expect(quotes({ ...FOLDED, words: 'elva', sourceId: two })).toEqual(['elva']);
  expect(quotes({ ...FOLDED, words: 'elva', wholeWords: true })).toEqual(['Elva', 'ELVA', 'elvå']);
  expect(quotes({ words: 'elva', exact: true, wholeWords: false })).toEqual(['elva']);
  expect(find(notebook, { ...FOLDED, words: 'den', sourceId: one })).toEqual([
    {
      sourceId: one,
      start: 37,
      end: 40,
      quote: 'den',
      before: 'Ingen så elvå 🜚 ',
      after: ' kvelden.',
      locator: '¶ 2',
      sourceTitle: 'Elva rant. ELVA sto.',
      marked: false,
    },
    expect.objectContaining({ quote: 'den', before: 'Ingen så elvå 🜚 den kvel' }),
  ]);
  expect(() => find(notebook, { ...FOLDED, words: 'rant', sourceId: 'none' })).toThrow('none');
});

test('what is highlighted already is told, and what is in the trash is not there', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'Elva rant, og elva sto.');
  const { id } = deed(notebook, (c) => highlights.create(c, { sourceId, start: 14, end: 18 }));
  const marked = () => find(notebook, { ...FOLDED, words: 'elva' }).map((each) => each.marked);
  expect(marked()).toEqual([false, true]);
  deed(notebook, (c) => highlights.remove(c, id));
  expect(marked()).toEqual([false, false]);
  deed(notebook, (c) => c.run('UPDATE sources SET trashed_at = 5 WHERE id = ?', sourceId));
  expect(marked()).toEqual([]);
});

const letters = fc.array(fc.constantFrom('a', 'A', 'å', 'a\u030a', 'b', ' ', '👩‍👩‍👧', '𐍈', 'ש', 'ß'), {
  minLength: 1,
  maxLength: 12,
});
const line = letters.map((each) => each.join(''));

test('whatever is found is in its text, marked in one step, and taken back in one', () => {
  const notebook = newNotebook();
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('a', 'å', 'ab', 'ss', ' a'),
      (lines, words) => {
        const sourceId = addSource(notebook, ...lines);
        const whole = lines.join('\n');
        const occurrences = find(notebook, { ...FOLDED, words, sourceId });
        let free = 0;
        for (const { start, end, quote } of occurrences) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(sliceCodePoints(whole, start, end)).toBe(quote);
          free = end;
        }
        if (occurrences.length === 0) return;
        const before = everything(notebook);
        const made = deed(notebook, (c) =>
          highlights.createAll(c, occurrences, { colour: 'violet', tags: ['new one'] }),
        );
        expect(made.map(({ start, end, quote, tags: names }) => ({ start, end, quote, names }))).toEqual(
          occurrences.map(({ start, end, quote }) => ({ start, end, quote, names: ['new one'] })),
        );
        notebook.undo();
        expect(everything(notebook)).toBe(before);
      },
    ),
    { numRuns: 25 },
  );
  expect(notebook.check().defects).toEqual([]);
});

test('of many passages none is marked where one cannot be', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'Elva rant.');
  const places = [
    { sourceId, start: 0, end: 4 },
    { sourceId, start: 5, end: 99 },
  ];
  expect(() => deed(notebook, (c) => highlights.createAll(c, places, { tags: ['new one'] }))).toThrow(
    'not in the text',
  );
  expect(notebook.read(highlights.list)).toEqual([]);
  expect(notebook.read(tags.list)).toEqual([]);
});
