import { readFileSync } from 'node:fs';
import { book } from '../main/interchange/documents/book.ts';
import { letterDocx } from '../main/interchange/documents/letter-docx.ts';
import { letterOdt } from '../main/interchange/documents/letter-odt.ts';
import { LETTER_RTF } from '../main/interchange/documents/letter-rtf.ts';
import { pdf } from '../main/interchange/documents/pdf.ts';
import { zip } from '../main/interchange/documents/zip.ts';
import { createNotebook, expect, importFiles, libraryRow, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { sourceText } from './support/reading.ts';

test('documents of every format come in together, and the report says what became of each', async ({ page, app }) => {
  await createNotebook(page);
  const locked = pdf([[{ text: 'Behind the door', x: 60, y: 700 }]], { password: 'sesam' });
  const another = pdf([[{ text: 'Behind another', x: 60, y: 700 }]], { password: 'sesam' });
  const papers = ['in/one.txt', '../out.txt'].map((name) => ({ name, bytes: Buffer.from('A line.') }));
  const paper = pdf([[{ text: 'The fox came in with the tide.', x: 60, y: 700 }]], { info: '/Title (The fox)' });
  await importFiles(
    page,
    app.file('lamp.epub', book(3)),
    app.file('word.docx', letterDocx()),
    app.file('open.odt', letterOdt()),
    app.file('rich.rtf', Buffer.from(LETTER_RTF, 'latin1')),
    app.file('fox.pdf', paper),
    app.file('locked.pdf', locked),
    app.file('scan.pdf', pdf([[]])),
    app.file('film.srt', '1\n00:00:01,000 --> 00:00:02,000\nSaid the keeper.\n'),
    app.file('broken.docx', letterDocx().subarray(0, 900)),
    app.file('papers.zip', zip([...papers, { name: 'in/locked.pdf', bytes: another }])),
  );
  const report = page.getByRole('dialog', { name: 'Import report' });
  // What is protected waits until the others are done, and is told of a wrong password.
  const question = page.getByRole('dialog', { name: 'Protected by a password' });
  await expect(question).toContainText('“locked.pdf” asks for a password');
  await expect(question.getByLabel('Password')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('semas');
  await page.keyboard.press('Enter');
  await expect(question).toContainText('This password does not open the file.');
  await page.keyboard.type('sesam');
  await page.keyboard.press('Enter');
  // The other one in the archive is opened by the same without a word.
  await expect(report).toContainText('10 imported · 0 skipped · 2 failed');
  const entry = (name: string) => report.getByRole('listitem').filter({ hasText: name });
  await expect(entry('papers.zip/in/one.txt')).toContainText('1 paragraph');
  await expect(entry('papers.zip/../out.txt')).toContainText('Its path leads out of the archive');
  await expect(entry('scan.pdf')).toContainText('let a program for text recognition (OCR) add the text');
  await expect(entry('broken.docx')).toContainText('The file is damaged');
  await expect(entry('word.docx')).toContainText('4 tracked changes were accepted.');
  await expect(entry('word.docx')).toContainText('2 comments were taken over as highlights.');
  await expectAccessible(page);

  await entry('lamp.epub').getByRole('button', { name: 'Read' }).click();
  await expect(report).toBeHidden();
  const text = sourceText(page);
  await expect(text.getByRole('heading', { name: 'The lamp', level: 2 })).toBeVisible();
  await expect(text.getByText('What was left')).toBeVisible();
  await expectAccessible(page);

  await libraryRow(page, 'Sources', 'The fox').click();
  await expect(text.getByText('The fox came in with the tide.')).toBeVisible();

  // The copy that is kept is protected as the file was.
  await libraryRow(page, 'Sources', 'locked').first().click();
  await page.getByRole('button', { name: 'Pages of the PDF' }).click();
  const pages = page.getByRole('region', { name: 'Pages of the PDF' });
  const password = pages.getByLabel('Password');
  await password.fill('semas');
  await password.press('Enter');
  await expect(pages).toContainText('This password does not open the file.');
  await password.fill('sesam');
  await password.press('Enter');
  await expect(pages.getByRole('status')).toHaveText('Page 1 of 1');
  await expect(pages.locator('iframe')).toBeVisible();
});

test('publisher and identifiers that a book brought can be corrected', async ({ page, app }) => {
  await createNotebook(page);
  await importFiles(page, app.file('lamp.epub', book(3)));
  await page.keyboard.press('Escape');
  const edit = async () => {
    await libraryRow(page, 'Sources', 'The Lamp at Skagen').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit details…' }).click();
  };
  await edit();
  const dialog = page.getByRole('dialog', { name: 'Source details' });
  await expect(dialog.getByRole('textbox', { name: 'Publisher' })).toHaveValue('Fyr & Co.');
  await expect(dialog.getByRole('textbox', { name: 'Identifiers' })).toHaveValue(
    'isbn: 9788200000013\ndoi: 10.1000/182',
  );
  await dialog.getByRole('textbox', { name: 'Publisher' }).fill('Another');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await edit();
  await expect(dialog.getByRole('textbox', { name: 'Publisher' })).toHaveValue('Another');
  await expectAccessible(page);
});

test('an import is held, stopped and taken up again by keyboard, and what is complete stays', async ({ page, app }) => {
  await createNotebook(page);
  // Long enough on its way for a key to be pressed meanwhile.
  const long = app.file('long.txt', 'The keeper counted the ships that went by.\n'.repeat(60_000));
  const paths = [long, app.file('second.txt', 'Two.\n'), app.file('empty.txt', '')];
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+i');
  await (await chooser).setFiles(paths);
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  const work = page.getByRole('progressbar', { name: 'Import paused' });
  await expect(libraryRow(page, 'Sources', 'long')).toBeVisible({ timeout: 60_000 });
  await expect(work).toBeVisible();
  await expect(page.getByText('2 of 3: second.txt')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');

  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('1 imported · 0 skipped · 0 failed · 2 not imported');
  await report.getByRole('button', { name: 'Try 2 files again' }).press('Enter');
  await expect(report).toContainText('2 imported · 0 skipped · 1 failed');
  await expect(report.getByRole('listitem').filter({ hasText: 'empty.txt' })).toContainText('has no text in it');
  // Another try would find the same.
  await expect(report.getByRole('button', { name: /^Try/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(libraryRow(page, 'Sources', 'second')).toBeVisible();

  // What was tried again counts once, and the notebook keeps it.
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('import reports');
  await page.keyboard.press('Enter');
  const reports = page.getByRole('dialog', { name: 'Import reports' });
  await expect(reports).toContainText('2 imported · 0 skipped · 1 failed');
  await expectAccessible(page);
  await reports.getByRole('button', { name: /^Show the import of/ }).press('Enter');
  const kept = page.getByRole('dialog', { name: /^Import report, / });
  await expect(kept.getByRole('listitem')).toHaveCount(3);
  const text = readFileSync(
    await app.download(page, () => kept.getByRole('button', { name: 'Save report…' }).press('Enter')),
    'utf8',
  );
  expect(text).toContain('empty.txt\n    The file has no text in it.');
  await kept.getByRole('listitem').filter({ hasText: 'long.txt' }).getByRole('button', { name: 'Read' }).press('Enter');
  await expect(sourceText(page)).toContainText('The keeper counted');
});
