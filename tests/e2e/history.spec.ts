import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, saved, test } from './support/study.ts';

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await dialog.getByRole('combobox', { name: 'Commands' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

const history = (page: Page) => page.getByRole('dialog', { name: 'History' });
const step = (page: Page, name: string) => history(page).getByRole('listitem').filter({ hasText: name });
const tag = (page: Page, name: string) => page.getByRole('treegrid', { name: 'Tags' }).getByRole('row', { name });

test('the history shows where one stands and goes to any step, asking where many lie between, also after a reload', async ({
  page,
}) => {
  await expect(tag(page, 'meeting')).toBeVisible();
  await command(page, 'History');
  await expect(history(page).getByRole('listitem').first()).toContainText('you are here');
  await step(page, 'New outline')
    .getByRole('button', { name: /^Undo to here/ })
    .click();
  await expect(step(page, 'New outline')).toContainText('you are here');
  await expect(history(page).getByRole('listitem').first()).toContainText('undone');

  await page.reload();
  await expect(tag(page, 'meeting')).toBeVisible();
  await command(page, 'History');
  await expect(step(page, 'New outline')).toContainText('you are here');
  await history(page).getByRole('button', { name: 'Undo to here: Before all of this' }).press('Enter');
  await expect(history(page).getByRole('alert')).toContainText('steps will be undone');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Before all of this')).toContainText('you are here');
  await history(page)
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: /^Redo to here/ })
    .click();
  await history(page)
    .getByRole('button', { name: /^Redo \d+ steps$/ })
    .click();
  await expect(history(page).getByRole('listitem').first()).toContainText('you are here');
  await page.keyboard.press('Escape');
  await expect(tag(page, 'meeting')).toBeVisible();
  await saved(page);
});

test('the trash is emptied after asking, keeps what is needed, and the history says what it lost', async ({
  page,
  study,
  app,
}) => {
  const note = page.getByRole('treegrid', { name: 'Notes' }).getByRole('row', { name: study.note.title });
  await note.click();
  await page.keyboard.press('Delete');
  await expect(note).toBeHidden();
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' }).focus();
  await page.keyboard.press('Delete');
  await command(page, 'Trash');
  const trash = page.getByRole('dialog', { name: 'Trash' });
  await expect(trash.getByRole('listitem').filter({ hasText: 'Reading Room' })).toContainText('still needed');
  await trash.getByRole('button', { name: 'Empty trash…' }).click();
  await expect(trash.getByRole('alert')).toContainText('1 thing will be deleted for good.');
  await expect(trash.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page);
  await trash.getByRole('button', { name: 'Delete for good' }).click();
  await expect(trash.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await command(page, 'History');
  await expect(step(page, 'Delete note')).toContainText('deleted for good');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await app.stop();
  expect(await study.ask(({ call }) => call('notebook.check', {}))).toMatchObject({ ok: true });
});
