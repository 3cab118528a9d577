import type { Page } from '@playwright/test';
import { expect, saved, test } from './support/study.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Note text' });
const status = (page: Page) => page.getByRole('status', { name: 'Status' });

async function openNote(page: Page): Promise<void> {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Who was there' }).click();
  await expect(text(page)).toHaveText('Three people, perhaps four.');
}

/** Types into the note while the clock stands still, so that no pause ends by itself: only what flushes can save. */
async function typeUnsaved(page: Page, words: string): Promise<void> {
  await page.clock.install();
  await openNote(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
  // Longer than a deed takes before the words say that it is on its way, and too short for the pause after which a note saves itself.
  await page.clock.runFor(150);
  await expect(status(page)).toContainText('Saving');
}

const ways: readonly (readonly [name: string, leave: (page: Page) => Promise<void>])[] = [
  ['the focus leaves the text', (page) => page.getByRole('searchbox', { name: 'Search' }).focus()],
  ['another view is shown', (page) => page.getByRole('tab', { name: 'Entities' }).click()],
  ['one goes back', (page) => page.keyboard.press('Alt+ArrowLeft')],
  [
    'the window is hidden',
    (page) =>
      page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  ],
  ['the page goes', (page) => page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent('pagehide')))],
];

for (const [name, leave] of ways) {
  test(`what is typed is saved at once when ${name}`, async ({ page, app, study }) => {
    await typeUnsaved(page, ' And nobody else.');
    await leave(page);
    await saved(page);
    await app.stop();
    const note = await study.ask(({ call }) => call('notes.get', { id: study.note.id }));
    expect(note.text).toBe('Three people, perhaps four. And nobody else.');
  });
}

test('what is typed is saved before the notebook is closed', async ({ page, app, study }) => {
  await typeUnsaved(page, ' And nobody else.');
  await page.keyboard.press('Control+Shift+P');
  await page
    .getByRole('dialog', { name: 'Commands' })
    .getByRole('combobox', { name: 'Commands' })
    .fill('Close notebook');
  await page.keyboard.press('Enter');
  // Long enough for some frames, and too short for the pause after which a note saves itself.
  await page.clock.runFor(100);
  await expect(page.getByRole('button', { name: 'New notebook' })).toBeVisible();
  await app.stop();
  const note = await study.ask(({ call }) => call('notes.get', { id: study.note.id }));
  expect(note.text).toBe('Three people, perhaps four. And nobody else.');
});

test('a note that is emptied and saved can be had back from its revisions', async ({ page }) => {
  await openNote(page);
  await text(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await saved(page);
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Revisions…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore this revision' }).click();
  await expect(text(page)).toHaveText('Three people, perhaps four.');
});
