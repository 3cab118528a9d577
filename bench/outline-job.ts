import { chromium, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { expect, saved, startLectern } from '../tests/e2e/support/app.ts';
import { ARRANGED, EXPORTED, WRITTEN } from './outline-notebook.ts';
import { painted } from './painted.ts';

/** The formats that are timed, as the dialog calls them. */
export const TIMED = { markdown: 'Markdown (.md)', docx: 'Word (.docx)', html: 'Web page (.html)' } as const;

/** What an export took, and the longest frame of the window meanwhile, in milliseconds. */
export interface Exported {
  readonly taken: number;
  readonly longest: number;
}

/** Exports, moves and typing, done in the real window by mouse and keyboard: from the event to the end of its paint. */
export async function outlineJob(path: string) {
  const app = await startLectern(path);
  const { launchOptions = {}, viewport, locale } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ ...(viewport && { viewport }), ...(locale && { locale }) });
  const page = await context.newPage();
  await page.goto(app.url);
  const view = (name: string) => page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name }).click();
  const open = async (title: string) => {
    await page.getByRole('navigation', { name: 'Library' }).getByRole('row', { name: title }).click();
    await expect(page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem').first()).toBeVisible();
  };

  return {
    async export(format: keyof typeof TIMED, turn: number): Promise<Exported> {
      if (turn === 0) await open(EXPORTED);
      const toolbar = page.getByRole('toolbar', { name: 'Outline actions' });
      await toolbar.getByRole('button', { name: 'Export…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
      await dialog.getByRole('button', { name: /Format/ }).click();
      await page.getByRole('option', { name: TIMED[format] }).click();
      const ready = await page.evaluateHandle(
        () => () => document.querySelector('[role=dialog] .report-file, [role=dialog] p > strong') !== null,
      );
      const frames = await watchFrames(page);
      const download = page.waitForEvent('download');
      const taken = await painted(page, 'click', ready, () =>
        dialog.getByRole('button', { name: 'Export', exact: true }).click(),
      );
      const longest = await frames.evaluate((watch) => watch.stop());
      await (await download).delete();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      return { taken, longest };
    },

    async move(turn: number): Promise<number> {
      if (turn === 0) {
        await open(ARRANGED);
        await page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem').nth(3).click();
      }
      const key = turn % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp';
      const ready = await page.evaluateHandle(() => {
        const place = () => document.activeElement?.getAttribute('aria-posinset');
        const before = place();
        return () => place() !== before;
      });
      const taken = await painted(page, 'keydown', ready, () => page.keyboard.press(key));
      await saved(page);
      return taken;
    },

    async type(turn: number): Promise<number> {
      const note = page.getByRole('textbox', { name: 'Note text' });
      if (turn === 0) {
        await view('Notes');
        await page.getByRole('main').getByRole('button', { name: WRITTEN }).click();
        await note.click();
        await page.keyboard.press('Control+End');
      }
      const ready = await page.evaluateHandle(() => {
        const text = document.querySelector('.note-text')?.lastElementChild;
        const before = text?.textContent?.length ?? 0;
        return () => (text?.textContent?.length ?? 0) > before;
      });
      return painted(page, 'keydown', ready, () => page.keyboard.press('lectern'.charAt(turn % 7)));
    },

    async close() {
      await browser.close();
      await app.stop();
    },
  };
}

/** Watches the frames of the window from now on; `stop` answers the longest, in milliseconds. */
function watchFrames(page: Page) {
  return page.evaluateHandle(() => {
    let longest = 0;
    let last = performance.now();
    let isOn = true;
    const look = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (isOn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return {
      stop() {
        isOn = false;
        return longest;
      },
    };
  });
}
