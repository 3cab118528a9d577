import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isId, newId } from '../../../db/model/index.ts';

const latest = 2 ** 48 - 1;

test('every id is a UUID of version 7', () => {
  fc.assert(fc.property(fc.nat(latest), (now) => isId(newId(now, randomBytes))));
});

test('ids sort by the time they were made', () => {
  fc.assert(fc.property(fc.nat(latest - 1), (now) => newId(now, randomBytes) < newId(now + 1, randomBytes)));
});

test('ids of one moment differ', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newId(1_700_000_000_000, randomBytes))).size).toBe(1000);
});

test('other strings are no ids', () => {
  for (const value of ['', 'x', '00000000-0000-4000-8000-000000000000', newId(0, randomBytes).toUpperCase()]) {
    expect(isId(value)).toBe(false);
  }
});
