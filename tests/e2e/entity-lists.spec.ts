import { readFileSync } from 'node:fs';
import { expectAccessible } from './support/axe.ts';
import { expect, saved, test } from './support/study.ts';

const NAMES = ['Åse', 'Ærlig', 'Ørn', 'Zeus', 'Bo', 'Сталин', 'Anna'];
const LIST = [
  'Navn;Slag;Tonnasje;Wikidata',
  ...NAMES.map((name, at) => `${name};person;${at};`),
  ...Array.from({ length: 300 }, (_, at) => `Midt ${at};place;;Q${at + 1}`),
  '"aldri lukket;person;;',
  'Feil;person;;Q',
].join('\r\n');

test('a list is tried, its columns are put in their places, it goes in, is found by letter, given out and undone', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'Entities' }).click();
  await page.getByRole('button', { name: 'More…' }).click();
  await page.getByRole('menuitem', { name: 'Import entities from a list…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import entities from a list' });
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await (await choosing).setFiles({ name: 'folk.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await expect(dialog.getByText('307 new entities, 0 changed, 2 rows left out')).toBeVisible();
  await expect(dialog.getByRole('list', { name: '2 rows that cannot be taken' })).toContainText(
    'Row 309 has a quotation mark that does not close',
  );
  await dialog.getByRole('button', { name: 'Column Slag goes to' }).focus();
  await expect(dialog.getByRole('button', { name: 'Column Slag goes to' })).toContainText('Type');
  const tonnage = dialog.getByRole('button', { name: 'Column Tonnasje goes to' });
  await expect(tonnage).toContainText('Nowhere');
  await tonnage.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(tonnage).toContainText('Own field “Tonnasje”');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Import 307 rows' }).click();
  await expect(dialog.getByText('307 entities made, 0 changed, 2 rows left out.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await saved(page);

  const grid = page.getByRole('grid', { name: 'All entities' });
  const letters = page.getByRole('toolbar', { name: 'Letters' });
  await expect(letters.getByRole('button', { name: 'Z' })).toBeVisible();
  await letters.getByRole('button', { name: 'Z' }).click();
  await expect(grid.getByRole('row', { name: 'Zeus' })).toBeFocused();
  // By keyboard: into the letters, along them, and to the first name of one; and by typing a name.
  await letters.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row', { name: 'Bo', exact: true })).toBeFocused();
  await page.keyboard.type('zeu');
  await expect(grid.getByRole('row', { name: 'Zeus' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toContainText('Tonnasje3');

  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('Export entities as a list');
  await page.keyboard.press('Enter');
  const out = page.getByRole('dialog', { name: 'Export entities as a list' });
  await expect(out.getByRole('radio', { name: /CSV/ })).toBeChecked();
  await expectAccessible(page);
  const downloading = page.waitForEvent('download');
  await out.getByRole('button', { name: 'Export' }).click();
  const csv = readFileSync(await (await downloading).path(), 'utf8');
  expect(csv).toContain('identifiers,Tonnasje');
  expect(csv.split('\r\n')).toHaveLength(1 + 308 + 1);
  await expect(page.getByText('308 entities written to entities.csv.')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(page.getByText('This entity is no longer there')).toBeVisible();
});
