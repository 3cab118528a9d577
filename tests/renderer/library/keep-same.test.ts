import { expect, test } from 'vitest';
import { keepSame } from '../../../renderer/library/keep-same.ts';
import type { LibraryNode } from '../../../renderer/library/node.ts';

const tree = (): LibraryNode[] => [
  {
    key: 'a',
    name: 'A',
    count: 1,
    children: [
      { key: 'b', name: 'B' },
      { key: 'c', name: 'C', count: 2 },
    ],
  },
  { key: 'd', name: 'D' },
];

test('a tree in which nothing changed is the very same one', () => {
  const before = tree();
  expect(keepSame(before, tree())).toBe(before);
});

test('where one row changed, it and those above it are new and all others are kept', () => {
  const before = tree();
  const now = tree();
  now[0] = {
    key: 'a',
    name: 'A',
    count: 1,
    children: [
      { key: 'b', name: 'B' },
      { key: 'c', name: 'C', count: 3 },
    ],
  };
  const kept = keepSame(before, now);
  expect(kept).toEqual(now);
  expect(kept[0]).not.toBe(before[0]);
  expect(kept[0]?.children?.[0]).toBe(before[0]?.children?.[0]);
  expect(kept[0]?.children?.[1]).not.toBe(before[0]?.children?.[1]);
  expect(kept[1]).toBe(before[1]);
});

test('rows that come, go and move are taken as they are', () => {
  const before = tree();
  const kept = keepSame(before, [
    { key: 'd', name: 'D' },
    { key: 'e', name: 'E' },
  ]);
  expect(kept.map(({ key }) => key)).toEqual(['d', 'e']);
  expect(kept[0]).toBe(before[1]);
  expect(keepSame(before, [{ key: 'a', name: 'A', count: 1 }])[0]).not.toHaveProperty('children');
});
