import { expect, test } from 'vitest';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { acted, CHOSEN_NONE, choice, everything, extended, toggled } from '../../../renderer/outline/model/choice.ts';
import { visibleRows } from '../../../renderer/outline/tree/rows.ts';
import { treeOf } from '../../../renderer/outline/tree/tree.ts';

const item = (id: string, parentId: string | null, position: number): OutlineItem => ({
  id,
  outlineId: 'o',
  parentId,
  position,
  kind: 'heading',
  refId: null,
  text: id,
  resolved: true,
  words: 1,
  gist: '',
  status: null,
  target: null,
});

/** a (b c) d */
const TREE = treeOf([item('a', null, 0), item('b', 'a', 0), item('c', 'a', 1), item('d', null, 1)]);
const ROWS = visibleRows(TREE, new Set());

test('Shift marks from where it began, in both directions, and takes back what it passed', () => {
  const down = extended(ROWS, extended(ROWS, choice('b'), 'c'), 'd');
  expect(acted(TREE, ROWS, down)).toEqual(['b', 'c', 'd']);
  const up = extended(ROWS, down, 'a');
  expect([...up.marked]).toEqual(['a', 'b']);
  expect(up).toMatchObject({ chosen: 'a', anchor: 'b' });
  expect([...extended(ROWS, CHOSEN_NONE, 'c').marked]).toEqual(['c']);
});

test('what stands below another chosen one is not named, in the order of the outline', () => {
  expect(acted(TREE, ROWS, toggled(toggled(choice('d'), 'c'), 'a'))).toEqual(['a', 'd']);
  expect(acted(TREE, ROWS, everything(ROWS, choice('b')))).toEqual(['a', 'd']);
});

test('what is no longer shown is not touched; with nothing marked the item of the keyboard is', () => {
  const rows = visibleRows(TREE, new Set(['a']));
  expect(acted(TREE, rows, toggled(choice('b'), 'd'))).toEqual(['d']);
  expect(acted(TREE, ROWS, toggled(choice('b'), 'b'))).toEqual(['b']);
  expect(acted(TREE, ROWS, CHOSEN_NONE)).toEqual([]);
});
