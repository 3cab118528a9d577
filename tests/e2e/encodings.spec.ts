import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/study.ts';

test.setTimeout(90_000);

const FRENCH = 'À midi, tout était déjà terminé ; où étaient-ils passés ?\nL’été revint.\n';

test('texts of which the encoding is not certain are asked about when the others are in, can be read anew, and their originals looked at and saved', async ({
  page,
}) => {
  const ecole = iconv.encode(FRENCH, 'cp850');
  await page.getByLabel('Choose files to import').setInputFiles([
    { name: 'midi.txt', mimeType: 'text/plain', buffer: ecole },
    { name: 'plain.txt', mimeType: 'text/plain', buffer: Buffer.from('Nothing to be asked.\n') },
    { name: 'soir.txt', mimeType: 'text/plain', buffer: iconv.encode(`${FRENCH}Le soir.\n`, 'cp850') },
  ]);
  const dialog = page.getByRole('dialog', { name: 'How is this text to be read?' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('“midi” was read as')).toBeVisible();
  // The others are in while it is asked.
  await expect(page.getByRole('treegrid', { name: 'Sources' }).getByText('plain')).toBeAttached();
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: 'DOS 850' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByText('The same for the other one').click();
  await dialog.getByRole('button', { name: 'Read it so' }).click();
  await expect(dialog).toBeHidden();

  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report.getByText('The encoding is not certain')).toHaveCount(0);
  // What is said meanwhile lies on none of its buttons.
  const said = await page.getByText(/^Read as /).boundingBox();
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan((await report.boundingBox())?.y ?? 0);
  // What the files said of themselves is gone through by keyboard.
  await report.getByRole('button', { name: 'Check details…' }).click();
  const first = page.getByRole('dialog', { name: 'Source details, 1 of 3' });
  await expect(first.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await first.getByRole('textbox', { name: 'Title' }).fill('Midi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Source details, 2 of 3' })).toBeVisible();
  await page.keyboard.press('Escape');
  // Then the report is there again, and says what was corrected.
  await expect(report.getByRole('listitem').filter({ hasText: 'Midi' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(report).toBeHidden();
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: /^Midi/ }).click();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText('À midi, tout était déjà terminé');
  await expect(page.getByRole('treegrid', { name: 'Sources' }).getByRole('row')).toHaveCount(4);

  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: /^Midi/ }).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Original…' }).click();
  const original = page.getByRole('dialog', { name: 'Original' });
  await expect(original.getByLabel('What is written in the file')).toContainText('À midi');
  await expect(original).toContainText('DOS 850');
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await original.getByRole('button', { name: 'Save original…' }).click();
  expect(readFileSync(await (await download).path()).equals(ecole)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(original).toBeHidden();

  // What is being typed elsewhere when an import ends stays, and the question waits for it.
  const typing = Promise.withResolvers<void>();
  await page.route(/upload\?name=nuit/, async (route) => {
    await typing.promise;
    await route.continue();
  });
  const nuit = { name: 'nuit.txt', mimeType: 'text/plain', buffer: iconv.encode(`${FRENCH}La nuit.\n`, 'cp850') };
  await page.getByLabel('Choose files to import').setInputFiles([nuit]);
  await page.getByRole('button', { name: 'New collection' }).click();
  const collection = page.getByRole('dialog', { name: 'New collection' });
  await collection.getByRole('textbox').fill('Lettres');
  typing.resolve();
  await expect(page.getByText('nuit', { exact: true }).first()).toBeAttached();
  await expect(page.getByLabel('Import', { exact: true })).toHaveCount(0);
  await expect(collection.getByRole('textbox')).toHaveValue('Lettres');
  await page.keyboard.press('Escape');
  await expect(dialog.getByText('“nuit” was read as')).toBeVisible();
});
