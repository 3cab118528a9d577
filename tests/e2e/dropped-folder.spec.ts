import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createNotebook, expect, importFiles, libraryRow, saved, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { dropFolder } from './support/drop.ts';

test('files of one name in a folder are told apart, and what failed stands first in the report', async ({ page, app }, {
  outputDir,
}) => {
  await createNotebook(page);
  const folder = join(outputDir, 'interviews');
  for (const year of ['2014', '2015', '2016']) {
    mkdirSync(join(folder, year), { recursive: true });
    writeFileSync(join(folder, year, 'first.txt'), year === '2015' ? '' : `Said in ${year}.\n`);
  }
  writeFileSync(join(folder, 'all.txt'), 'Said at last.\n');
  await dropFolder(page, folder);

  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('3 imported · 0 skipped · 1 failed');
  const names = report.getByRole('listitem').locator('strong');
  await expect(names).toHaveText(['2015/first.txt', '2014/first.txt', '2016/first.txt', 'all.txt']);
  await expect(libraryRow(page, 'Sources', 'first')).toHaveCount(2);

  // A report that is kept says on which day it was.
  const path = await app.download(page, () => report.getByRole('button', { name: 'Save report…' }).click());
  const today = await page.evaluate(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date()));
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(`Import report, ${today}`);
  expect(text.indexOf('2015/first.txt')).toBeLessThan(text.indexOf('2014/first.txt'));
});

test('what is gone when it is dropped is named, and keeps nothing else out', async ({ page }, { outputDir }) => {
  await createNotebook(page);
  const letters = join(outputDir, 'letters');
  const lost = join(outputDir, 'lost.txt');
  mkdirSync(letters, { recursive: true });
  writeFileSync(join(letters, 'here.txt'), 'Written in time.\n');
  writeFileSync(lost, 'Moved away meanwhile.\n');
  // What the browser says of a file that was moved away between the drop and the look at it.
  await page.evaluate(() => {
    const { webkitGetAsEntry } = DataTransferItem.prototype;
    DataTransferItem.prototype.webkitGetAsEntry = function () {
      const entry = webkitGetAsEntry.call(this);
      const file = (_: unknown, failed: (error: DOMException) => void) => failed(new DOMException('', 'NotFoundError'));
      return entry?.name === 'lost.txt' ? Object.assign(entry, { file }) : entry;
    };
  });
  await dropFolder(page, lost, letters);
  await expect(page.getByText('“lost.txt” could not be read and stays out')).toBeVisible();
  await expect(libraryRow(page, 'Sources', 'here')).toBeVisible();
});

test('a dropped folder keeps its folders as collections, by mouse and by keyboard, as one step', async ({ page }, {
  outputDir,
}) => {
  await createNotebook(page);
  const letters = join(outputDir, 'letters');
  for (const [name, words] of Object.entries({
    '1911/winter.txt': 'Written in winter.\n',
    '1911/spring.txt': 'Written in spring.\n',
    '1912/copy of winter.txt': 'Written in winter.\n',
    'cover.txt': 'Written last.\n',
    'empty.txt': '',
  })) {
    mkdirSync(dirname(join(letters, name)), { recursive: true });
    writeFileSync(join(letters, name), words);
  }
  await dropFolder(page, letters);
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('3 imported · 1 skipped · 1 failed');
  const like = report.getByRole('button', { name: 'Collections like the folders' });
  await like.click();
  await expect(page.getByText('3 sources put into collections like the folders; 3 collections are new.')).toBeVisible();
  await expectAccessible(page);

  // The message above the report takes it back, and another press does it again.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(libraryRow(page, 'Sources', 'letters')).toHaveCount(0);
  await expect(like).toBeFocused();
  await like.press('Enter');
  await expect(page.getByText('3 sources put into', { exact: false }).last()).toBeVisible();
  await like.press('Enter');
  await expect(page.getByText('Every source is in collections like the folders already.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(report).toBeHidden();
  const row = (name: string) => libraryRow(page, 'Sources', name);
  await expect(row('letters')).toContainText('3');
  await row('letters').click();
  await expect(row('1911')).toHaveAttribute('aria-level', '2');
  await expect(row('cover')).toHaveAttribute('aria-level', '2');
  await row('1912').click();
  // The very same text stands in both folders, and so in both collections.
  await expect(row('winter')).toHaveAttribute('aria-level', '3');

  // More of the folder: what is there already is used again, by keyboard alone once it is dropped.
  writeFileSync(join(letters, '1911', 'autumn.txt'), 'Written in autumn.\n');
  await dropFolder(page, letters);
  await expect(report).toContainText('1 imported · 4 skipped · 1 failed');
  await expect(report.getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(like).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 source put into collections like the folders; no collection is new.')).toBeVisible();
  await expect(like).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(row('autumn')).toHaveAttribute('aria-level', '1');
  await saved(page);
});

test('files that came from no folder are offered no collections like folders', async ({ page, app }) => {
  await createNotebook(page);
  await importFiles(page, app.file('one.txt', 'One.\n'), app.file('two.txt', 'Two.\n'));
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report.getByRole('button', { name: 'Collections…' })).toBeVisible();
  await expect(report.getByRole('button', { name: 'Collections like the folders' })).toHaveCount(0);
});
