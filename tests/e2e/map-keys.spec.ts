import { expect, type Page } from '@playwright/test';
import { test } from './support/reading.ts';

const map = (page: Page) => page.getByRole('slider', { name: 'Position in text' });
const words = async (page: Page) => (await map(page).getAttribute('aria-valuetext')) ?? '';
const now = async (page: Page) => Number(await map(page).getAttribute('aria-valuenow'));

test('every key of the map is answered by another value, an arrow by that of a screen, Page Down by that of a tenth', async ({
  page,
  read,
}) => {
  // One paragraph of some hundred screens: neither its number nor whole percents tell them apart.
  await read('Ett ord til og så ett ord til. '.repeat(20_000));
  await map(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => now(page)).toBe(0);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    const before = { words: await words(page), now: await now(page) };
    await page.keyboard.press(key);
    await expect.poll(() => words(page), key).not.toBe(before.words);
    const moved = (await now(page)) - before.now;
    expect(Math.abs(moved), key).toBeLessThan(1);
    expect(Math.sign(moved), key).toBe(key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1);
  }
  const before = await now(page);
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await now(page)) - before).toBeGreaterThan(8);
  expect((await now(page)) - before).toBeLessThan(12);
  await page.keyboard.press('PageUp');
  await expect.poll(async () => Math.abs((await now(page)) - before)).toBeLessThan(1);
  await page.keyboard.press('End');
  await expect.poll(() => now(page)).toBe(100);
  // The part on screen is smaller than can be seen there, and shown nevertheless.
  const { thumb, rail } = await page.evaluate(() => ({
    thumb: document.querySelector('.reader-map-thumb')?.getBoundingClientRect().toJSON(),
    rail: document.querySelector('.reader-map')?.getBoundingClientRect().toJSON(),
  }));
  expect(thumb.height).toBeGreaterThanOrEqual(6);
  expect(thumb.bottom).toBeLessThanOrEqual(rail.bottom);
});

test('a text that nearly fits on the screen is not said to be read before its end is seen', async ({ page, read }) => {
  await read(Array.from({ length: 10 }, (_, at) => `Avsnitt ${at} er kort.`).join('\n'));
  const heights = await page.evaluate(() => ({
    rows: document.querySelector('.reader-canvas')?.clientHeight ?? 0,
    around: window.innerHeight - (document.querySelector('.reader-scroll')?.clientHeight ?? 0),
  }));
  // The paragraphs would fit, and the title above them does not.
  await page.setViewportSize({ width: 1280, height: heights.around + heights.rows + 20 });
  const thumb = () =>
    page.evaluate(() => {
      const heightOf = (of: string) => document.querySelector(of)?.getBoundingClientRect().height ?? 0;
      return heightOf('.reader-map-thumb') / heightOf('.reader-map');
    });
  const bar = page.getByRole('contentinfo');
  await expect(bar).toContainText('¶ 1 of 10 · 0 %');
  await expect.poll(() => now(page)).toBe(0);
  expect(await thumb()).toBeLessThan(0.95);
  await page.getByRole('document', { name: 'Source text' }).hover();
  await page.mouse.wheel(0, 60);
  await expect(bar).toContainText('· 0 %');
  await page.mouse.wheel(0, 1_000);
  await expect(bar).toContainText('· 100 %');
  await expect.poll(() => now(page)).toBe(100);
});
