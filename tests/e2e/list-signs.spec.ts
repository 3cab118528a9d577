import { expect } from '@playwright/test';
import { sourceText, test } from './support/reading.ts';

test('an item of a list that has a sign in its words gets no second one', async ({ page, read }) => {
  await read('<ul><li>plain</li><li>• with a sign</li><li>2. with a number</li></ul>', [], 'list.html');
  const signs = sourceText(page)
    .locator('[data-kind="list-item"]')
    .evaluateAll((items) => items.map((item) => getComputedStyle(item, '::after').content));
  expect(await signs).toEqual(['"•"', 'none', 'none']);
});
