import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { saved } from './support/app.ts';
import { drag, painted, sourceText, test } from './support/reading.ts';

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Passage actions' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const card = (page: Page) => inspector(page).getByRole('region', { name: 'Highlight' }).getByRole('blockquote');
const pile = (page: Page) => page.getByRole('menu', { name: /things here$/ });

test('Enter at the caret offers what lies there; what was chosen is what the next key means', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.', [
    { start: 0, end: 9, colour: 'yellow' },
    { start: 0, end: 4, colour: 'blue', tags: ['water'] },
  ]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(pile(page).getByRole('menuitem').first()).toBeFocused();
  await expect(pile(page).getByRole('menuitem')).toHaveText([/^Elva\s*water$/, /^Elva rant\s*yellow$/]);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'Elva rant' });
  await page.keyboard.press('Escape');
  await expect(pile(page)).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await expect(card(page)).toHaveText('Elva');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'Elva' });

  await page.keyboard.press('Enter');
  await expect(pile(page).getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveText('Elva rant');
  await expect(sourceText(page)).toBeFocused();
  await page.keyboard.press('3');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-red-100', words: ' rant' });
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await saved(page);
  expect(await reading.stored()).toMatchObject([
    { quote: 'Elva rant', colour: 'red' },
    { quote: 'Elva', colour: 'blue' },
  ]);
});

test('a linked entity on a highlight is one of the pile', async ({ page, read }) => {
  await read('Elva rant forbi huset.', [{ start: 0, end: 9, colour: 'yellow' }]);
  await drag(page, 'Elva');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('e');
  const picker = page.getByRole('dialog', { name: 'Link entity' });
  await expect(picker.getByText('Create “Elva”')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(picker.getByPlaceholder('What is Elva?')).toBeVisible();
  await page.keyboard.type('place');
  await expect(picker.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(card(page)).toHaveText('Elva rant');
  await page.keyboard.press('Enter');
  await expect(pile(page).getByRole('menuitem')).toHaveText([/^Elva\s*Linked to Elva$/, /^Elva rant\s*Elva$/]);
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('tab', { name: 'Entity' })).toHaveAttribute('aria-selected', 'true');
});

test('both ends of a highlight move by character, word and sentence; what was done in one go is undone in one', async ({
  page,
  read,
}) => {
  const reading = await read('Han kom hit. Og så gikk han 👩‍👩‍👧 videre.\nNy linje her.', [
    { start: 4, end: 7, colour: 'red', tags: ['travel'] },
  ]);
  const red = (words: string) => expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-red-100', words });
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press(']');
  await expect(card(page)).toHaveText('kom');
  for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Alt+Shift+ArrowRight');
  await red('kom hit');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await red('kom hit.');
  await page.keyboard.press('Control+Alt+Shift+ArrowRight');
  await page.keyboard.press('Control+Alt+Shift+ArrowRight');
  await red('kom hit. Og så');
  await page.keyboard.press('Control+Alt+Shift+ArrowLeft');
  await red('kom hit. Og');
  await page.keyboard.press('x');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await red('Han kom hit. Og');
  await expect(card(page)).toHaveText('Han kom hit. Og');
  await page.keyboard.press('Control+Alt+Shift+ArrowRight');
  await red('kom hit. Og');
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'kom hit. Og' });
  await saved(page);
  // What was moved between other keys, or between two pauses, is one step.
  await page.keyboard.press('Control+z');
  await red('kom hit. Og');
  await page.keyboard.press('Control+z');
  await red('Han kom hit. Og');
  await page.keyboard.press('Control+z');
  await red('kom hit. Og');
  await page.keyboard.press('Control+z');
  await red('kom');
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ quote: 'kom', colour: 'red', tags: ['travel'] }]);
});
