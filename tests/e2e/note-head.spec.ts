import { libraryRow } from './support/app.ts';
import { axe } from './support/axe.ts';
import { expect, saved, test } from './support/study.ts';

test('a note is given tags by key and by mouse, its tag leads back to it, and undo takes a tag away', async ({
  page,
}) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Who was there' }).click();
  const text = page.getByRole('textbox', { name: 'Note text' });
  const tags = page.getByRole('main').getByRole('list', { name: 'Tags' });

  // From the text with Shift+Tab; Ctrl keeps the picker open for one more.
  await text.focus();
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
