import { createNotebook, expect, importFiles, libraryRow, saved, test } from './support/app.ts';

test.skip(process.platform !== 'linux', 'The engine’s process is found in /proc, which only Linux has.');

test('an engine that is killed is back without the window being loaded again, and nothing saved is lost', async ({
  app,
  page,
}) => {
  await createNotebook(page);
  await importFiles(page, app.file('first.txt', 'Det første ordet.\n'));
  await saved(page);
  // Gone, should the page be loaded again.
  await page.evaluate(() => Reflect.set(window, 'notLoadedAgain', true));

  await app.killEngine();
  await expect(page.getByText('The notebook had stopped and was opened again.').first()).toBeVisible();

  await saved(page);
  await expect(libraryRow(page, 'Sources', 'first')).toBeVisible();
  await importFiles(page, app.file('second.txt', 'Det andre ordet.\n'));
  await expect(libraryRow(page, 'Sources', 'second')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'notLoadedAgain'))).toBe(true);
});
