import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { withPdf } from '../../main/interchange/pdf/open.ts';
import { column, pdf } from '../main/interchange/documents/pdf.ts';
import { sourceText, test } from './support/reading.ts';
import { answersOf } from './support/slow-engine.ts';

/** More than the reader keeps at hand, every paragraph another one. */
const LONG = Array.from(
  { length: 2000 },
  (_, at) => `Avsnitt ${at + 1}. ${'Ord om reisen. '.repeat(at % 9)}Slutt ${at + 1}.`,
);

const region = (page: Page) => page.locator('.print-region');

/** Stands in for the browser's dialog, which a test cannot answer: the region stays until the PDF is written. */
const withoutDialog = (page: Page) =>
  page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });

const isAsked = (page: Page) => expect(page.locator('html[data-printed]')).toHaveCount(1);

/** The paragraphs a sheet would show, and whether the window itself would be on it. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    blocks: [...document.querySelectorAll<HTMLElement>('.print-block')].flatMap((block) =>
      block.getClientRects().length > 0 ? [`${block.dataset['number']} ${block.firstElementChild?.textContent}`] : [],
    ),
    window: (document.querySelector('#root')?.getClientRects().length ?? 0) > 0,
  }));
  await page.emulateMedia({ media: null });
  return seen;
}

test('the command prints the whole text, though most of it was never fetched, and leaves nothing behind', async ({
  page,
  read,
}) => {
  await withoutDialog(page);
  await read(LONG.join('\n'));
  await sourceText(page).focus();
  await page.keyboard.press('Control+p');
  await isAsked(page);
  await expect(region(page)).toBeHidden();
  await expect(region(page)).toHaveAttribute('aria-hidden', 'true');
  expect(await onPaper(page)).toEqual({ blocks: LONG.map((words, at) => `${at + 1} ${words}`), window: false });
  await expect(region(page).getByRole('heading', { includeHidden: true })).toHaveText('text');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const sheets = [...pdf.matchAll(/\/Type \/Page\b(?!s)/g)].length;
  // Some forty lines a sheet, and no paragraph is shorter than one.
  expect(sheets).toBeGreaterThan(LONG.length / 60);
  await expect(region(page)).toHaveCount(0);
  expect(await page.locator('.reader-row').count()).toBeLessThan(80);
});

test('highlights keep their colours on paper, and say their tags and comments below the paragraph', async ({
  page,
  read,
}) => {
  await withoutDialog(page);
  await read('En 👩‍👩‍👧 lang setning om broen over elva.\nEn linje til.', [
    { start: 3, end: 30, colour: 'yellow', tags: ['bridges'], comment: 'Which one?' },
    { start: 9, end: 13, colour: 'blue', tags: ['length', 'style'] },
    { start: 0, end: 2, colour: 'red' },
  ]);
  await page.keyboard.press('Control+p');
  await isAsked(page);
  const block = region(page).locator('.print-block').first();
  await expect(block.locator('.print-notes')).toHaveText(/^1length · style\s+2bridges – Which one\?\s*$/);
  const marks = await block
    .locator('.print-mark')
    .evaluateAll((all) => all.map((mark) => [mark.textContent, (mark as HTMLElement).style.background]));
  expect(marks).toEqual([
    ['En', 'var(--red)'],
    ['👩‍👩‍👧 ', 'var(--yellow)'],
    ['lang', 'linear-gradient(to top, var(--blue) 0% 50%, var(--yellow) 50% 100%)'],
    [' setning om broen', 'var(--yellow)'],
  ]);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const red = block.locator('.print-mark').first();
  await expect(red).toHaveCSS('background-color', 'rgb(242, 169, 160)');
});

test('the browser’s own printing says so where the text is not all at hand, and says nothing where it is', async ({
  page,
  read,
}) => {
  const print = (event: string) => page.evaluate((name) => window.dispatchEvent(new Event(name)), event);
  const short = await read('En linje.\nOg en til.');
  await print('beforeprint');
  expect((await onPaper(page)).blocks).toEqual(['1 En linje.', '2 Og en til.']);
  await expect(region(page).locator('.print-missing')).toHaveCount(0);
  await short.stop();
  await read(LONG.join('\n'));
  await print('beforeprint');
  await expect(region(page)).toContainText('Only the part of the text that was on screen is printed here.');
  const { blocks } = await onPaper(page);
  expect(blocks.length).toBeGreaterThan(10);
  expect(blocks[0]).toBe(`1 ${LONG[0]}`);
  await print('afterprint');
  await expect(region(page)).toHaveCount(0);
});

test('nothing is printed before the text has come, and then once; where no text is open the way is said', async ({
  page,
  read,
}) => {
  await withoutDialog(page);
  const answers = await answersOf(page);
  await read('En linje.\nOg en til.');
  answers.hold();
  await page.keyboard.press('Control+p');
  await page.keyboard.press('Control+p');
  expect(await region(page).count()).toBe(0);
  answers.release();
  await isAsked(page);
  await expect(region(page)).toHaveCount(1);
  expect((await onPaper(page)).blocks).toEqual(['1 En linje.', '2 Og en til.']);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+p');
  await expect(page.getByText(/^A source is printed while it is open in Read\./)).toBeVisible();
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('running titles and page numbers are printed where they are read, and left out where they are not', async ({
  page,
  read,
}) => {
  await withoutDialog(page);
  // Nothing but the numbers comes back from page to page.
  const pages = ['First', 'Then', 'Last'].map((word, at) => [
    ...column(
      60,
      740,
      [1, 2, 3, 4, 5].map((line) => `${word} comes ${word}, ${line}.`),
    ),
    { text: String(at + 1), x: 300, y: 40 },
  ]);
  await read(pdf(pages), [], 'paper.pdf');
  const printed = async () => {
    await page.keyboard.press('Control+p');
    await isAsked(page);
    const { blocks } = await onPaper(page);
    await page.evaluate(() => {
      window.dispatchEvent(new Event('afterprint'));
      document.documentElement.removeAttribute('data-printed');
    });
    return blocks.map((words) => words.replace(/^\d+ /, ''));
  };
  const all = await printed();
  expect(all.filter((words) => /^\d$/.test(words))).toEqual(['1', '2', '3']);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByText('Running titles and page numbers').click();
  await page.keyboard.press('Escape');
  expect(await printed()).toEqual(all.filter((words) => !/^\d$/.test(words)));
});

test('every word of a megabyte is on the sheets of the PDF, in its order', async ({ page, read }) => {
  await withoutDialog(page);
  const lines = Array.from(
    { length: 2_300 },
    (_, at) => `Avsnitt A${at}. ${'Brevet kom over fjellet og ble lest høyt. '.repeat(2 + (at % 17))}Slutt Z${at}.`,
  );
  const text = lines.join('\n');
  expect(Buffer.byteLength(text)).toBeGreaterThan(1_000_000);
  await read(text);
  await page.keyboard.press('Control+p');
  await isAsked(page);
  const sheets = await withPdf(await page.pdf({ format: 'A4' }), 'text.pdf', undefined, async (pdf) => {
    const words: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      // The numbers of paragraphs stand beside the words.
      for (const item of items) if ('str' in item && !/^\s*\d+\s*$/.test(item.str)) words.push(item.str);
    }
    return words.join('').replaceAll(/\s/g, '');
  });
  const wanted = text.replaceAll(/\s/g, '');
  expect(sheets.slice(sheets.indexOf('AvsnittA0.')) === wanted).toBe(true);
});
