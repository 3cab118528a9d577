import { chromium, type JSHandle, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { expect, saved, startLectern } from '../tests/e2e/support/app.ts';
import type { Job, Keystroke, Study } from './job.ts';
import { markOfSelection, painted } from './painted.ts';

/** A letter every so many turns comes when the note was just saved, and the window hears of it. */
const SAVED_EVERY = 10;

/**
 * The main job done in the real window, in a Chromium started as the end-to-end tests start it, by mouse and keyboard:
 * from the event to the end of its paint.
 */
export async function windowJob(study: Study, keys: readonly Keystroke[]): Promise<Job & { close(): Promise<void> }> {
  const app = await startLectern(study.path);
  const { launchOptions = {}, viewport, locale } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ ...(viewport && { viewport }), ...(locale && { locale }) });
  const page = await context.newPage();
  await page.goto(app.url);
  await expect(text(page)).toContainText(/\S/);

  return {
    async open() {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Lectern / })
        .click();
      await page.getByRole('menuitem', { name: 'Close notebook' }).click();
      const row = page.getByRole('grid', { name: 'Recent notebooks' }).getByRole('row').first();
      await expect(row).toBeVisible();
      return painted(page, 'click', await textIsThere(page), () => row.click());
    },

    async search(turn) {
      const { before, letter, count, countBefore } = keys[turn] ?? { before: '', letter: '', count: 0, countBefore: 0 };
      const box = page.getByRole('searchbox', { name: 'Search' });
      await box.focus();
      if ((await box.inputValue()) !== before) await box.fill(before);
      await (await resultsAre(page, countBefore)).evaluate(until);
      return painted(page, 'keydown', await resultsAre(page, count), () => page.keyboard.press(letter));
    },

    async highlight(turn) {
      if (turn === 0) {
        await page.getByRole('searchbox', { name: 'Search' }).fill('');
        await text(page).focus();
        await page.keyboard.press('Control+Home');
      }
      for (const _ of 'abc') await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.press('Control+Shift+ArrowRight');
      await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeVisible();
      const { isMarked, check } = await markOfSelection(page);
      const time = await painted(page, 'keydown', isMarked, () => page.keyboard.press('2'));
      await check();
      return time;
    },

    async note(turn) {
      const note = page.getByRole('textbox', { name: 'Note text' });
      if (turn === 0) {
        await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
        await page.getByRole('main').getByRole('button', { name: 'The note' }).click();
        await note.click();
        await page.keyboard.press('Control+End');
      }
      if (turn % SAVED_EVERY === 0) await saved(page);
      const letter = 'lectern'.charAt(turn % 7);
      return painted(page, 'keydown', await noteIsLonger(page), () => page.keyboard.press(letter));
    },

    async close() {
      await browser.close();
      await app.stop();
    },
  };
}

const text = (page: Page) => page.getByRole('document', { name: 'Source text' });

type Ready = JSHandle<() => boolean>;

/** Runs in the page. */
function until(isReady: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => (isReady() ? resolve() : requestAnimationFrame(look));
    look();
  });
}

function textIsThere(page: Page): Promise<Ready> {
  return page.evaluateHandle(() => () => (document.querySelector('.reader-row')?.textContent ?? '') !== '');
}

/** Whether results are shown, as many as told, and the first of them; no results for a count of 0. */
function resultsAre(page: Page, count: number): Promise<Ready> {
  return page.evaluateHandle(
    (wanted) => () => {
      const panel = document.querySelector('.search-panel');
      if (wanted === 0) return panel === null;
      const told = panel?.querySelector('[role="status"]')?.textContent?.replaceAll(/\D/g, '');
      return told === String(wanted) && Boolean(panel?.querySelector('[role="option"]')?.textContent);
    },
    count,
  );
}

function noteIsLonger(page: Page): Promise<Ready> {
  return page.evaluateHandle(() => {
    const note = document.querySelector('.note-text');
    const before = note?.textContent?.length ?? 0;
    return () => (note?.textContent?.length ?? 0) > before;
  });
}
