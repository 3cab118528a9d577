import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropFolder } from './support/drop.ts';
import { expect, test } from './support/study.ts';

const COUNT = 70;

test.use({
  prepare: {
    run: async ({ call }) => {
      for (let at = 1; at <= COUNT; at++) {
        const made = await call('sources.create', { title: `Letter ${at}`, text: `Words ${at}.` });
        // Those of one millisecond would stand in any order.
        while (Date.now() <= Date.parse(made.createdAt));
      }
    },
  },
});

const rowOf = (page: Page, name: string) =>
  page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name, exact: true });

test('in a list longer than the window all rows to its end are chosen and deleted, and the keyboard goes to the one before them', async ({
  page,
}) => {
  const row = (name: string) => rowOf(page, name);
  await row('Letter 5').click();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText('Words 5.');
  await row('Letter 5').focus();
  await page.keyboard.press('Control+Shift+End');
  await expect(page.getByText(`${COUNT - 4} sources chosen`)).toBeVisible();
  await expect(row(`Letter ${COUNT}`)).toBeFocused();
  await expect(row(`Letter ${COUNT}`)).toBeInViewport();
  await page.keyboard.press('Delete');
  await expect(page.getByText(`${COUNT - 4} sources are in the trash.`)).toBeVisible();
  await expect(row('Letter 4')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(row('Letter 3')).toBeFocused();
});

test('sources that come in out of sight are counted at once, and drawn when somebody goes there', async ({ page }, {
  outputDir,
}) => {
  const folder = join(outputDir, 'letters');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '1 short.txt'), 'A short one.');
  writeFileSync(join(folder, '2 long.txt'), 'The keeper counted the ships.\n'.repeat(150_000));
  writeFileSync(join(folder, '3 short.txt'), 'Another short one.');
  await expect(rowOf(page, 'Letter 1')).toHaveAttribute('aria-setsize', `${COUNT + 1}`);
  await dropFolder(page, folder);
  await expect(page.getByText('2 of 3: 2 long.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(page.getByText('3 of 3: 3 short.txt')).toBeVisible();
  const library = page.getByRole('navigation', { name: 'Library' });
  await expect(library.getByText(`${COUNT + 3}`, { exact: true })).toBeVisible();
  await expect(rowOf(page, 'Letter 1')).toHaveAttribute('aria-setsize', `${COUNT + 1}`);
  await rowOf(page, 'Letter 1').hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(rowOf(page, '2 long')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await page.getByRole('dialog', { name: 'Import report' }).press('Escape');
  await expect(rowOf(page, '3 short')).toHaveAttribute('aria-setsize', `${COUNT + 4}`);
});
