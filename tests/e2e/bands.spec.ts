import { expect, type Page } from '@playwright/test';
import { column, pdf } from '../main/interchange/documents/pdf.ts';
import { libraryRow } from './support/app.ts';
import { painted, paintedCovers } from './support/painted.ts';
import { colourOf, sharesOf } from './support/pixels.ts';
import { sourceText, test } from './support/reading.ts';

const LINES = Array.from({ length: 120 }, (_, at) =>
  `Avsnitt ${at}: ${'elva rant forbi huset, og ingen så den komme over broen '.repeat(1 + (at % 4))}`.trim(),
);

/** In every paragraph two highlights that overlap, over more than a line in the longer ones. */
const MARKS = LINES.flatMap((line, at) => {
  const start = LINES.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
  return [
    { start: start + 2, end: start + Math.min(150, line.length - 3), colour: 'yellow' as const },
    { start: start + 20, end: start + 40, colour: 'blue' as const },
  ];
});

test('what covers words goes with them when the window or the type are others, and when the text moves', async ({
  page,
  read,
}) => {
  await read(LINES.join('\n'), MARKS);
  const text = sourceText(page);
  const areCovered = async () => {
    const covers = await paintedCovers(page);
    const rows = await text.getByRole('article').count();
    return (
      rows > 0 &&
      covers.length === 2 * rows &&
      covers.every(({ name, block, from, to }) => {
        const last = Math.min(150, (LINES[block]?.length ?? 0) - 3);
        const isYellow = name === 'lectern-yellow-100' && from === 2 && to === last;
        const isBlue = name === 'lectern-blue-50' && from === 20 && to === 40;
        return isYellow || isBlue;
      })
    );
  };
  await expect.poll(areCovered).toBe(true);
  for (const width of [900, 1100, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(areCovered, `${width} px wide`).toBe(true);
  }
  await page.getByRole('button', { name: 'Reading settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Reading settings' });
  for (const [slider, key] of [
    ['Size', 'End'],
    ['Width of the text', 'Home'],
    ['Line height', 'End'],
    ['Size', 'Home'],
  ] as const) {
    await settings.getByRole('slider', { name: slider }).press(key);
    await expect.poll(areCovered, `${slider} ${key}`).toBe(true);
  }
  await page.keyboard.press('Escape');
  await text.focus();
  for (const key of ['PageDown', 'PageDown', 'PageUp', 'Control+End', 'PageUp', 'Control+Home']) {
    await page.keyboard.press(key);
    await expect.poll(areCovered, key).toBe(true);
  }
});

test('with forced colours frames run beside the letters, what lies upon another is underlined, and what is dimmed is grey', async ({
  page,
  read,
}) => {
  const words = 'Elva rant forbi huset og ned mot byen.';
  const second = words.length + 1;
  await read(`${words}\n${words}`, [
    { start: 0, end: words.length, colour: 'yellow', tags: ['water'] },
    { start: 0, end: words.length, colour: 'blue', tags: ['water'] },
    { start: second, end: second + words.length, colour: 'green' },
  ]);
  await page.emulateMedia({ forcedColors: 'active' });
  const row = (at: number) => sourceText(page).locator('.reader-row').nth(at);
  const frame = await colourOf(page, 'Highlight');
  const grey = await colourOf(page, 'GrayText');
  const shareOf = async (colour: string, at: number, strip?: { from: number; to: number }) =>
    (await sharesOf(row(at), strip))[colour] ?? 0;
  const namesOf = async (block: number) =>
    (await paintedCovers(page)).filter((cover) => cover.block === block).map(({ name }) => name);
  await expect.poll(() => shareOf(frame, 0)).toBeGreaterThan(0.02);
  await expect.poll(() => namesOf(0)).toEqual(['lectern-yellow-100', 'lectern-again']);
  expect(await namesOf(1)).toEqual(['lectern-green-100']);
  // The middle of the letters: only where the words begin and end a frame goes through it.
  expect(await shareOf(frame, 0, { from: 0.2, to: 0.48 })).toBeLessThan(0.01);
  await libraryRow(page, 'Tags', 'water').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show only this tag in the text' }).click();
  await page.getByRole('status', { name: 'Status' }).getByRole('button', { name: 'Filter: water' }).click();
  const panel = page.getByRole('dialog', { name: 'Filter highlights' });
  await panel.getByRole('radio', { name: 'Dim the rest' }).click();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect.poll(() => shareOf(grey, 1)).toBeGreaterThan(0.01);
  expect(await shareOf(frame, 1)).toBe(0);
  expect(await shareOf(grey, 0)).toBe(0);

  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(() => namesOf(0)).toEqual(['lectern-yellow-100', 'lectern-blue-50']);
});

test('what is near the screen is drawn, and from near it, however far away a row is that stays in the document', async ({
  page,
  read,
}) => {
  const lines = Array.from({ length: 6_000 }, (_, at) => `Avsnitt ${at}.`);
  const text = lines.join('\n');
  await read(text, [
    { start: 0, end: 7, colour: 'yellow' },
    { start: text.length - 8, end: text.length, colour: 'blue' },
  ]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Shift+End');
  await expect
    .poll(() => paintedCovers(page))
    .toEqual([{ name: 'lectern-blue-100', words: 'tt 5999.', block: 5_999, from: 5, to: 13 }]);
  await expect(sourceText(page).locator('.reader-row').first()).toHaveText('Avsnitt 0.');
  const top = await page.locator('.reader-scroll').evaluate((scroller) => scroller.scrollTop);
  expect(top).toBeGreaterThan(200_000);
  // Numbers of a path are exact to seven places, and its unit is a hundredth of a pixel.
  const below = await page
    .locator('.reader-bands [data-look="blue"][d]')
    .evaluate((path) => Number(/^M\S+ (\S+?)h/.exec(path.getAttribute('d') ?? '')?.[1]));
  expect(Math.abs(below)).toBeLessThan(100_000 * 100);
  await page.locator('.reader-scroll').evaluate((scroller) => scroller.scrollTo(0, 0));
  await expect
    .poll(() => paintedCovers(page))
    .toEqual([{ name: 'lectern-yellow-100', words: 'Avsnitt', block: 0, from: 0, to: 7 }]);
});

test('what covers words goes with them when the language of the source is another and breaks lines elsewhere', async ({
  page,
  read,
}) => {
  // Only in Chinese may a line begin with a wave dash.
  const paragraphs = ['', '日'].map((first) => first + '日〜'.repeat(100));
  const covers = paragraphs.map((words, block) => ({
    name: 'lectern-green-100',
    words: words.slice(4, -4),
    block,
    from: 4,
    to: words.length - 4,
  }));
  const starts = [0, (paragraphs[0]?.length ?? 0) + 1];
  const marks = covers.map(({ block, from, to }) => {
    const start = starts[block] ?? 0;
    return { start: start + from, end: start + to, colour: 'green' as const };
  });
  await read(paragraphs.join('\n'), marks);
  const lines = () =>
    sourceText(page)
      .locator('.reader-row')
      .evaluateAll((rows) =>
        rows.flatMap((row) => {
          const range = new Range();
          range.selectNodeContents(row);
          return Array.from(range.getClientRects(), ({ width }) => Math.round(width));
        }),
      );
  await expect.poll(() => paintedCovers(page)).toEqual(covers);
  const before = await lines();
  await libraryRow(page, 'Sources', 'text').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit details…' }).click();
  const details = page.getByRole('dialog', { name: 'Source details' });
  await details.getByRole('textbox', { name: 'Language' }).fill('nb');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details).toBeHidden();
  await expect.poll(lines).not.toEqual(before);
  await expect.poll(() => paintedCovers(page)).toEqual(covers);
});

/** How many outlines are drawn in a colour on all rows. */
function outlines(page: Page, look: string): Promise<number> {
  return page
    .locator(`.reader-bands [data-look="${look}"][d]`)
    .evaluateAll((paths) => paths.reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0));
}

