import { describe, expect, test } from 'vitest';
import { numbersOf } from '../../../renderer/outline/tree/rows.ts';
import { treeOf } from '../../../renderer/outline/tree/tree.ts';
import { twinsOf } from '../../../renderer/outline/tree/twins.ts';
import { item, SMALL } from './trees.ts';

describe('twins', () => {
  const quotation = (id: string, parentId: string | null, position: number, refId: string, text = refId) => ({
    ...item(id, parentId, position, 'quotation'),
    refId,
    text,
    sourceId: 's',
    locator: '¶ 1',
  });

  test('the same highlight, or the same words at the same place, by the heading they stand under', () => {
    const items = [
      ...SMALL,
      quotation('one', 'b', 1, 'h1'),
      quotation('two', 'd', 0, 'h1', 'as it was before'),
      quotation('three', null, 2, 'h2', 'h1'),
      quotation('other', 'd', 1, 'h3'),
    ];
    const tree = treeOf(items);
    const twins = twinsOf(tree, numbersOf(tree));
    expect([...twins.keys()]).toEqual(['one', 'two', 'three']);
    expect(twins.get('two')).toEqual([
      { id: 'one', under: '1.1' },
      { id: 'three', under: '' },
    ]);
    expect(twinsOf(tree, new Map()).get('two')?.[0]).toEqual({ id: 'one', under: 'b' });
  });
});
