import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { coloursIn } from './support/pixels.ts';
import { sourceText, test } from './support/reading.ts';

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }));

async function boxOf(piece: Locator) {
  const box = await piece.boundingBox();
  if (!box) throw new Error('not on screen');
  return box;
}

/** Colours one comes by from the left edge of something to its middle, each where it begins. */
async function inward(page: Page, piece: Locator): Promise<readonly string[]> {
  const { x, y, width, height } = await boxOf(piece);
  const line = await coloursIn(page, { x, y: Math.round(y + height / 2), width: Math.floor(width / 2), height: 1 });
  return line.filter((colour, at) => colour !== line[at - 1]);
}

test('a box has a tick only where it is ticked', async ({ page, read }) => {
  await read('Elva rant forbi huset.');
  await page.getByRole('button', { name: 'Reading settings' }).click();
  const box = page.getByRole('checkbox', { name: 'Paragraph numbers' });
  const drawn = page.locator('.checkbox', { has: box }).locator('.checkbox-box');
  const colours = async () => {
    const { x, y, width, height } = await boxOf(drawn);
    return new Set(await coloursIn(page, { x: x + 3, y: y + 3, width: width - 6, height: height - 6 })).size;
  };
  await expect(box).toBeChecked();
  await expect.poll(colours).toBeGreaterThan(1);
  await box.press('Space');
  await expect(box).not.toBeChecked();
  await expect.poll(colours).toBe(1);
});

test('a box for some of many has a line that is seen', async ({ page, read }) => {
  await read('Elva rant forbi huset. Elva sto stille. Elva steg.', [{ start: 0, end: 4 }]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press(']');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Apply to all occurrences' });
  const box = dialog.getByRole('checkbox', { name: 'All of them' });
  await expect(box).toBeChecked({ indeterminate: true });
  const drawn = await boxOf(
    page.locator('.checkbox', { has: page.getByRole('checkbox', { name: 'All of them' }) }).locator('.checkbox-box'),
  );
  const { x, y, width, height } = drawn;
  const inner = { x: Math.round(x) + 3, y: Math.round(y) + 3, width: width - 6, height: height - 6 };
  await expect
    .poll(async () => {
      const [ground, ...others] = await coloursIn(page, inner);
      return others.filter((colour) => colour !== ground).length / (others.length + 1);
    })
    .toBeGreaterThan(0.1);
});

test('the view that is chosen, and that it has the keyboard, is seen', async ({ page, read }) => {
  await read('Elva rant forbi huset.');
  const tab = (name: string) => page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name });
  await expect(tab('Read')).toHaveAttribute('aria-selected', 'true');
  await sourceText(page).focus();
  const edge = async (name: string) => {
    const { x, y } = await boxOf(tab(name));
    return (await coloursIn(page, { x: Math.round(x) + 5, y: Math.round(y) + 5, width: 1, height: 1 }))[0];
  };
  await expect.poll(() => edge('Read')).not.toBe(await edge('Analyse'));
  const without = await inward(page, tab('Read'));
  await tab('Read').focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => (await inward(page, tab('Read'))).join()).not.toBe(without.join());
});

test('the colour a highlight has is told by a ring, and not by the colour of its edge alone', async ({
  page,
  read,
}) => {
  await read('Elva rant forbi huset.', [{ start: 0, end: 4, colour: 'blue' }]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  const swatch = (name: string) =>
    page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: `Highlight ${name}` });
  await expect(swatch('blue')).toHaveAttribute('aria-pressed', 'true');
  const rings = async (name: string) => (await inward(page, swatch(name))).length;
  await expect.poll(() => rings('blue')).toBeGreaterThan(await rings('red'));
});

test('that the text has the keyboard is seen, and which of a pile is chosen', async ({ page, read }) => {
  await read('Elva rant forbi huset.', [
    { start: 0, end: 9, colour: 'yellow' },
    { start: 0, end: 4, colour: 'blue' },
  ]);
  const pane = page.locator('.reader-scroll');
  await page.getByRole('searchbox', { name: 'Search' }).focus();
  const without = await inward(page, pane);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await expect.poll(async () => (await inward(page, pane)).join()).not.toBe(without.join());
  await page.keyboard.press('Enter');
  const rows = page.getByRole('menu', { name: /things here$/ }).getByRole('menuitem');
  await expect(rows.first()).toBeFocused();
  const chosen = await inward(page, rows.first());
  const other = await inward(page, rows.nth(1));
  expect(chosen[0]).not.toBe(other[0]);
});
