import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, saved, test } from './support/study.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Note text' });

/** The earlier texts of the note of the study, oldest first; the last is what it says now. */
const TEXTS = ['Three people met in the reading room on Monday, Ada says.', '', 'Four people met in the reading room.'];

test.use({
  prepare: {
    async run({ call }, { note }) {
      for (const markdown of TEXTS) await call('notes.update', { id: note.id, markdown });
    },
  },
});

async function openRevisions(page: Page) {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Who was there' }).click();
  await expect(text(page)).toHaveText(TEXTS[2] ?? '');
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Revisions…' }).click();
  return page.getByRole('dialog', { name: 'Revisions of “Who was there”' });
}

test('an earlier text is compared word by word, put back by keyboard alone, and that is undone', async ({ page }) => {
  const dialog = await openRevisions(page);
  const revisions = dialog.getByRole('listbox', { name: 'Revisions' }).getByRole('option');
  await expect(revisions).toHaveCount(1);
  await expect(revisions.first()).toContainText('11 words');
  await expect(revisions.first()).toContainText('Before much was deleted');
  const comparison = dialog.getByRole('region', { name: 'The revision compared with the note as it is now' });
  await expect(comparison.locator('del')).toHaveText(['Three', ' on Monday, Ada says']);
  await expect(comparison.locator('ins')).toHaveText(['Four']);
  await expect(dialog.getByRole('status')).toHaveText('Since then 1 word added, 5 words taken out.');

  await expect(revisions.first()).toBeFocused();
  await dialog.getByRole('checkbox', { name: 'Show what changed since' }).press('Space');
  await expect(dialog.getByRole('region', { name: 'Text of the revision' })).toContainText(TEXTS[0] ?? '');
  await dialog.getByRole('button', { name: 'Restore this revision' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(text(page)).toHaveText(TEXTS[0] ?? '');
  await saved(page);

  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).focus();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveText(TEXTS[2] ?? '');
});

test('what is typed and not saved yet is saved first, and kept when another text comes', async ({ page }) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Who was there' }).click();
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And a fifth.');
  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Revisions of “Who was there”' });
  await page.keyboard.type('Revisions');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('4 words added');
  await dialog.getByRole('button', { name: 'Restore this revision' }).click();
  await expect(text(page)).toHaveText(TEXTS[0] ?? '');
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Revisions');
  await page.keyboard.press('Enter');
  const [newest] = await dialog.getByRole('option').all();
  await expect(newest ?? dialog).toContainText('Before another was restored');
  await dialog.getByText('Show what changed since').click();
  await expect(dialog.getByRole('region')).toContainText('Four people met in the reading room. And a fifth.');
});

test('a note without earlier texts says when one is kept', async ({ page }) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click();
  await page.keyboard.type('Fresh');
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Revisions…' }).click();
  await expect(page.getByRole('dialog')).toContainText('No earlier text is kept yet');
});

test('axe finds nothing in the revisions', async ({ page }) => {
  await openRevisions(page);
  await expect(page.getByRole('dialog').locator('ins')).toBeVisible();
  await expectAccessible(page);
});
