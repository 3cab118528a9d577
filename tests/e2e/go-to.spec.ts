import { libraryRow } from './support/app.ts';
import { answersOf } from './support/slow-engine.ts';
import { expect, test } from './support/study.ts';

test('that there is nothing is said only when it is known', async ({ page }) => {
  const answers = await answersOf(page);
  await page.reload();
  await expect(libraryRow(page, 'Sources', 'Reading Room')).toBeVisible();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Go to' });
  await dialog.getByRole('combobox').fill('zzz');
  await expect(dialog).toContainText('Nothing found.');
  answers.hold();
  await dialog.getByRole('combobox').fill('Ada');
  await expect(dialog).not.toContainText('Nothing found.');
  answers.release();
  await expect(dialog.getByRole('option')).toContainText(['Ada Berg']);
});
