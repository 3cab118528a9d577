import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { fullNotebook, overwritePage, pagesOf } from '../db/support/full-notebook.ts';
import { createNotebook, expect, libraryRow, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

const recovery = (page: Page) => page.getByRole('dialog', { name: '“war” is damaged' });
const sources = (page: Page) =>
  page.getByRole('navigation', { name: 'Library' }).getByRole('treegrid', { name: 'Sources' });

/** A notebook some of whose text is lost, and the originals it could be read from anew; answers its path. */
function damagedNotebook(): string {
  const path = fullNotebook(mkdtempSync(join(tmpdir(), 'lectern-recovery-')));
  const { leaves } = pagesOf(path, 'blocks');
  const lost = [leaves[Math.floor(leaves.length / 2)] ?? 0, ...pagesOf(path, 'original_pieces').leaves];
  for (const page of lost) overwritePage(path, page);
  return path;
}

/** Opens a notebook by typing its path. */
async function open(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Open notebook' });
  await dialog.getByRole('textbox', { name: 'Path of the notebook' }).fill(path);
  await page.keyboard.press('Enter');
}

test('a damaged notebook is met with ways on, and what can be saved is saved, by the keyboard alone', async ({
  page,
}) => {
  const path = damagedNotebook();
  const before = readFileSync(path);
  await open(page, path);
  await expect(recovery(page)).toContainText('parts of it cannot be read');
  await expectAccessible(page);
  await recovery(page).getByRole('button', { name: 'Save into a new notebook' }).press('Enter');
  await expect(recovery(page)).toContainText('Most of it could be saved, but not all.');
  await expect(recovery(page)).toContainText('paragraphs are lost; their places are kept with �.');
  await expectAccessible(page);
  await expect(recovery(page).getByRole('button', { name: 'Open the new notebook' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(recovery(page)).toBeHidden();
  // The collection in which all four stand.
  await expect(sources(page).getByRole('row', { name: /Letters/ })).toBeVisible();
  await expect(libraryRow(page, 'Tags', 'Parent')).toBeVisible();
  // A check says again what is lost, and leads to the backups.
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Check notebook');
  await page.keyboard.press('Enter');
  const check = page.getByRole('dialog', { name: 'Check notebook' });
  await expect(check).toContainText('Cannot be repaired here; a backup may be whole.');
  await expect(check).toContainText('sources4');
  await expectAccessible(page);
  await check.getByRole('button', { name: 'Backups…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Backups' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(
    readdirSync(dirname(path))
      .filter((name) => name.endsWith('.lectern'))
      .sort(),
  ).toEqual(['war salvaged.lectern', 'war.lectern']);
});

test('a damaged notebook can be looked at as far as it goes, and nothing in it can be changed', async ({ page }) => {
  const path = damagedNotebook();
  const before = readFileSync(path);
  await open(page, path);
  await recovery(page).getByRole('button', { name: 'Open read-only' }).click();
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('Read-only: opened to look at it');
  await expect(libraryRow(page, 'Tags', 'Parent')).toBeVisible();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a backup takes the place of a damaged notebook, which is kept beside it', async ({ page, app }) => {
  test.skip(app.choose !== undefined, 'The system’s own dialog has no path to type.');
  await createNotebook(page, 'war');
  const path = join(app.notebooks, 'war.lectern');
  await page.getByRole('button', { name: 'New tag' }).click();
  await page.getByRole('dialog', { name: 'New tag' }).getByRole('textbox', { name: 'Name' }).fill('safe');
  await page.keyboard.press('Enter');
  await expect(libraryRow(page, 'Tags', 'safe')).toBeVisible();
  // Closing makes the backup.
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Close notebook');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'New notebook' })).toBeVisible();
  overwritePage(path, pagesOf(path, 'tags').root);
  await page.getByRole('row', { name: /war/ }).click();
  await recovery(page).getByRole('button', { name: 'Restore' }).first().click();
  await expect(page.getByText(/What was there is kept beside it as “war replaced/)).toBeVisible();
  await expect(libraryRow(page, 'Tags', 'safe')).toBeVisible();
  expect(readdirSync(app.notebooks).some((name) => name.startsWith('war replaced'))).toBe(true);
});

test('a stranger’s notebook with code in it is not opened, and what it holds can be had without the code', async ({
  page,
}) => {
  const path = fullNotebook(mkdtempSync(join(tmpdir(), 'lectern-recovery-')));
  new Database(path).exec('CREATE TRIGGER evil AFTER INSERT ON tags BEGIN DELETE FROM notes; END').close();
  await open(page, path);
  const dialog = page.getByRole('dialog', { name: '“war” holds foreign code' });
  await dialog.getByRole('button', { name: 'Save into a new notebook' }).click();
  await expect(dialog).toContainText('Everything could be saved.');
  await dialog.getByRole('button', { name: 'Open the new notebook' }).click();
  await expect(libraryRow(page, 'Tags', 'Parent')).toBeVisible();
});
