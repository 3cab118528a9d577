import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { libraryRow, saved } from './support/app.ts';
import { drag, ends, sourceText, test } from './support/reading.ts';

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Passage actions' });
const card = (page: Page) => page.getByRole('region', { name: 'Highlight' }).getByRole('blockquote');

test('words double-clicked one right after the other are all tagged, and no toolbar covers the next', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.\nIngen så den.\nKvelden kom.\nNatten fulgte.', [
    { start: 0, end: 4, colour: 'green', tags: ['water'] },
  ]);
  await libraryRow(page, 'Tags', 'water').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Tag every selection with this' }).click();
  await expect(page.getByText('Every selection is tagged “water”')).toBeVisible();
  const bars = await page.evaluateHandle(() => {
    const seen: string[] = [];
    new MutationObserver(() => {
      const bar = document.querySelector('.passage-actions');
      if (bar) seen.push(bar.className);
    }).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  const words = [];
  for (const word of ['forbi', 'Ingen', 'Kvelden', 'fulgte']) words.push((await ends(page, word)).from);
  for (const { x, y } of words) await page.mouse.dblclick(x + 3, y);
  // A press in the window around the text does not call the last one off.
  await page.locator('.reader-margin').click({ position: { x: 60, y: 400 } });
  await expect(page.getByText('4 passages so far')).toBeVisible();
  expect(await bars.jsonValue()).toEqual([]);
  await saved(page);
  expect((await reading.stored()).map(({ quote }) => quote)).toEqual(['Elva', 'forbi', 'Ingen', 'Kvelden', 'fulgte']);
});

test('a key pressed right after a double click acts on what is tagged by then, and nothing is tagged twice', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.\nIngen så den.', [
    { start: 0, end: 4, colour: 'green', tags: ['water'] },
  ]);
  await libraryRow(page, 'Tags', 'water').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Tag every selection with this' }).click();
  await expect(page.getByText('Every selection is tagged “water”')).toBeVisible();
  const { from } = await ends(page, 'forbi');
  await page.mouse.dblclick(from.x + 3, from.y);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 passage so far')).toBeVisible();
  await page.keyboard.press('Escape');
  await saved(page);
  expect((await reading.stored()).map(({ quote, tags }) => ({ quote, tags }))).toEqual([
    { quote: 'Elva', tags: ['water'] },
    { quote: 'forbi', tags: ['water'] },
  ]);
});

test('Esc ends the tagging of every selection wherever the keyboard is, but in a dialog', async ({ page, read }) => {
  await read('Elva rant forbi huset.', [{ start: 0, end: 4, colour: 'green', tags: ['water'] }]);
  const bar = page.getByText('Every selection is tagged “water”');
  const begin = async () => {
    await sourceText(page).focus();
    await page.keyboard.press('a');
    await page.getByRole('option', { name: 'water' }).click();
    await expect(bar).toBeVisible();
    await expect(sourceText(page)).toBeFocused();
  };
  await begin();
  // Nothing in the margin takes the keyboard.
  await page.locator('.reader-margin').click({ position: { x: 60, y: 400 } });
  await expect(sourceText(page)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await begin();
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: 'Tag every selection' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(bar).toBeVisible();
  const { from } = await ends(page, 'Elva');
  await page.mouse.click(from.x + 3, from.y);
  await toolbar(page).getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
});

test('a double click right after another goes to the words, not to the toolbar that came over them', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.\nIngen så den.\nKvelden kom.');
  const first = (await ends(page, 'forbi')).from;
  const next = (await ends(page, 'den.')).from;
  await page.mouse.dblclick(first.x + 3, first.y);
  await expect(toolbar(page)).toBeVisible();
  const bar = await toolbar(page).boundingBox();
  expect(next.x).toBeGreaterThan(bar?.x ?? next.x);
  expect(next.y).toBeGreaterThan(bar?.y ?? next.y);
  expect(next.y).toBeLessThan((bar?.y ?? 0) + (bar?.height ?? 0));
  await page.mouse.dblclick(next.x + 3, next.y);
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('den');
  await expect(sourceText(page)).toBeFocused();
  // It can be pressed as soon as somebody can have seen it.
  await toolbar(page).getByRole('button', { name: 'Highlight red' }).click();
  await expect(card(page)).toHaveText('den');
  await saved(page);
  expect((await reading.stored()).map(({ quote, colour }) => [quote, colour])).toEqual([['den', 'red']]);
});

test('words that are tagged with a new tag have its colour', async ({ page, read }) => {
  const reading = await read('Elva rant forbi huset.', [{ start: 0, end: 4, colour: 'yellow', tags: ['water'] }]);
  await drag(page, 'forbi');
  await page.keyboard.press('t');
  const picker = page.getByRole('dialog', { name: 'Tag passage' });
  await expect(picker.getByRole('option')).toHaveText(['water']);
  await page.keyboard.type('movement');
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(libraryRow(page, 'Tags', 'movement').locator('.tag-dot')).toHaveAttribute('style', /--green/);
  await page.keyboard.press('d');
  const others = page.getByRole('dialog', { name: 'Duplicate to a tag' });
  await expect(others.getByRole('option')).toHaveText(['water']);
  await page.keyboard.type('places');
  await page.keyboard.press('Enter');
  await expect(libraryRow(page, 'Tags', 'places').locator('.tag-dot')).toHaveAttribute('style', /--red/);
  await saved(page);
  expect((await reading.stored()).map(({ colour, tags }) => ({ colour, tags }))).toEqual([
    { colour: 'yellow', tags: ['water'] },
    { colour: 'green', tags: ['movement'] },
    { colour: 'red', tags: ['places'] },
  ]);
});
