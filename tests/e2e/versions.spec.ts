import { createNotebook, expect, importFiles, libraryRow, saved, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { drag, sourceText } from './support/reading.ts';

/** So that what a mark opens does not cover the next one. */
const BETWEEN = 'Nothing to be told of this hour.\n'.repeat(6);

test('highlights come over to a newer version of a file, and what was rewritten is decided one by one', async ({
  page,
  app,
}) => {
  await createNotebook(page);
  await importFiles(page, app.file('log.txt', `The keeper lit the great lamp.\n${BETWEEN}Ships went by all night.\n`));
  const text = sourceText(page);
  for (const words of ['great lamp', 'Ships went by']) {
    await drag(page, words);
    await page.keyboard.press('2');
    await saved(page);
  }

  await importFiles(
    page,
    app.file('log.txt', `A preface.\nThe keeper lit the great lamp.\n${BETWEEN}Many ships went by all night.\n`),
  );
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('A file of this name was imported before as “log”, with 2 highlights.');
  // The words have room, and the buttons go below them.
  const words = await report.getByRole('listitem').locator('div').boundingBox();
  expect(words?.width).toBeGreaterThan(350);
  await report.getByRole('button', { name: 'Take over its highlights…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take over highlights into “log”' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(dialog.getByRole('status').first()).toContainText('1 highlight was taken over.');
  const left = dialog.getByRole('listitem');
  await expect(left).toContainText('Ships went by');
  await expect(left).toContainText('ships went by');
  await expectAccessible(page);
  await left.getByRole('button', { name: 'Move it there' }).press('Enter');
  await expect(left).toContainText('Moved.');
  await left.getByRole('button', { name: 'Show' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(report).toBeHidden();
  await expect(text.getByText('Many ships went by')).toBeVisible();
  await expect(libraryRow(page, 'Sources', 'log').last()).toContainText('2');
  await expect(libraryRow(page, 'Sources', 'log').first()).toContainText('0');

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(libraryRow(page, 'Sources', 'log').first()).toContainText('2');
});
