import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNotebook, expect, libraryRow, test } from './support/app.ts';
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
