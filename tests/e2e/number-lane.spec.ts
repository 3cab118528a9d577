import { expect, type Page } from '@playwright/test';
import { coloursIn } from './support/pixels.ts';
import { test } from './support/reading.ts';

/** Columns of pixels between the letters of the last paragraph and the margin's rule that hold something, from the letters on. */
async function inkBeside(page: Page): Promise<readonly boolean[]> {
  const strip = await page.evaluate(() => {
    const row = [...document.querySelectorAll('.reader-row')].at(-1)?.getBoundingClientRect();
    const rule = document.querySelector('.reader-margin')?.getBoundingClientRect();
    if (!row || !rule) throw new Error('not on screen');
    return {
      x: Math.ceil(row.right),
      y: Math.round(row.top),
      width: Math.floor(rule.left) - Math.ceil(row.right),
      height: 24,
    };
  });
  const colours = await coloursIn(page, strip);
  const [ground] = colours;
  return Array.from({ length: strip.width }, (_, x) =>
    Array.from({ length: strip.height }, (_, y) => colours[y * strip.width + x]).some((colour) => colour !== ground),
  );
}

test('numbers of six digits lie beside the letters of a text from right to left, and on this side of the rule', async ({
  page,
  read,
}) => {
  test.slow();
  await read(`${'שלום\n'.repeat(100_000)}מכתב ראשון מן העיר`);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(size);
    await page.getByRole('slider', { name: 'Position in text' }).focus();
    await page.keyboard.press('End');
    await expect(page.getByText('מכתב ראשון מן העיר')).toBeInViewport();
    await expect
      .poll(async () => {
        const ink = await inkBeside(page);
        return { letters: ink.slice(0, 3), isThere: ink.filter(Boolean).length > 20, rule: ink.at(-1) };
      }, `${size.width} pixels wide`)
      .toEqual({ letters: [false, false, false], isThere: true, rule: false });
  }
});
