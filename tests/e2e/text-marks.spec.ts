import { expect } from '@playwright/test';
import { painted } from './support/painted.ts';
import { drag, ends, sourceText, test } from './support/reading.ts';

const TEXT = `<p>The keeper read <em>Ships <strong>and</strong> Shoals</em> and wrote
<a href="https://lectern.test/log">in the log</a>: H<sub>2</sub>O, <s>seven</s> eight, <u>no</u> <code>code</code>.</p>
<p lang="en">A word, <span lang="ka">ზღვა</span>, of a far language.</p>
<p>Nothing is marked here.</p>`;

test('words look as the original marks them, and are marked, selected and copied across it', async ({
  page,
  context,
  read,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await read(TEXT, [{ start: 4, end: 24, colour: 'green' }], 'marks.html');
  const text = sourceText(page);
  const look = (words: string, property: string) =>
    text
      .getByText(words, { exact: true })
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  await expect(text).toContainText('Shoals');
  expect(await look('Ships', 'font-style')).toBe('italic');
  expect(await look('and', 'font-weight')).toBe('700');
  expect(await look('and', 'font-style')).toBe('italic');
  expect(await look('seven', 'text-decoration-line')).toBe('line-through');
  expect(await look('in the log', 'text-decoration-line')).toBe('underline');
  await expect(text.getByText('ზღვა', { exact: true })).toHaveAttribute('lang', 'ka');
  expect(await painted(page)).toEqual([{ name: 'lectern-green-100', words: 'keeper read Ships an' }]);

  await drag(page, 'read Ships and Shoals and');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('read Ships and Shoals and');
  // By the keyboard over the seams as over any other letter.
  await page.keyboard.press('Home');
  for (const key of ['Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  for (let letter = 0; letter < 12; letter++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('hips and Sho');
});

test('a link shows its address before it is followed, with the mouse and with the keyboard', async ({ page, read }) => {
  await read(TEXT, [], 'marks.html');
  const { from, to } = await ends(page, 'in the log');
  const address = page.getByRole('dialog').getByText('https://lectern.test/log');
  // A press alone begins a selection.
  await page.mouse.click((from.x + to.x) / 2, from.y);
  await expect(address).toBeHidden();
  await page.keyboard.press('Control+j');
  await expect(address).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(address).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await page.keyboard.down('Control');
  await page.mouse.click((from.x + to.x) / 2, from.y);
  await page.keyboard.up('Control');
  await expect(address).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open in browser' })).toBeFocused();
});

test('End and the arrows know the line, whatever is raised or lowered in it', async ({ page, read }) => {
  await read('<p>H<sub>2</sub>O is water<sup><code>3</code></sup> and ice</p><p>Below.</p>', [], 'raised.html');
  await expect(sourceText(page)).toContainText('Below.');
  for (const size of ['12px', '14px', '15px', '17px', '19px', '20px', '22px', '28px', '32px']) {
    await page.locator('.reader').evaluate((reader, value) => reader.style.setProperty('--reading-size', value), size);
    await sourceText(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+End');
    await expect
      .poll(async () => (await painted(page)).map(({ words }) => words), size)
      .toEqual(['2O is water3 and ice']);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await expect.poll(async () => (await painted(page)).map(({ words }) => words), size).toEqual(['Below.']);
  }
});