test('pieces of one colour that touch are one outline: where another begins upon it, and where letters are others', async ({
  page,
  read,
}) => {
  const words = 'Elva rant forbi huset og ned mot byen.';
  await read(
    `<p>Elva rant <b>forbi</b> huset og ned mot byen.</p>`,
    [
      { start: 0, end: words.length, colour: 'yellow' },
      { start: 5, end: 9, colour: 'blue' },
      { start: 22, end: 24, colour: 'blue' },
    ],
    'text.html',
  );
  await expect
    .poll(async () => (await paintedCovers(page)).map(({ name, words }) => `${name} ${words}`))
    .toEqual([`lectern-yellow-100 ${words}`, 'lectern-blue-50 rant', 'lectern-blue-50 og']);
  expect(await outlines(page, 'yellow')).toBe(1);
  expect(await outlines(page, 'blue')).toBe(2);
});

test('nothing is drawn for running titles that are not shown, where a highlight goes over one', async ({
  page,
  read,
}) => {
  const title = 'The travels of a botanist';
  const bodies = ['First', 'Then', 'Last'].map((word) => [1, 2, 3, 4, 5].map((line) => `${word}, ${line}.`));
  const sheets = bodies.map((lines) => [{ text: title, x: 60, y: 780, size: 8 }, ...column(60, 700, lines)]);
  // A page's title comes after its words.
  const paragraphs = bodies.flatMap((lines) => [lines.join(' '), title]);
  const text = paragraphs.slice(0, -1).join('\n');
  await read(pdf(sheets), [{ start: 2, end: text.length - 3, colour: 'green' }], 'sheets.pdf');
  const drawn = async () => ({
    covers: (await paintedCovers(page)).map(({ words }) => words),
    outlines: await outlines(page, 'green'),
  });
  const covers = [
    'rst, 1. First, 2. First, 3. First, 4. First, 5.',
    ...paragraphs.slice(1, 4),
    'Last, 1. Last, 2. Last, 3. Last, 4. Last,',
  ];
  await expect.poll(drawn).toEqual({ covers, outlines: covers.length });
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByText('Running titles and page numbers').click();
  const seen = covers.filter((words) => words !== title);
  await expect.poll(drawn).toEqual({ covers: seen, outlines: seen.length });
});

