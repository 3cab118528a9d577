import type { Page } from '@playwright/test';
import { lastReadKey } from '../../main/contract/index.ts';
import { importFiles } from './support/app.ts';
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

test('a step that is not there is said once, and goes by itself', async ({ page }) => {
  await expect(tag(page, 'meeting')).toBeVisible();
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' }).focus();
  const messages = page.locator('.message');
  const redo = () => page.keyboard.press('Control+Shift+z');
  await expect(async () => {
    await page.keyboard.press('Control+z');
    await expect(messages.filter({ hasText: 'Undone' })).toHaveCount(1);
    // Sooner than the first of them is done, if the machine lets them.
    await Promise.all([redo(), redo(), redo(), redo()]);
    await expect(messages.filter({ hasText: 'There is nothing to redo.' })).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('alert')).toBeEmpty();
});

test('what was undone can be done again from the message, of which there is one', async ({ page }) => {
  await expect(tag(page, 'meeting')).toBeVisible();
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' }).focus();
  const messages = page.getByRole('status', { name: 'Messages' }).locator('.message');
  await page.keyboard.press('Control+z');
  await expect(messages).toHaveText(/^Undone: /);
  const first = await messages.textContent();
  // Some steps have the same name.
  await expect(async () => {
    await page.keyboard.press('Control+z');
    await expect(messages).not.toHaveText(first ?? '', { timeout: 1_000 });
  }).toPass();
  await expect(messages).toHaveText(/^Undone: /);
  const last = (await messages.locator('.message-text').textContent()) ?? '';
  await expectAccessible(page);
  await messages.getByRole('button', { name: 'Redo' }).click();
  await expect(messages).toHaveText(last.replace('Undone', 'Redone'));
});

test('a text whose source goes while it is read says so, and leads to another', async ({ page, app }) => {
  const main = page.getByRole('main');
  const text = main.getByRole('document', { name: 'Source text' });
  const source = (name: string) => page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name });
  await expect(tag(page, 'meeting')).toBeVisible();
  await importFiles(page, app.file('second.txt', 'Another text, for a while.'));
  await source('second').click();
  await expect(text).toContainText('Another text');
  await page.keyboard.press('Control+z');
  await expect(main).toContainText('This source is not here any more');
  await expect(main).toContainText('It is in the trash');
  await expectAccessible(page);
  await page.keyboard.press('Control+Shift+z');
  await expect(text).toContainText('Another text');

  await source('second').click();
  await page.keyboard.press('Delete');
  await main.getByRole('button', { name: 'Put back' }).click();
  await expect(text).toContainText('Another text');
  await source('second').click();
  await page.keyboard.press('Delete');
  await main.getByRole('button', { name: 'Open the source read last' }).click();
  await expect(text).toContainText('every Monday');
});

test('the only source can be put back where it was read, too', async ({ page }) => {
  const main = page.getByRole('main');
  await expect(tag(page, 'meeting')).toBeVisible();
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' }).click();
  await expect(main.getByRole('document', { name: 'Source text' })).toContainText('every Monday');
  await page.keyboard.press('Delete');
  await main.getByRole('button', { name: 'Put back' }).click();
  await expect(main.getByRole('document', { name: 'Source text' })).toContainText('every Monday');
  await page.keyboard.press('Control+z');
  await main.getByRole('button', { name: 'Open the source read last' }).click();
  await expect(main).toContainText('No sources yet');
});

test.describe('a notebook in which another source than the first was read last', () => {
  test.use({
    prepare: {
      async run({ call }) {
        const { id } = await call('sources.create', { title: 'Second', text: 'Another text, for a while.' });
        await call('settings.set', { key: lastReadKey(id), value: '2026-11-01T10:00:00.000Z' });
        await call('sources.create', { title: 'Third', text: 'Never read.' });
      },
    },
  });

  test('opens with that source', async ({ page }) => {
    await expect(page.getByRole('main').getByRole('document', { name: 'Source text' })).toContainText('Another text');
  });
});
