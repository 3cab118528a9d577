import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { saved } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { painted } from './support/painted.ts';
import { drag, sourceText, test } from './support/reading.ts';
import { answersOf } from './support/slow-engine.ts';

/** Enough paragraphs to fill many screens; “Elva” and its accented twin in every tenth. */
const LONG = Array.from(
  { length: 400 },
  (_, at) =>
    `Avsnitt ${at + 1}. ${'Reisen gikk over fjellet og ned til byen. '.repeat(2 + (at % 7))}${at % 10 === 0 ? 'Elva, ÉLVA og elvas.' : ''}`,
);

const bar = (page: Page) => page.getByRole('search', { name: 'Find in text' });
const box = (page: Page) => bar(page).getByRole('searchbox', { name: 'Find in text' });
const count = (page: Page) => bar(page).getByRole('status');

async function openBar(page: Page): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(box(page)).toBeFocused();
}

/** The words painted as the current match, and how many others are painted as matches. */
async function shown(page: Page) {
  const all = await painted(page);
  return {
    current: all.filter(({ name }) => name === 'lectern-found').map(({ words }) => words),
    others: all.filter(({ name }) => name === 'lectern-find').length,
  };
}

test('all matches of a text that is mostly not in the document are counted, and gone through from both ends', async ({
  page,
  read,
}) => {
  await read(LONG.join('\n'));
  await sourceText(page).focus();
  await openBar(page);
  await page.keyboard.type('elva');
  await expect(count(page)).toContainText('1 of 120');
  await expect.poll(() => shown(page)).toMatchObject({ current: ['Elva'] });
  expect((await shown(page)).others).toBeGreaterThanOrEqual(2);
  expect(await page.locator('.reader-row').count()).toBeLessThan(60);

  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('2 of 120');
  await expect.poll(() => shown(page)).toMatchObject({ current: ['ÉLVA'] });
  await page.keyboard.press('F3');
  await expect(count(page)).toContainText('3 of 120');
  await expect.poll(() => shown(page)).toMatchObject({ current: ['elva'] });
  await page.keyboard.press('Shift+Enter');
  await expect(count(page)).toContainText('2 of 120');
  await page.keyboard.press('Shift+F3');
  await expect(count(page)).toContainText('1 of 120');
  await page.keyboard.press('Shift+F3');
  await expect(count(page)).toContainText('120 of 120, ¶ 391 from the end');
  await expect(page.getByText(/^Avsnitt 391\./)).toBeInViewport();
  await bar(page).getByRole('button', { name: 'Find next' }).click();
  await expect(count(page)).toContainText('1 of 120, ¶ 1 from the beginning');
  await expect(page.getByText(/^Avsnitt 1\./)).toBeInViewport();
  await bar(page).getByRole('button', { name: 'Find previous' }).click();
  await expect(count(page)).toContainText('120 of 120');
});

test('case, accents and whole words count when they are asked for', async ({ page, read }) => {
  await read(LONG.join('\n'));
  await openBar(page);
  await page.keyboard.type('Elva');
  await expect(count(page)).toContainText('1 of 120');
  await bar(page).getByRole('button', { name: 'Whole words' }).click();
  await expect(count(page)).toContainText('of 80');
  await bar(page).getByRole('button', { name: 'Match case and accents' }).click();
  await expect(count(page)).toContainText('of 40');
  await box(page).fill('no such words');
  await expect(count(page)).toHaveText('No matches');
  await box(page).fill('');
  await expect(count(page)).toHaveText('');
});

test('selected words are looked for; Esc leaves the match selected in the text, and F3 goes on', async ({
  page,
  read,
}) => {
  await read(LONG.join('\n'));
  await drag(page, 'byen');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('byen');
  await openBar(page);
  await expect(box(page)).toHaveValue('byen');
  await expect(count(page)).toContainText('1 of ');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('2 of ');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  const selected = () =>
    page.evaluate(() => {
      const { anchorNode, anchorOffset = -1 } = getSelection() ?? {};
      return [String(getSelection()), anchorNode?.textContent?.split('.')[0], anchorOffset];
    });
  const second = (LONG[0] ?? '').indexOf('byen', (LONG[0] ?? '').indexOf('byen') + 1);
  expect(await selected()).toEqual(['byen', 'Avsnitt 1', second]);
  await page.keyboard.press('F3');
  await expect.poll(selected).toEqual(['byen', 'Avsnitt 2', (LONG[1] ?? '').indexOf('byen')]);
  await page.keyboard.press('Shift+F3');
  await expect.poll(selected).toEqual(['byen', 'Avsnitt 1', second]);
  expect(await shown(page)).toEqual({ current: [], others: 0 });
  await page.keyboard.press('1');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-yellow-100', words: 'byen' });
});

