import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { COLOURS } from '../../db/model/index.ts';
import { saved } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { sourceText, test } from './support/reading.ts';

const margin = (page: Page) => page.getByRole('complementary', { name: 'Margin' });
const map = (page: Page) => page.getByRole('slider', { name: 'Position in text' });
const region = (page: Page) => page.getByRole('region', { name: 'Highlight: “Elva”' });

const WORDS = 'Reisen gikk over fjellet og ned til byen ved elva, der ingen ventet dem den kvelden. ';

test('a thousand highlights on one screen are a few clusters, each a list to choose from, the shortest first', async ({
  page,
  read,
}) => {
  test.slow();
  const marks = Array.from({ length: 1000 }, (_, at) => ({
    start: at * 2,
    end: at * 2 + 4 + (at % 11),
    colour: COLOURS[at % COLOURS.length] ?? 'yellow',
    tags: [`tag ${at % 7}`],
  }));
  await read(Array.from({ length: 30 }, () => WORDS.repeat(3)).join('\n'), marks);
  const clusters = margin(page).getByRole('button', { name: /^7 tags · \d+ highlights, from “.+”, ¶ \d+$/ });
  await expect(clusters.first()).toBeVisible();
  expect(await clusters.count()).toBeLessThan(40);
  const tops = await margin(page)
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
  for (const [at, { bottom }] of tops.entries()) expect(tops[at + 1]?.top ?? bottom).toBeGreaterThanOrEqual(bottom);

  await map(page).focus();
  await expect(map(page)).toHaveAttribute(
    'aria-valuetext',
    /^¶ 1 of 30, 0 %: \d{3,4} highlights, tag \d \d+, tag \d \d+/,
  );
  const box = await map(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 4);
  await expect(page.getByText(/^¶ 1: \d+ highlights, tag/)).toBeVisible();
  await expectAccessible(page);

  await clusters.first().focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('menu', { name: /highlights, from/ });
  await expect(list.getByRole('menuitem').first()).toBeFocused();
  const lengths = await list
    .getByRole('menuitem')
    .locator('.pile-quote')
    .evaluateAll((quotes) => quotes.map((quote) => quote.textContent?.length ?? 0));
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  const card = page.getByRole('complementary', { name: 'Inspector' }).getByRole('region', { name: 'Highlight' });
  await expect(card.getByRole('blockquote')).toHaveText(/^.{4}$/);
});

test('colour, tags and comment are changed where the note stands, with the keyboard', async ({ page, read }) => {
  test.slow();
  const reading = await read('Elva rant forbi huset.', [{ start: 0, end: 4, colour: 'yellow', tags: ['water'] }]);
  const note = margin(page).getByRole('button', { name: 'water' });
  await note.focus();
  await page.keyboard.press('Enter');
  await expect(region(page).getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Which river?');
  await region(page).getByRole('button', { name: 'Highlight blue' }).focus();
  await page.keyboard.press('Enter');
  await expect(region(page).getByRole('button', { name: 'Highlight blue' })).toHaveAttribute('aria-pressed', 'true');
  await region(page).getByRole('button', { name: 'Add tag' }).focus();
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: 'Tag passage' });
  await expect(picker.getByRole('combobox', { name: 'Tag passage' })).toBeFocused();
  await page.keyboard.type('places');
  await expect(picker.getByText('Create “places”')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(region(page).getByRole('button', { name: 'Add tag' })).toBeFocused();
  await expect(region(page)).toContainText('places');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(region(page)).toBeHidden();
  await expect(margin(page).getByRole('button', { name: /water · places/ })).toBeFocused();
  await expect(margin(page)).toContainText('Which river?');
  await saved(page);
  expect(await reading.stored()).toMatchObject([
    { quote: 'Elva', colour: 'blue', tags: ['water', 'places'], comment: 'Which river?' },
  ]);
});

test('a double click opens the note, and a click elsewhere keeps what was written', async ({ page, read }) => {
  const reading = await read('Elva rant forbi huset.', [{ start: 0, end: 4, colour: 'yellow', tags: ['water'] }]);
  await margin(page).getByRole('button', { name: 'water' }).dblclick();
  await expect(region(page).getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Wide');
  await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeHidden();
  await sourceText(page).getByText('Elva rant').click();
  await expect(region(page)).toBeHidden();
  await expect(margin(page)).toContainText('Wide');
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ comment: 'Wide', tags: ['water'] }]);
});

test('the colours of the card stand on one line', async ({ page, read }) => {
  await read('Elva rant forbi huset.', [{ start: 0, end: 4, colour: 'yellow', tags: ['water'] }]);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 900, height: 700 },
  ]) {
    await page.setViewportSize(size);
    await margin(page)
      .getByRole('button', { name: /^water/ })
      .focus();
    await page.keyboard.press('Enter');
    const buttons = region(page).getByRole('button', { name: /^Highlight |^Copy|^Close$/ });
    await expect(buttons).toHaveCount(7);
    const boxes = await buttons.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    const card = await region(page).boundingBox();
    for (const [at, { top, bottom, left, right }] of boxes.entries()) {
      expect(top, 'on one line').toBeLessThan(boxes[0].bottom);
      expect(bottom).toBeGreaterThan(boxes[0].top);
      expect(left, 'none covers another').toBeGreaterThanOrEqual(boxes[at - 1]?.right ?? 0);
      expect(right).toBeLessThanOrEqual((card?.x ?? 0) + (card?.width ?? 0));
    }
    await page.keyboard.press('Escape');
    await expect(region(page)).toBeHidden();
  }
});
