import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { column, pdf } from '../main/interchange/documents/pdf.ts';
import { saved } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { painted } from './support/painted.ts';
import { atRest, ends, sourceText, test, tripleClick } from './support/reading.ts';

const LONG = Array.from(
  { length: 300 },
  (_, at) => `Avsnitt ${at + 1}. ${'Reisen gikk over fjellet og ned til byen ved elva. '.repeat(2 + (at % 7))}`,
);

const panel = (page: Page) => page.getByRole('dialog', { name: 'Reading settings' });
const button = (page: Page) => page.getByRole('button', { name: 'Reading settings' });

/** How the first paragraph in sight is set, and which it is. */
function set(page: Page) {
  return page.evaluate(() => {
    const top = document.querySelector('.reader-scroll')?.getBoundingClientRect().top ?? 0;
    const rows = [...document.querySelectorAll<HTMLElement>('.reader-row')];
    const row = rows.find((each) => each.getBoundingClientRect().bottom > top + 2);
    if (!row) return null;
    const { fontSize, fontFamily, lineHeight } = getComputedStyle(row);
    const number = getComputedStyle(row, '::before').display !== 'none';
    const text = row.textContent?.split('.')[0] ?? '';
    return {
      text,
      fontSize,
      lineHeight: Number.parseFloat(lineHeight),
      mono: fontFamily.includes('monospace'),
      number,
    };
  });
}

test('size, font, width and numbers take effect at once, keep the place and survive a reload; undo knows nothing of them', async ({
  page,
  read,
}) => {
  test.slow();
  await read(LONG.join('\n'));
  const map = page.getByRole('slider', { name: 'Position in text' });
  const box = await map.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(page.getByText(/^Avsnitt 15\d\./).first()).toBeInViewport();
  const before = await set(page);
  expect(before).toMatchObject({ fontSize: '17px', mono: false, number: true });

  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole('slider', { name: 'Size' }).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => set(page)).toMatchObject({ text: before?.text, fontSize: '20px' });
  await panel(page).getByRole('slider', { name: 'Width of the text' }).focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft');
  await expect(sourceText(page).locator('.reader-canvas')).toHaveCSS('width', '500px');
  expect(await set(page)).toMatchObject({ text: before?.text });
  await panel(page).getByRole('slider', { name: 'Line height' }).focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await set(page))?.lineHeight).toBeCloseTo(48);
  await panel(page).getByText('Paragraph numbers').click();
  await panel(page).getByRole('radio', { name: 'Sepia' }).click();
  await expectAccessible(page);
  await panel(page).getByRole('button', { name: 'Font' }).click();
  await page.getByRole('option', { name: 'Typewriter' }).click();
  await expect.poll(() => set(page)).toMatchObject({ text: before?.text, mono: true, number: false });
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(button(page)).toBeFocused();
  await saved(page);

  await page.reload();
  await expect.poll(() => set(page)).toMatchObject({ fontSize: '20px', mono: true, number: false });
  await page.keyboard.press('Control+Shift+P');
  const commands = page.getByRole('combobox', { name: 'Commands' });
  await commands.fill('undo');
  await expect(page.getByRole('option', { name: /^Undo/ })).toHaveText([/^Undo Import source/]);
  await commands.fill('larger text');
  await expect(page.getByRole('option', { name: 'Larger text' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => set(page)).toMatchObject({ fontSize: '21px' });
});

/** Whether words stand on the last line of the screen. */
function reachesFoot(page: Page) {
  return page.evaluate(() => {
    const foot = document.querySelector('.reader-scroll')?.getBoundingClientRect().bottom ?? 0;
    return [...document.querySelectorAll('.reader-row')].some((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top < foot && bottom >= foot - 2;
    });
  });
}

test('the text stays where it is when the caret was left in a running title that is not shown any more', async ({
  page,
  read,
}) => {
  const sheets = Array.from({ length: 12 }, (_, sheet) => [
    { text: 'The travels of a botanist', x: 60, y: 780, size: 8 },
    ...column(
      60,
      700,
      Array.from({ length: 30 }, (_, at) => `Over the hills and down to the old town they went, ${sheet * 30 + at}`),
    ),
  ]);
  await read(pdf(sheets), [], 'sheets.pdf');
  const running = page.getByText('The travels of a botanist').first();
  await running.click();
  await button(page).click();
  await panel(page).getByText('Running titles and page numbers').click();
  await page.keyboard.press('Escape');
  await expect(running).toBeHidden();
  await page.mouse.move(500, 400);
  await page.mouse.wheel(0, 4_000);
  await atRest(page);
  expect(await reachesFoot(page)).toBe(true);
});

test('a triple click takes the paragraph alone, not the running title after it that is not shown', async ({
  page,
  read,
}) => {
  const bodies = ['First', 'Then', 'Last'].map((word) => [1, 2, 3, 4, 5].map((line) => `${word}, ${line}.`));
  const title = { text: 'The travels of a botanist', x: 60, y: 780, size: 8 };
  await read(pdf(bodies.map((lines) => [title, ...column(60, 700, lines)])), [], 'sheets.pdf');
  await button(page).click();
  await panel(page).getByText('Running titles and page numbers').click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(title.text).first()).toBeHidden();
  const { from } = await ends(page, 'Then, 3.');
  await tripleClick(page, from.x + 3, from.y);
  const then = bodies[1]?.join(' ') ?? '';
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByRole('blockquote')).toHaveText(then);
  const selected = (await painted(page)).filter(({ name }) => name === 'lectern-selection');
  expect(selected.map(({ words }) => words)).toEqual([then]);
});