test('a match is found from where the reader is, and the map shows them all', async ({ page, read }) => {
  await read(LONG.join('\n'));
  const map = await page.getByRole('slider', { name: 'Position in text' }).boundingBox();
  await page.mouse.click((map?.x ?? 0) + 8, (map?.y ?? 0) + (map?.height ?? 0) / 2);
  await expect(page.getByText(/^Avsnitt 20\d\./).first()).toBeInViewport();
  const ticks = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.find-ticks');
      const context = canvas?.getContext('2d');
      if (!canvas || !context || canvas.width === 0) return 0;
      const { data } = context.getImageData(canvas.width - 2, 0, 1, canvas.height);
      return data.filter((_, at) => at % 4 === 3).filter((alpha, at, all) => alpha > 0 && !all[at - 1]).length;
    });
  expect(await ticks()).toBe(0);
  await openBar(page);
  await page.keyboard.type('elvas');
  await expect(count(page)).toContainText('of 40');
  await expect(count(page)).toContainText(/¶ (191|20\d|211)/);
  await expect.poll(ticks).toBe(40);
  await page.keyboard.press('Escape');
  await expect.poll(ticks).toBe(0);
});

test('while the text is on its way the bar says so, takes letters, and can be left', async ({ page, read }) => {
  const answers = await answersOf(page);
  await read(LONG.join('\n'));
  answers.hold();
  await openBar(page);
  await page.keyboard.type('elv');
  await expect(count(page)).toHaveText('Searching…');
  await page.keyboard.type('as');
  await expect(box(page)).toHaveValue('elvas');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  answers.release();
  await openBar(page);
  await expect(count(page)).toContainText('1 of 40');
});

test('who goes elsewhere while the text of a match is on its way is not taken to the match after all', async ({
  page,
  read,
}) => {
  const answers = await answersOf(page);
  await read(LONG.join('\n'));
  await sourceText(page).focus();
  await openBar(page);
  await page.keyboard.type('elva');
  await expect(count(page)).toContainText('1 of 120');
  answers.hold();
  await page.keyboard.press('Shift+F3');
  await expect(count(page)).toContainText('120 of 120');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('Control+Home');
  const top = () => page.locator('.reader-scroll').evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(top).toBeLessThan(100);
  answers.release();
  // What is asked for now is answered after the text of the match has come.
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('1');
  await saved(page);
  await expect(page.getByText(/^Avsnitt 1\./)).toBeInViewport();
  expect(await top()).toBeLessThan(100);
});

test('where the text cannot be read the bar says so, and the next try finds', async ({ page, read }) => {
  let fails = true;
  await page.routeWebSocket(/\/channel$/, (route) => {
    const shell = route.connectToServer();
    shell.onMessage((message) => route.send(message));
    route.onMessage((message) => {
      const asked: { call?: number; method?: string } = JSON.parse(String(message));
      if (!fails || asked.method !== 'reader.text') shell.send(message);
      else route.send(JSON.stringify({ call: asked.call, failure: { code: 'cannot-read', message: 'Not now.' } }));
    });
  });
  await read(LONG.join('\n'));
  await openBar(page);
  await page.keyboard.insertText('elvas');
  await expect(count(page)).toHaveText('The text could not be read.');
  await expect(page.getByRole('alert')).toContainText(/\S/);
  fails = false;
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText(' of 40');
});

test('the bar stays open from view to view, does not take the keyboard unasked, and Esc in the text closes it', async ({
  page,
  read,
}) => {
  await read(LONG.join('\n'));
  await openBar(page);
  await page.keyboard.insertText('elvas');
  await expect(count(page)).toContainText('1 of 40');
  await page.keyboard.press('Alt+2');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('Alt+1');
  await expect(box(page)).toHaveValue('elvas');
  await expect(count(page)).toHaveText('40 matches');
  await expect(box(page)).not.toBeFocused();
  await page.keyboard.press('F3');
  await expect(count(page)).toContainText(' of 40');

  await drag(page, 'byen');
  await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeHidden();
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
});

test('axe finds nothing in the bar', async ({ page, read }) => {
  await read(LONG.join('\n'));
  await openBar(page);
  await page.keyboard.type('elva');
  await expect(count(page)).toContainText('1 of 120');
  await expectAccessible(page);
});

test('the toolbar of what is selected does not lie over the match while words are looked for', async ({
  page,
  read,
}) => {
  await read('Elva rant forbi.\nHuset sto der ved elva.');
  const toolbar = page.getByRole('toolbar', { name: 'Passage actions' });
  await drag(page, 'forbi');
  await expect(toolbar).toBeVisible();
  await openBar(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('huset');
  await expect(count(page)).toContainText('1 of 1');
  await expect(toolbar).toBeHidden();
  await drag(page, 'rant');
  await expect(toolbar).toBeVisible();
});
