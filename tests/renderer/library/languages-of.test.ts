import { expect, test } from 'vitest';
import { languagesOf } from '../../../renderer/library/sources/languages-of.ts';

test('languages are offered once each, in the order of their names', () => {
  const sources = ['nb', 'en', 'de', '', 'en', 'as the old clerk wrote'].map((language) => ({ language }));
  expect(languagesOf(sources).map(({ name }) => name)).toEqual([
    'as the old clerk wrote',
    'English',
    'German',
    'Norwegian Bokmål',
    'Not known',
  ]);
});
