import { expect } from '@playwright/test';
import { pdf } from '../main/interchange/documents/pdf.ts';
import { sourceText, test } from './support/reading.ts';

test('before an item stands what stood there in the original, and nothing before what goes on', async ({
  page,
  read,
}) => {
  const list = '<ol start="9"><li>nine</li><li><p>8. mai</p><p>goes on</p></li><li><h2>Eleventh</h2></li></ol>';
  await read(`<ul><li>plain</li><li>1945. it begins</li></ul>${list}`, [], 'list.html');
  const items = sourceText(page).locator('[data-kind="list-item"]');
  const signs = items.evaluateAll((all) => all.map((item) => getComputedStyle(item, '::before').content));
  // Where nothing stands before the words, the number of the paragraph does, in the margin.
  expect(await signs).toEqual(['"•"', '"•"', '"9."', '"10."', '"5"']);
  const heading = sourceText(page).getByRole('article').getByRole('heading', { name: 'Eleventh' });
  expect(await heading.evaluate((element) => getComputedStyle(element, '::before').content)).toBe('"11."');
  // It is read aloud before the words, the number of the paragraph after them.
  const article = sourceText(page).getByRole('article').filter({ hasText: 'nine' });
  await expect(article).toMatchAriaSnapshot('- article:\n  - paragraph: 9. nine 3');
});

test('where the words of a list have their signs, as in a PDF, no other stands before them', async ({ page, read }) => {
  const lines = ['1. the first of them', '2. the second of them', '3. the third of them'];
  await read(pdf([lines.map((text, at) => ({ text, x: 60, y: 700 - at * 18 }))]), [], 'list.pdf');
  const items = sourceText(page).locator('[data-kind="list-item"]');
  await expect(items).toHaveCount(3);
  const signs = items.evaluateAll((all) => all.map((item) => getComputedStyle(item, '::before').content));
  expect(await signs).toEqual(['"1"', '"2"', '"3"']);
});
