import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { book } from '../main/interchange/documents/book.ts';
import { letterDocx } from '../main/interchange/documents/letter-docx.ts';
import { letterFlat, letterOdt } from '../main/interchange/documents/letter-odt.ts';
import { LETTER_RTF } from '../main/interchange/documents/letter-rtf.ts';
import { pdf } from '../main/interchange/documents/pdf.ts';
import { textParts, zip } from '../main/interchange/documents/zip.ts';
import { createNotebook, expect, libraryRow, saved, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { dropFolder } from './support/drop.ts';
import { painted } from './support/painted.ts';
import { sourceText } from './support/reading.ts';

const COUNTED = 'The keeper counted the ships that went by, and wrote their names into the book.';
const PAGE = `<!DOCTYPE html><title>Ships</title><nav><a href="/">Menu</a></nav><article><h2>Winter</h2>${`<p>${COUNTED}</p>`.repeat(8)}</article><footer>Privacy</footer>`;

/** One document of every format, in the order in which they are taken. */
const FOLDER: Readonly<Record<string, string | Uint8Array>> = {
  '01 book.epub': book(3),
  '02 letter.docx': letterDocx(),
  '03 letter.odt': letterOdt(),
  '04 letter.fodt': letterFlat(),
  '05 letter.rtf': Buffer.from(LETTER_RTF, 'latin1'),
  // Long enough on its way for a key to be pressed meanwhile.
  '06 long.txt': `${COUNTED}\n`.repeat(60_000),
  '07 notes.md': '# Oil\n\n* ten barrels\n',
  '08 page.html': PAGE,
  '09 page.mhtml': `MIME-Version: 1.0\r\nSubject: Saved\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${PAGE}\r\n--b--\r\n`,
  '10 paper.pdf': pdf([[{ text: 'The fox came in with the tide.', x: 60, y: 700 }]]),
  'films/11 film.srt': '1\n00:00:01,000 --> 00:00:02,000\nSaid the keeper.\n',
  'films/12 film.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nNobody answered.\n',
  'films/13 papers.zip': zip(textParts({ 'one.txt': 'The first.', 'in/two.txt': 'The second.' })),
};
/** Of the archive both files count, and not itself. */
const ALL = Object.keys(FOLDER).length + 1;

function writeFolder(folder: string): string {
  for (const [name, content] of Object.entries(FOLDER)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** Marks the first words of the source that is open, by keyboard. */
async function highlightWord(page: Page, word: string): Promise<void> {
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  for (let letter = 0; letter < word.length; letter++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: word });
  await saved(page);
}

test('a folder of every format is dropped, stopped half-way, tried again and read, by keyboard alone once it is dropped', async ({
  page,
  app,
}, { outputDir }) => {
  test.slow();
  await createNotebook(page);
  await dropFolder(page, writeFolder(join(outputDir, 'material')));

  // Of web pages the article alone, which is shown before.
  const pages = page.getByRole('dialog', { name: 'Web pages' });
  const preview = pages.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Privacy');
  await expectAccessible(page);
  await pages.getByRole('radio', { name: 'The whole page' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(preview).not.toContainText('Privacy');
  await expect(preview).toContainText(COUNTED);
  await pages.getByRole('button', { name: 'Import', exact: true }).press('Enter');

  await expect(page.getByText(`6 of ${ALL - 1}: 06 long.txt`)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('5 imported · 0 skipped · 0 failed · 8 not imported');
  await expect(report.getByRole('listitem').filter({ hasText: '06 long.txt' })).toContainText('Not imported');
  await report.getByRole('button', { name: 'Try 8 files again' }).press('Enter');
  await expect(page.getByText(/of \d+: 06 long\.txt/)).toBeVisible();
  await expectAccessible(page);
  await expect(report).toContainText(`${ALL} imported · 0 skipped · 0 failed`);
  const entry = (name: string) => report.getByRole('listitem').filter({ hasText: name });
  await expect(entry('08 page.html')).toContainText('Only the article was taken');
  await expect(entry('02 letter.docx')).toContainText('4 tracked changes were accepted.');
  await expect(entry('13 papers.zip/in/two.txt')).toContainText('1 paragraph');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });

  // Colours of the documents become tags.
  await report.getByRole('button', { name: 'Tag by colour…' }).press('Enter');
  const colours = page.getByRole('dialog', { name: 'Tag highlights by colour' });
  await expect(colours.getByRole('textbox').first()).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('doubtful');
  await page.keyboard.press('Enter');
  await expect(colours).toBeHidden();
  await expect(libraryRow(page, 'Tags', 'doubtful')).toBeAttached();
  await expect(report).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(report).toBeHidden();

  for (const [row, word] of [
    ['Oil', 'Oil'],
    ['Ships', 'Winter'],
    ['10 paper', 'The fox'],
  ] as const) {
    await libraryRow(page, 'Sources', row).first().press('Enter');
    await expect(sourceText(page)).toContainText(word);
    await highlightWord(page, word);
  }
  expect(app).toBeTruthy();
});

test('an import whose notebook is closed says what came in, and leaves the next notebook alone', async ({ page }, {
  outputDir,
}) => {
  await createNotebook(page);
  const folder = join(outputDir, 'letters');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '1 short.txt'), COUNTED);
  writeFileSync(join(folder, '2 long.txt'), `${COUNTED}\n`.repeat(60_000));
  writeFileSync(join(folder, '3 short.txt'), `${COUNTED} And this.`);
  await dropFolder(page, folder);
  await expect(page.getByText('2 of 3: 2 long.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(page.getByText('3 of 3: 3 short.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Study' }).click();
  await page.getByRole('menuitem', { name: 'Close notebook' }).click();
  await expect(page.getByText('The notebook was closed during the import; 2 of 3 files came in.')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await createNotebook(page, 'Another');
  await expect(page.getByRole('navigation', { name: 'Library' })).toContainText('Drop texts anywhere to import them.');
});
