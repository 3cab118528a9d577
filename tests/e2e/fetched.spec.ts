import type { Page, Route } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, saved, test } from './support/study.ts';

/** Keeps requests for a part of the window's program until they are let go; a browser asks once and remembers. */
async function keepBack(page: Page, part: RegExp): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(part, async (route: Route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

const DIALOGS = /assets\/one-dialog-/;
const NOTES = /assets\/notes-view-|assets\/editor-/;

test('keys pressed while a dialog is on its way are typed into it; Esc ends the waiting where it began', async ({
  page,
}) => {
  const letGo = await keepBack(page, DIALOGS);
  await page.reload();
  const row = page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' });
  await row.focus();
  await page.keyboard.press('Control+Shift+P');
  await expect(page.locator('.on-its-way')).toHaveText('Loading…');
  await expectAccessible(page);
  // Meant for the dialog: what is behind it must not take it.
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(page.locator('.on-its-way')).toBeHidden();
  await expect(row).toBeFocused();
  await expect(page.getByRole('status', { name: 'Status' })).not.toContainText('Reading Room');

  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('setti');
  letGo();
  const commands = page.getByRole('dialog', { name: 'Commands' });
  await expect(commands.getByRole('combobox')).toHaveValue('setti');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('what was typed ahead finds, key by key, what the one before it has changed', async ({ page }) => {
  const letGo = await keepBack(page, NOTES);
  await page.reload();
  const note = page.getByRole('treegrid', { name: 'Notes' }).getByRole('row', { name: 'Who was there' });
  await note.focus();
  // From now on “Go to” has something to show before the first letter.
  await page.keyboard.press('Control+k');
  const goTo = page.getByRole('dialog', { name: 'Go to' });
  await expect(goTo.getByRole('option').first()).not.toContainText('Reading Room');
  await page.keyboard.press('Escape');
  await expect(note).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator('.on-its-way')).toHaveText('Loading…');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Reading Room');
  await page.keyboard.press('Enter');
  letGo();
  await expect(page.getByRole('document', { name: 'Source text' })).toBeVisible();
  await expect(goTo).toBeHidden();
});

test('a key that deletes does not reach another thing than the one it was pressed on', async ({ page, app, study }) => {
  const letGo = await keepBack(page, NOTES);
  await page.reload();
  const source = page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' });
  await page.getByRole('treegrid', { name: 'Notes' }).getByRole('row', { name: 'Who was there' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator('.on-its-way')).toHaveText('Loading…');
  await page.keyboard.press('Delete');
  await source.focus();
  letGo();
  await expect(page.getByRole('main').getByRole('textbox', { name: 'Note text' })).toBeVisible();
  await saved(page);
  await app.stop();
  expect(await study.ask(({ call }) => call('trash.list', {}))).toEqual([]);
});

test('a part that cannot be fetched says so where it would be, and comes when it is asked for again', async ({
  page,
}) => {
  await page.route(DIALOGS, (route) => route.abort());
  await page.route(NOTES, (route) => route.abort());
  await page.reload();
  const row = page.getByRole('treegrid', { name: 'Notes' }).getByRole('row', { name: 'Who was there' });
  await row.focus();
  await page.keyboard.press('Control+,');
  const failed = page.getByRole('alertdialog', { name: 'This part of Lectern could not be fetched' });
  await expect(failed).toContainText('load the window again');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();

  await page.keyboard.press('Enter');
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('This part of Lectern could not be fetched');
  await expect(main.getByRole('button', { name: 'Load again' })).toBeVisible();
  await page.unroute(DIALOGS);
  await page.unroute(NOTES);
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByRole('textbox', { name: 'Title' })).toHaveValue('Who was there');
  await expect(main).toContainText('Three people, perhaps four.');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('a part of the program is fetched when it is asked for, and not before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText('every Monday');
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  expect(asked.filter((url) => /assets\/(?!index-|style-)/.test(url))).toEqual([]);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  expect(asked.filter((url) => DIALOGS.test(url))).not.toEqual([]);
  expect(asked.filter((url) => NOTES.test(url))).toEqual([]);
});

for (const { keys, stop } of [
  { keys: ['Tab', 'Tab'], stop: 'New outline' },
  { keys: ['Shift+Tab'], stop: 'New note' },
]) {
  test(`${keys.join(' and ')} pressed while a part is on its way leads where it does at other times`, async ({
    page,
  }) => {
    const row = page.getByRole('treegrid', { name: 'Notes' }).getByRole('row', { name: 'Who was there' });
    const there = page.getByRole('navigation').getByRole('button', { name: stop });
    await row.focus();
    for (const key of keys) await page.keyboard.press(key);
    await expect(there).toBeFocused();

    const letGo = await keepBack(page, NOTES);
    await page.reload();
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').locator('.on-its-way')).toHaveText('Loading…');
    for (const key of keys) await page.keyboard.press(key);
    await expect(row).toBeFocused();
    letGo();
    await expect(there).toBeFocused();
  });
}
