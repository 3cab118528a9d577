import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { libraryRow } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { painted } from './support/painted.ts';
import { sourceText, test } from './support/reading.ts';

const LINES = ['Elva rant forbi huset.', 'Broen sto der ennå.', 'Ingen gikk over den.', 'Så kom våren.'];
const MARKS = [
  { start: 0, end: 4, colour: 'yellow' as const, tags: ['water'] },
  { start: 23, end: 28, colour: 'red' as const, tags: ['bridge'], comment: 'Which one?' },
  { start: 43, end: 48, colour: 'blue' as const, tags: ['bridge'] },
];

/** So much text lies between the marks that only the engine knows both. */
const FAR = [
  'Begynnelsen er her.',
  ...Array.from(
    { length: 700 },
    (_, at) => `Avsnitt ${at}. ${'Reisen gikk over fjellet og ned til byen ved elva. '.repeat(10)}`,
  ),
  'Slutten er her.',
].join('\n');

const margin = (page: Page) => page.getByRole('complementary', { name: 'Margin' });
const status = (page: Page) => page.getByRole('status', { name: 'Status' });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Filter highlights' });
const quote = (page: Page) =>
  page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('region', { name: 'Highlight' })
    .getByRole('blockquote');

async function coloursOf(page: Page): Promise<readonly string[]> {
  const marks = await painted(page);
  return marks
    .map(({ name, words }) => `${name} ${words}`)
    .filter((mark) => /^lectern-(?!focus|selection|flash)/.test(mark))
    .sort();
}

test('a tag in the Library filters the text with the mouse; what is hidden is said, and one step shows all again', async ({
  page,
  read,
}) => {
  test.slow();
  await read(LINES.join('\n'), MARKS);
  await libraryRow(page, 'Tags', 'bridge').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show only this tag in the text' }).click();
  await expect(status(page).getByRole('button', { name: 'Filter: bridge' })).toBeVisible();
  await expect(page.getByText('2 of 3 highlights shown')).toBeVisible();
  await expect.poll(() => coloursOf(page)).toEqual(['lectern-blue-100 Ingen', 'lectern-red-100 Broen']);
  await expect(margin(page)).not.toContainText('water');

  await status(page).getByRole('button', { name: 'Filter: bridge' }).click();
  await panel(page).getByText('Only with a comment').click();
  await expect(panel(page)).toContainText('1 of 3 highlights shown');
  await panel(page).getByRole('radio', { name: 'Dim the rest' }).click();
  await expect(panel(page)).toContainText('1 of 3 highlights match, the rest is faint');
  await expect
    .poll(() => coloursOf(page))
    .toEqual(['lectern-faint-blue Ingen', 'lectern-faint-yellow Elva', 'lectern-red-100 Broen']);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();

  await margin(page).getByRole('button', { name: 'water' }).click();
  await expect(quote(page)).toHaveText('Elva');
  await status(page).getByRole('button', { name: 'Clear filter' }).click();
  await expect(status(page).getByRole('button', { name: 'Filter: all tags' })).toBeVisible();
  await expect.poll(() => coloursOf(page)).toHaveLength(3);
  expect((await coloursOf(page)).join()).not.toContain('faint');
});

test('with the keyboard alone: F opens the filter, steps pass over what is hidden, and what is marked is seen', async ({
  page,
  read,
}) => {
  await read(LINES.join('\n'), MARKS);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('f');
  await expect(panel(page).getByRole('searchbox', { name: 'Tags' })).toBeFocused();
  await page.keyboard.type('bri');
  await expect(panel(page).getByRole('listbox', { name: 'Tags' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('2 of 3 highlights shown');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await sourceText(page).focus();

  await page.keyboard.press('Control+Home');
  await page.keyboard.press(']');
  await expect(quote(page)).toHaveText('Broen');
  await page.keyboard.press(']');
  await expect(quote(page)).toHaveText('Ingen');
  await page.keyboard.press('[');
  await expect(quote(page)).toHaveText('Broen');

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
  await expect.poll(() => coloursOf(page)).toContain('lectern-green-100 kom våren.');
  await expect(page.getByText('2 of 4 highlights shown')).toBeVisible();

  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Commands' }).fill('clear filter');
  await expect(page.getByRole('option', { name: 'Clear filter' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('highlights shown')).toBeHidden();
  await expect.poll(() => coloursOf(page)).toHaveLength(4);
});

test('a step reaches the next highlight over any distance, and every key pressed counts', async ({ page, read }) => {
  const length = [...FAR].length;
  await read(FAR, [
    { start: 0, end: 11, colour: 'yellow' },
    { start: length - 15, end: length - 8, colour: 'green' },
    { start: length - 7, end: length - 4, colour: 'red' },
  ]);
  await sourceText(page).focus();
  // The caret comes in at the beginning, but nobody has chosen what is marked there: the first step goes to it.
  await expect(sourceText(page)).toBeFocused();
  await expect(quote(page)).toBeHidden();
  await page.keyboard.press(']');
  await expect(quote(page)).toHaveText('Begynnelsen');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect(quote(page)).toHaveText('er ');
  await expect(page.getByText('Slutten er her.')).toBeInViewport();
  await page.keyboard.press('[');
  await expect(quote(page)).toHaveText('Slutten');
  await page.keyboard.press('[');
  await expect(quote(page)).toHaveText('Begynnelsen');
  await expect(page.getByText('Begynnelsen er her.')).toBeInViewport();
});

test('whoever clears the filter still has the keyboard, in the panel and beside it', async ({ page, read }) => {
  await read(LINES.join('\n'), MARKS);
  await page.keyboard.press('f');
  const panel = page.getByRole('dialog', { name: 'Filter' });
  const clear = panel.getByRole('button', { name: 'Clear filter' });
  await panel.getByText('Only with a comment').click();
  await clear.focus();
  await page.keyboard.press('Enter');
  await expect(clear).toBeDisabled();
  await expect(panel.locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  await page.keyboard.press('f');
  await panel.getByText('Only with a comment').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear filter' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Filter/ })).toBeFocused();
});

test('where there are no entities the filter says how they come about; where none is found, that', async ({
  page,
  read,
}) => {
  await read(LINES.join('\n'), MARKS);
  await status(page).getByRole('button', { name: 'Filter: all tags' }).click();
  const entities = panel(page).getByRole('listbox', { name: 'Entities' });
  await expect(entities).toContainText('People, places and events you link gather here.');
  await panel(page).getByRole('searchbox', { name: 'Entities' }).fill('elva');
  await expect(entities).toContainText('Nothing found.');
});
