import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { METHODS } from '../../../../main/contract/methods.ts';
import { methodsOf, NOUNS } from './called.ts';

test('every method of the contract is called in one of the files here', () => {
  const all = Object.values(NOUNS).flatMap((nouns) => methodsOf(nouns));
  expect(all.sort()).toEqual(Object.keys(METHODS).sort());
  for (const file of Object.keys(NOUNS)) expect(existsSync(resolve(import.meta.dirname, `${file}.test.ts`))).toBe(true);
});
