import { libraryRow } from './support/app.ts';
import { axe } from './support/axe.ts';
import { openNote, text } from './support/notes.ts';
import { expect, saved, test } from './support/study.ts';

test('a note is given tags by key and by mouse, its tag leads back to it, and undo takes a tag away', async ({
  page,
}) => {
  await openNote(page, 'Who was there');
  const tags = page.getByRole('main').getByRole('list', { name: 'Tags' });

  // From the text with Shift+Tab, past what it is attached to; Ctrl keeps the picker open for one more.
  await text(page).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(tags.getByRole('button', { name: 'Add tag' })).toBeFocused();
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: 'Tag note' });
  await picker.getByRole('combobox').fill('meet');
  await page.keyboard.press('Control+Enter');
  await picker.getByRole('combobox').fill('hearsay');
  await page.keyboard.press('Enter');
  await expect(tags.getByRole('listitem')).toHaveText(['meeting', 'hearsay', 'Add tag']);
  await expect(tags.getByRole('button', { name: 'Add tag' })).toBeFocused();
  expect((await axe(page).analyze()).violations).toEqual([]);

  await tags.getByRole('button', { name: 'Remove tag meeting' }).click();
  await expect(tags.getByRole('listitem')).toHaveText(['hearsay', 'Add tag']);
  await saved(page);
  await libraryRow(page, 'Tags', 'hearsay').click();
  const dialog = page.getByRole('dialog', { name: 'hearsay' });
  await expect(dialog.getByRole('heading', { name: '1 note' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Who was there' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^Lectern / }).click();
  await page.getByRole('menuitem', { name: 'Undo Tag note' }).click();
  await expect(tags.getByRole('listitem')).toHaveText(['meeting', 'hearsay', 'Add tag']);
});

test('a note is attached to several things by key, leads to them, and is detached by mouse', async ({ page }) => {
  await openNote(page, 'Who was there');
  const attached = page.getByRole('main').getByRole('list', { name: 'Attached to' });
  const attach = attached.getByRole('button', { name: 'Attach', exact: true });
  await text(page).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(attach).toBeFocused();
  const picker = page.getByRole('dialog', { name: 'Attach note to' });
  for (const [typed, shown] of [
    ['ада', 'entityAda Berg'],
    ['reading room', 'sourceReading Room'],
    ['nobody', 'passageReading Room, ¶ 4'],
  ] as const) {
    await page.keyboard.press('Enter');
    await picker.getByRole('combobox').fill(typed);
    await page.keyboard.press('Enter');
    await expect(attached.getByRole('listitem').filter({ hasText: shown })).toBeVisible();
    await expect(attach).toBeFocused();
  }
  expect((await axe(page).analyze()).violations).toEqual([]);
  await attached.getByRole('button', { name: 'Detach from Reading Room', exact: true }).click();
  await expect(attached.getByRole('listitem')).toHaveText(['entityAda Berg', 'passageReading Room, ¶ 4', 'Attach']);
  await saved(page);
  await attached.getByRole('button', { name: 'Ada Berg', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ada Berg', level: 1 })).toBeVisible();
});
