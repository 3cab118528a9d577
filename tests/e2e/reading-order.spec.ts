import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { sourceText, test } from './support/reading.ts';

const BOOK = [
  '# The ferry',
  'It ran twice a day.',
  '## Its crew',
  '- Two boatmen',
  '> Nobody else was asked.',
  'وكان القبطان من حلب.',
].join('\n\n');

test('a screen reader finds headings by their level, paragraphs with their place, each in its direction', async ({
  page,
  read,
}) => {
  await read(BOOK, [], 'ferry.md');
  const text = sourceText(page);
  await expect(text.getByRole('heading', { name: 'The ferry', level: 2 })).toBeVisible();
  await expect(text.getByRole('heading', { name: 'Its crew', level: 3 })).toBeVisible();
  await expect(text.getByRole('blockquote')).toHaveText('Nobody else was asked.');
  const articles = text.getByRole('article');
  await expect(articles).toHaveCount(6);
  for (const [index, article] of (await articles.all()).entries()) {
    await expect(article).toHaveAttribute('aria-posinset', String(index + 1));
    await expect(article).toHaveAttribute('aria-setsize', '6');
  }
  await expect(articles.nth(5).locator('.reader-row')).toHaveCSS('direction', 'rtl');
  await expect(articles.nth(1).locator('.reader-row')).toHaveCSS('direction', 'ltr');
  await expectAccessible(page);
});

test('the document is in the order of the text, the far ends of a selection included', async ({ page, read }) => {
  await read(Array.from({ length: 300 }, (_, at) => `Paragraph ${at + 1}. ${'Words. '.repeat(40)}`).join('\n'));
  const numbers = () =>
    sourceText(page)
      .getByRole('article')
      .evaluateAll((all) => all.map((each) => Number(each.getAttribute('aria-posinset'))));
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+End');
  await expect(page.getByText(/^Paragraph 300\./)).toBeInViewport();
  await page.getByRole('slider', { name: 'Position in text' }).focus();
  await page.keyboard.press('PageUp');
  for (let screen = 0; screen < 5; screen++) await page.keyboard.press('PageUp');
  await expect.poll(async () => (await numbers())[1]).toBeLessThan(298);
  const order = await numbers();
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect([order[0], order.at(-1)]).toEqual([1, 300]);
  expect(order.length).toBeLessThan(60);
});

test('commands lead from paragraph to paragraph, and the sheet of shortcuts tells their keys', async ({
  page,
  read,
}) => {
  await read(BOOK, [], 'ferry.md');
  const command = async (name: string) => {
    await page.keyboard.press('Control+Shift+P');
    const dialog = page.getByRole('dialog', { name: 'Commands' });
    await dialog.getByRole('combobox', { name: 'Commands' }).fill(name);
    await expect(dialog.getByRole('option').first()).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(sourceText(page)).toBeFocused();
  };
  const paragraph = () =>
    page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('article')?.getAttribute('aria-posinset'));
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await command('Next paragraph');
  await expect.poll(paragraph).toBe('2');
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(paragraph).toBe('3');
  await command('Previous paragraph');
  await expect.poll(paragraph).toBe('2');
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await expect(sheet.getByText('Next paragraph')).toBeVisible();
  await expect(sheet.getByText('Find in text…')).toBeVisible();
});

for (const [width, height] of [
  [900, 700],
  [720, 450],
] as const) {
  test(`the text, its bar and its map fit into ${width} pixels`, async ({ page, read }) => {
    await page.setViewportSize({ width, height });
    await read('Words to read. '.repeat(400), [{ start: 0, end: 20, tags: ['a tag'] }]);
    await sourceText(page).focus();
    await page.keyboard.press('Control+f');
    const bar = page.getByRole('search', { name: 'Find in text' });
    await bar.getByRole('searchbox').fill('words');
    await expect(bar.getByRole('status')).toContainText('of 400');
    const parts = [
      page.getByRole('button', { name: /^Lectern / }),
      page.getByRole('combobox', { name: 'Search' }).or(page.getByRole('searchbox', { name: 'Search', exact: true })),
      page.getByRole('tab', { name: 'Read' }),
      page.getByRole('tab', { name: 'Analyse' }),
      bar.getByRole('button', { name: 'Close' }),
      page.getByRole('slider', { name: 'Position in text' }),
    ];
    for (const part of parts) {
      const box = await part.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      // Nothing lies above it: a click in its middle is its own.
      await part.click({ trial: true });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expectAccessible(page);
  });
}
