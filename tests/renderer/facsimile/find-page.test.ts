import { expect, test } from 'vitest';
import { findPage } from '../../../renderer/facsimile/frame/find-page.ts';

test('a page is found by what it is called, by its number where it is called nothing', () => {
  const labels = ['i', 'ii', '1', '2', ''];
  const at = (label: string, share = 0) => findPage({ label, share }, 5, labels);
  expect([at('ii'), at('1'), at('2'), at('5')]).toEqual([2, 3, 4, 5]);
  expect(findPage({ label: '4', share: 0 }, 5, null)).toBe(4);
});

test('of pages that are called the same it is the one nearest to where the passage stands', () => {
  const labels = ['1', '2', '1', '2'];
  expect([0, 0.4, 0.9].map((share) => findPage({ label: '2', share }, 4, labels))).toEqual([2, 2, 4]);
});

test('a page that is not there is the nearest that is', () => {
  expect(findPage({ label: 'xx', share: 0.5 }, 9, null)).toBe(5);
  expect([findPage({ number: 0 }, 9, null), findPage({ number: 99 }, 9, null)]).toEqual([1, 9]);
});