test('with forced colours lines lie below the words at every size, beside each other', async ({ page, read }) => {
  const words = 'Elva gjekk forbi.';
  await read(
    words,
    (['yellow', 'blue', 'green'] as const).map((colour) => ({ start: 0, end: words.length, colour })),
  );
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('button', { name: 'Reading settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Reading settings' });
  for (const key of ['Home', 'End']) {
    await settings.getByRole('slider', { name: 'Size' }).press(key);
    await expect.poll(() => lines(page, 'again')).toEqual({ isBelowWords: true, count: 1 });
  }
  await page.keyboard.press('Escape');
  await sourceText(page).focus();
  await page.keyboard.press(']');
  await expect.poll(() => lines(page, 'focus')).toEqual({ isBelowWords: true, count: 1 });
  const [focus, again] = await Promise.all(
    ['focus', 'again'].map((look) => page.locator(`.reader-bands [data-look="${look}"]`).boundingBox()),
  );
  expect(again?.y).toBeCloseTo((focus?.y ?? 0) + (focus?.height ?? 0), 1);
});

/** Lines drawn in a look, and whether none of them lies on words; text of one line. */
function lines(page: Page, look: string): Promise<{ isBelowWords: boolean; count: number }> {
  return page.locator(`.reader-bands [data-look="${look}"]`).evaluate((path) => {
    const letters = new Range();
    letters.selectNodeContents(document.querySelector('.reader-row') ?? document.body);
    const bottom = Math.max(...Array.from(letters.getClientRects(), (rect) => rect.bottom));
    return {
      isBelowWords: path.getBoundingClientRect().top > bottom,
      count: path.getAttribute('d')?.match(/M/g)?.length ?? 0,
    };
  });
}

test('one highlight at a time has the line of the one in focus, wherever the text goes, and none when it is gone', async ({
  page,
  read,
}) => {
  await read(LINES.join('\n'), MARKS);
  await sourceText(page).focus();
  const focused = async () => (await painted(page)).filter(({ name }) => name === 'lectern-focus');
  const wordsOf = ({ start, end }: { start: number; end: number }) => LINES.join('\n').slice(start, end);
  const [first, second, third] = MARKS;
  if (!first || !second || !third) throw new Error('There are too few highlights.');
  for (const mark of [first, second, third]) {
    await page.keyboard.press(']');
    await expect.poll(focused).toEqual([{ name: 'lectern-focus', words: wordsOf(mark) }]);
  }
  await page.locator('.reader-scroll').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
  await expect(sourceText(page)).toContainText(LINES.at(-1) ?? '');
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.locator('.reader-scroll').evaluate((scroller) => scroller.scrollTo(0, 0));
  await expect.poll(focused).toEqual([{ name: 'lectern-focus', words: wordsOf(third) }]);
  await page.keyboard.press('Delete');
  await expect.poll(focused).toEqual([]);
});
