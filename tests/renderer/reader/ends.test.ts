import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointLength, isGraphemeBoundary, sliceCodePoints, toUtf16 } from '../../../main/contract/index.ts';
import { type End, stepEnd, type TextAtHand, withEnd } from '../../../renderer/reader/resize/ends.ts';
import { createRows } from '../../../renderer/reader/rows.ts';
import type { Step } from '../../../renderer/reader/steps.ts';

const block = fc
  .array(fc.constantFrom('a', 'ø', ' ', '. ', 'ი', '𐍈', '👩‍👩‍👧', 'e\u0301', 'שלום', 'كتب', '漢字', '🇳🇴', '12'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));
const blocks = fc.array(block, { minLength: 1, maxLength: 6 });

function textOf(texts: readonly string[]): TextAtHand {
  return {
    rows: createRows(texts.map(codePointLength)),
    pages: {
      block: (index) => {
        const text = texts[index];
        return text === undefined ? undefined : { text };
      },
    },
  };
}

/** Whether an offset of the whole text is where a grapheme of its block begins or ends. */
function isBoundary(texts: readonly string[], { rows }: TextAtHand, offset: number): boolean {
  const index = rows.blockAt(offset);
  const text = texts[index] ?? '';
  return isGraphemeBoundary(text, toUtf16(text, offset - rows.startOf(index)));
}

const steps = fc.array(
  fc.record({
    end: fc.constantFrom<End>('start', 'end'),
    step: fc.constantFrom<Step>('grapheme', 'word', 'sentence'),
    forward: fc.boolean(),
  }),
  { maxLength: 30 },
);

test('whatever the steps, a passage stays in the text, keeps a grapheme, parts none and has no line break at its ends', () => {
  fc.assert(
    fc.property(blocks, steps, fc.nat(), (texts, moves, chance) => {
      const text = textOf(texts);
      const whole = texts.join('\n');
      let passage = withEnd(text, { start: 0, end: text.rows.length }, 'start', 0);
      passage = withEnd(text, passage, 'end', 1 + (chance % text.rows.length));
      for (const { end, step, forward } of moves) {
        const before = passage;
        passage = stepEnd(text, passage, end, step, forward) ?? passage;
        const other: End = end === 'start' ? 'end' : 'start';
        expect(passage[other]).toBe(before[other]);
        expect(forward ? passage[end] >= before[end] : passage[end] <= before[end]).toBe(true);
        expect(passage.start).toBeGreaterThanOrEqual(0);
        expect(passage.end).toBeLessThanOrEqual(text.rows.length);
        expect(passage.start).toBeLessThan(passage.end);
        if (passage[end] !== before[end]) expect(isBoundary(texts, text, passage[end])).toBe(true);
        expect(sliceCodePoints(whole, passage.start, passage.end)).not.toMatch(/^\n|\n$/);
      }
    }),
  );
});

test('a step by graphemes there is undone by a step back', () => {
  fc.assert(
    fc.property(blocks, fc.constantFrom<End>('start', 'end'), fc.nat(), (texts, end, chance) => {
      const text = textOf(texts);
      const whole = { start: 0, end: text.rows.length };
      const passage = withEnd(text, whole, end, chance % text.rows.length);
      if (!isBoundary(texts, text, passage[end])) return;
      const there = stepEnd(text, passage, end, 'grapheme', end === 'start');
      if (!there || there[end] === passage[end]) return;
      expect(stepEnd(text, there, end, 'grapheme', end !== 'start')).toEqual(passage);
    }),
  );
});

test('words and sentences begin and end without spaces', () => {
  const text = textOf(['Han kom hit. Og så gikk han.', 'Ny linje her.']);
  const grow = (passage: { start: number; end: number }, end: End, step: Step, forward: boolean) =>
    stepEnd(text, passage, end, step, forward);
  expect(grow({ start: 0, end: 3 }, 'end', 'word', true)).toEqual({ start: 0, end: 7 });
  expect(grow({ start: 0, end: 7 }, 'end', 'word', false)).toEqual({ start: 0, end: 3 });
  expect(grow({ start: 0, end: 3 }, 'end', 'sentence', true)).toEqual({ start: 0, end: 12 });
  expect(grow({ start: 0, end: 12 }, 'end', 'sentence', true)).toEqual({ start: 0, end: 28 });
  expect(grow({ start: 0, end: 28 }, 'end', 'sentence', true)).toEqual({ start: 0, end: 42 });
  expect(grow({ start: 0, end: 28 }, 'start', 'sentence', true)).toEqual({ start: 13, end: 28 });
  expect(grow({ start: 4, end: 28 }, 'start', 'word', true)).toEqual({ start: 8, end: 28 });
  expect(grow({ start: 0, end: 3 }, 'end', 'word', false)).toEqual({ start: 0, end: 1 });
});
