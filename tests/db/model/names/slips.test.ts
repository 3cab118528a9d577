import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsToBeginning } from '../../../../db/model/index.ts';

test.each([
  ['zinov', 'zinoviev', 0],
  ['zimov', 'zinoviev', 1],
  ['znov', 'zinoviev', 1],
  ['ziinov', 'zinoviev', 1],
  ['iznov', 'zinoviev', 1],
  ['kamen', 'zinoviev', 3],
  ['', 'zinoviev', 0],
  ['zinoviev', 'zin', 3],
])('%s begins %s with %i slips', (typed, text, slips) => {
  expect(slipsToBeginning(typed, text, 2)).toBe(slips);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 });

test('a beginning has none, one change at most one, and no more are counted than asked', () => {
  fc.assert(
    fc.property(word, word, fc.nat(), (beginning, rest, place) => {
      const at = place % beginning.length;
      expect(slipsToBeginning(beginning, beginning + rest, 2)).toBe(0);
      expect(slipsToBeginning(beginning.slice(0, at) + beginning.slice(at + 1), beginning + rest, 2)).toBeLessThan(2);
      expect(slipsToBeginning(`${beginning.slice(0, at)}x${beginning.slice(at)}`, beginning + rest, 2)).toBeLessThan(2);
      expect(slipsToBeginning('xxxxx', beginning, 2)).toBe(3);
    }),
  );
});
