import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { drag, sourceText, startReading, test } from './support/reading.ts';

/** What is said politely and not shown. */
const said = (page: Page) => page.locator('[aria-live="polite"].visually-hidden');

const TEXT = 'Elva rant forbi huset.\nIngen så den komme.';
const MARKS = [
  { start: 0, end: 9, colour: 'yellow' as const, tags: ['water'] },
  { start: 23, end: 28, colour: 'blue' as const },
];

test('what a key did to a highlight is said: marked, coloured, longer and shorter', async ({ page, read }) => {
  await read(TEXT);
  await expect(said(page)).toHaveCount(1);
  await drag(page, 'rant forbi');
  await page.keyboard.press('1');
  await expect(said(page)).toHaveText('Highlighted yellow: “rant forbi”');
  await page.keyboard.press('3');
  await expect(said(page)).toHaveText('Coloured red: “rant forbi”');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(said(page)).toHaveText('“rant forb”');
  await page.keyboard.press('x');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(said(page)).toHaveText('“Elva rant forb”');
  await expect(said(page)).toHaveCSS('clip-path', 'inset(50%)');
  await expectAccessible(page);
});

test('of a highlight longer than a breath the end that moves is said', async ({ page, read }) => {
  await read(`${'Elva rant forbi huset og ned mot byen. '.repeat(8)}Slutt her.`, [
    { start: 0, end: 318, colour: 'yellow' },
  ]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press(']');
  await page.keyboard.press('Control+Alt+Shift+ArrowRight');
  await expect(said(page)).toHaveText(/^Ends with “….*mot byen\. Slutt her”, 321 characters$/);
});

test('a step to a highlight says its words, colour, tags and place, and where there is none further', async ({
  page,
  read,
}) => {
  await read(TEXT, MARKS);
  await sourceText(page).focus();
  await page.keyboard.press(']');
  await expect(said(page)).toHaveText('“Elva rant”, yellow, water, ¶ 1');
  await page.keyboard.press(']');
  await expect(said(page)).toHaveText('“Ingen”, blue, ¶ 2');
  const messages = page.getByRole('status', { name: 'Messages' });
  await page.keyboard.press(']');
  await expect(messages.getByText('No further highlight.')).toBeVisible();
  await page.keyboard.press(']');
  await expect(messages.getByText('No further highlight.')).toHaveCount(1);
  await page.keyboard.press('[');
  await expect(said(page)).toHaveText('“Elva rant”, yellow, water, ¶ 1');
  await page.keyboard.press('[');
  await expect(messages.getByText('No earlier highlight.')).toBeVisible();
  await expect(messages.getByText('No further highlight.')).toBeHidden();
});

test('what stands beside the text is named after the words it is about', async ({ page, read }) => {
  await read(TEXT, MARKS);
  const margin = page.getByRole('complementary', { name: 'Margin' });
  const note = margin.getByRole('button', { name: 'water, on “Elva rant”, ¶ 1', exact: true });
  await note.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Highlight: “Elva rant”', exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a cluster is named after the first words of the place it is about', async ({ page, read }) => {
  const marks = Array.from({ length: 40 }, (_, at) => ({ start: at % 5, end: 9 + at, tags: [`tag ${at % 3}`] }));
  await read('Elva rant forbi huset og ned mot byen, og ingen så den komme over broen.', marks);
  const margin = page.getByRole('complementary', { name: 'Margin' });
  await expect(
    margin.getByRole('button', { name: /^3 tags · 40 highlights, from “Elva rant forbi .*”, ¶ 1$/ }),
  ).toBeVisible();
});

test.describe('in Norwegian', () => {
  test.use({ locale: 'nb-NO' });

  test('what a key did is said in the language of the window', async ({ page }) => {
    const reading = await startReading(TEXT, MARKS);
    await page.goto(reading.app.url);
    await expect(page.getByRole('button', { name: 'water, på «Elva rant», ¶ 1', exact: true })).toBeVisible();
    await page.getByRole('document', { name: 'Kildetekst' }).focus();
    await page.keyboard.press(']');
    await expect(said(page)).toHaveText('«Elva rant», gul, water, ¶ 1');
    await page.keyboard.press('2');
    await expect(said(page)).toHaveText('Farget grønn: «Elva rant»');
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await expect(page.getByText('Ingen flere markeringer.')).toBeVisible();
    await reading.stop();
  });
});
