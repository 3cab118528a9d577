import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { withNotebook } from '../main/cli/session.ts';
import config from '../playwright.config.ts';
import { expect, startLectern } from '../tests/e2e/support/app.ts';
import { painted } from './painted.ts';

/** Opens a large and an empty notebook in turn, in the real window: from the click to the painted Library. */
export async function openingJob(large: string) {
  const app = await startLectern();
  mkdirSync(app.notebooks, { recursive: true });
  copyFileSync(large, join(app.notebooks, 'large.lectern'));
  await withNotebook(join(app.notebooks, 'empty.lectern'), async () => {}, { create: true });
  const { launchOptions = {}, viewport } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  const page = await (await browser.newContext(viewport ? { viewport } : {})).newPage();
  await page.goto(app.url);
  const ready = await page.evaluateHandle(
    () => () =>
      document.querySelector('.library [role=treegrid], .library .library-empty, .workbench .library') !== null,
  );
  return {
    async open(name: 'large' | 'empty'): Promise<number> {
      const row = page
        .getByRole('grid', { name: 'Recent notebooks' })
        .getByRole('row', { name: new RegExp(`^${name}`) });
      await expect(row).toBeVisible();
      const taken = await painted(page, 'click', ready, () => row.click());
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Lectern / })
        .click();
      await page.getByRole('menuitem', { name: 'Close notebook' }).click();
      return taken;
    },
    async close(): Promise<void> {
      await browser.close();
      await app.stop();
    },
  };
}
