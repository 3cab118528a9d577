import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceCodePoints } from '../../../../db/model/index.ts';
import { carrier } from '../../../../main/app/carrying/index.ts';

const WORDS = [
  'the',
  'lamp',
  'was',
  'lit',
  'Сталин',
  'თბილისი',
  'שלום',
  '🜚',
  'e\u0301',
  'keeper',
  'of',
  'ships',
  'høst',
];

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const text = fc
  .array(sentence, { minLength: 1, maxLength: 12 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

const shareLine = (one: string, other: string) =>
  one.split('\n').some((line) => line && other.split('\n').includes(line));

const lengthOf = (words: string) => [...words].length;

const anchorsIn = (whole: string) => {
  const length = lengthOf(whole);
  const place = fc.record({ start: fc.nat(length - 1), size: fc.integer({ min: 1, max: 40 }) });
  return fc
    .array(place, { maxLength: 8 })
    .map((places) =>
      places.map(({ start, size }, at) => ({ id: String(at), start, end: Math.min(length, start + size) })),
    );
};

test('a passage is carried to the very same words, or left, and none is forgotten', () => {
  fc.assert(
    fc.property(
      text.chain((older) => fc.record({ older: fc.constant(older), newer: text, anchors: anchorsIn(older) })),
      ({ older, newer, anchors }) => {
        const { carried, left } = carrier(older, newer)(anchors);
        for (const { id, start, end } of carried) {
          const anchor = anchors.find((each) => each.id === id);
          expect(sliceCodePoints(newer, start, end)).toBe(sliceCodePoints(older, anchor?.start ?? 0, anchor?.end ?? 0));
        }
        for (const { proposal } of left) {
          if (proposal === null) continue;
          expect(proposal.start).toBeGreaterThanOrEqual(0);
          expect(proposal.end).toBeGreaterThan(proposal.start);
          expect(proposal.end).toBeLessThanOrEqual(lengthOf(newer));
          expect(proposal.score).toBeGreaterThanOrEqual(0.5);
          expect(proposal.score).toBeLessThanOrEqual(1);
        }
        expect([...carried, ...left].map(({ id }) => id).toSorted()).toEqual(anchors.map(({ id }) => id).toSorted());
      },
    ),
  );
});

test('in the same text every passage stays where it is', () => {
  fc.assert(
    fc.property(
      text.chain((whole) => fc.record({ whole: fc.constant(whole), anchors: anchorsIn(whole) })),
      ({ whole, anchors }) => {
        const { carried } = carrier(whole, whole)(anchors);
        const places = new Map(carried.map(({ id, start, end, moved }) => [id, { start, end, moved }]));
        for (const { id, start, end } of anchors) expect(places.get(id)).toEqual({ start, end, moved: false });
      },
    ),
  );
});

test('what stands before and after a passage may change without moving it', () => {
  fc.assert(
    fc.property(text, sentence, text, text, text, (before, kept, after, otherBefore, otherAfter) => {
      const marked = `§ ${kept} §\n`;
      const anchor = { id: 'kept', start: lengthOf(before), end: lengthOf(before) + lengthOf(marked) };
      const { carried, left } = carrier(before + marked + after, otherBefore + marked + otherAfter)([anchor]);
      // A line that went from one side to the other may be taken for what stayed, and the passage for what went: that is asked about.
      const isAmbiguous = shareLine(before, otherAfter) || shareLine(after, otherBefore);
      if (isAmbiguous && carried.length === 0) expect(left).toMatchObject([{ id: 'kept' }]);
      else expect(carried).toMatchObject([{ start: lengthOf(otherBefore) }]);
    }),
  );
});
