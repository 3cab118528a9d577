import { expect } from '@playwright/test';
import { sourceText, test } from './support/reading.ts';

test('before an item stands its number or a bullet, and nothing where its words have a sign', async ({
  page,
  read,
}) => {
  const list = '<ol start="9"><li>nine</li><li><p>ten</p><p>goes on</p></li></ol>';
  await read(`<ul><li>plain</li><li>• with a sign</li><li>2. with a number</li></ul>${list}`, [], 'list.html');
  const signs = sourceText(page)
    .locator('[data-kind="list-item"]')
    .evaluateAll((items) => items.map((item) => getComputedStyle(item, '::after').content));
  expect(await signs).toEqual(['"•"', 'none', 'none', '"9."', '"10."', 'none']);
});
