import { expect, test } from 'vitest';
import { nextOf } from '../../../renderer/transfer/importing.ts';

const report = { id: '1', taken: [] };

test('an import that ends opens nothing over a dialog somebody is at, and its questions come before its report', () => {
  expect(nextOf({ report, unsure: ['a'] }, true)).toBeNull();
  expect(nextOf({ report, unsure: ['a'] }, false)).toBe('encoding');
  expect(nextOf({ report, unsure: [] }, true)).toBeNull();
  expect(nextOf({ report, unsure: [] }, false)).toBe('report');
  expect(nextOf({ report: null, unsure: [] }, false)).toBeNull();
});
