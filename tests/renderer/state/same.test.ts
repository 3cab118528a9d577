import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from '../../../renderer/state/same.ts';

test('an answer is the same as a copy of it', () => {
  fc.assert(fc.property(fc.jsonValue(), (answer) => isSame(answer, structuredClone(answer))));
});

test('two answers are the same where Node finds them equal', () => {
  // Few letters and short lists, so that equal pairs come up too.
  const small = fc.object({
    key: fc.constantFrom('a', 'b'),
    values: [fc.constantFrom(1, '1', null, false)],
    maxKeys: 2,
  });
  fc.assert(
    fc.property(small, small, (one, other) => isSame(one, other) === isDeepStrictEqual(one, other)),
    { numRuns: 1000 },
  );
});

test.each([
  [[], {}],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [null, {}],
  [['a'], ['a', 'b']],
  ['1', 1],
])('%j is not %j', (one, other) => {
  expect(isSame(one, other)).toBe(false);
  expect(isSame(other, one)).toBe(false);
});
