import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createNotebook, expect, libraryRow, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

const bar = (page: Page) => page.getByRole('contentinfo');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Backups' });
const backups = (page: Page) => dialog(page).getByRole('list', { name: 'Backups' }).getByRole('listitem');

async function newTag(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New tag' }).click();
  await page.getByRole('dialog', { name: 'New tag' }).getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(libraryRow(page, 'Tags', name)).toBeVisible();
}

test('a backup is made, listed, checked and restored by the keyboard alone, and the restore is taken back', async ({
  page,
}) => {
  await createNotebook(page);
  await newTag(page, 'before');
  await bar(page)
    .getByRole('button', { name: /No backup yet|Backed up/ })
    .press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Back up now' }).press('Enter');
  const mine = backups(page).filter({ hasText: 'by you, never removed' });
  await expect(mine).toHaveCount(1);
  await expect(mine).toContainText('checked when it was made');
  await mine.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(mine).toContainText('checked now, whole');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('Backed up now');
  await newTag(page, 'after');

  await bar(page)
    .getByRole('button', { name: /Backed up/ })
    .press('Enter');
  await mine.getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(page.getByText('“Study” is as it was when the backup was made.')).toBeVisible();
  await expect(libraryRow(page, 'Tags', 'before')).toBeVisible();
  await expect(libraryRow(page, 'Tags', 'after')).toHaveCount(0);
  await page.getByRole('button', { name: 'Take back' }).press('Enter');
  await expect(libraryRow(page, 'Tags', 'after')).toBeVisible();
});

test('a backup is opened as a copy, and the notebook stays as it is', async ({ page, app }) => {
  await createNotebook(page);
  await newTag(page, 'before');
  await bar(page)
    .getByRole('button', { name: /No backup yet|Backed up/ })
    .click();
  await dialog(page).getByRole('button', { name: 'Back up now' }).click();
  await backups(page).filter({ hasText: 'by you' }).getByRole('button', { name: 'Open as a copy' }).click();
  await expect(page.getByRole('button', { name: /^Lectern Study of / })).toBeVisible();
  await expect(libraryRow(page, 'Tags', 'before')).toBeVisible();
  expect(readdirSync(app.notebooks).filter((name) => name.endsWith('.lectern'))).toHaveLength(2);
});

test('a backup that cannot be made is said in the status bar, with the reason, and goes when it works again', async ({
  page,
  app,
}) => {
  await createNotebook(page);
  // A file where the folder has to be.
  rmSync(join(app.config, 'backups'), { recursive: true, force: true });
  writeFileSync(join(app.config, 'backups'), '');
  await bar(page)
    .getByRole('button', { name: /No backup yet|Backed up/ })
    .click();
  await dialog(page).getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog(page).getByRole('alert').first()).toContainText('The last backup did not work.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('Not backed up.');
  rmSync(join(app.config, 'backups'));
  await bar(page)
    .getByRole('button', { name: /Not backed up/ })
    .click();
  await dialog(page).getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('Backed up now');
});

test('the folder for backups is the person’s to choose, and one that is not there is refused in its place', async ({
  page,
}) => {
  await createNotebook(page);
  await bar(page)
    .getByRole('button', { name: /No backup yet|Backed up/ })
    .click();
  await dialog(page).getByText('Where backups are kept').click();
  const field = dialog(page).getByRole('textbox', { name: 'Another folder for backups' });
  await field.fill('/no/such/folder');
  await dialog(page).getByRole('button', { name: 'Use this folder' }).click();
  await expect(dialog(page)).toContainText('There is no such folder.');
  await expect(field).toHaveValue('/no/such/folder');
  await expectAccessible(page);
});
