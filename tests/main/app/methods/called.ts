import { expect, test } from 'vitest';
import type { MethodName } from '../../../../main/contract/index.ts';
import { METHODS } from '../../../../main/contract/methods.ts';
import { called } from '../desk.ts';

/** Which nouns of the contract each file here calls every method of. */
export const NOUNS = {
  entities: ['entities', 'entityTypes', 'mentions', 'relations'],
  highlights: ['highlights', 'tags'],
  notebook: ['notebook', 'backups', 'recovery', 'preferences', 'settings', 'history', 'trash', 'search', 'analysis'],
  images: ['images'],
  notes: ['notes'],
  outlines: ['outlines', 'exports'],
  reader: ['reader'],
  sources: ['sources', 'collections', 'imports'],
} as const satisfies Record<string, readonly string[]>;

/** The methods of some nouns. */
export function methodsOf(nouns: readonly string[]): MethodName[] {
  return (Object.keys(METHODS) as MethodName[]).filter((method) => nouns.includes(method.split('.')[0] ?? ''));
}

/** The last test of a file: no method of its nouns was left out. */
export function expectAllCalled(file: keyof typeof NOUNS): void {
  test('every method of these nouns was called and answered', () => {
    expect(methodsOf(NOUNS[file]).filter((method) => !called.has(method))).toEqual([]);
  });
}
