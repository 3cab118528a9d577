import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { fold } from '../../db/model/index.ts';
import { expectAccessible } from './support/axe.ts';
import { painted } from './support/painted.ts';
import { atRest, ends, sourceText, test } from './support/reading.ts';

const shared = resolve(import.meta.dirname, '../../../shared');

/** Right to left, without spaces, with marks and pairs, in one text; written for this test. */
const MIX = [
  'אתמול כתב אחמד מכתב. המכתב נשלח אל أحمد בדמשק.',
  'كتب أَحْمَدُ رسالةً إلى أحمد، ثم قرأ أحمـد الرسالة.',
  '昨日、東京で手紙を書いた。東京は遠い。',
  'Ahmad wrote to 東京 and to أحمد 👩‍👩‍👧, and 👩 answered.',
].join('\n');

const bar = (page: Page) => page.getByRole('search', { name: 'Find in text' });
const count = (page: Page) => bar(page).getByRole('status');

async function look(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await bar(page).getByRole('searchbox').fill(words);
}

/** How often the folded words are in each line of the folded text, counted without any of the reader's own code. */
function reference(text: string, words: string): number {
  return text.split('\n').reduce((sum, line) => sum + fold(line).split(fold(words)).length - 1, 0);
}

test('words of a text in many scripts are found, marks and joiners or not, and never half a grapheme', async ({
  page,
  read,
}) => {
  await read(MIX);
  for (const [words, found] of [
    ['أحمد', 5],
    ['מכתב', 2],
    ['東京', 3],
    ['👩', 1],
    ['👩‍👩‍👧', 1],
    ['AHMAD', 1],
  ] as const) {
    await look(page, words);
    await expect(count(page), words).toContainText(`of ${found}`);
    await expect
      .poll(async () =>
        (await painted(page)).filter(({ name }) => /-(find|found)$/.test(name)).map((each) => fold(each.words)),
      )
      .toEqual(Array.from({ length: found }, () => fold(words)));
  }
  await look(page, 'أحمد');
  await expect(count(page)).toContainText('5 of 5');
  await page.keyboard.press('Shift+Enter');
  await expect(count(page)).toContainText('4 of 5');
  await page.keyboard.press('Escape');
  await expect(sourceText(page)).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('أحمـد');
  await look(page, 'أحمد');
  await expectAccessible(page);
});

for (const [path, words] of [
  ['texts/stalin-nb.txt', ['Stalin', 'år', 'krig', 'stalin', '1924']],
  ['samples/html/hypothesis/burns.html', ['burns', 'thy', 'O ']],
] as const) {
  test(`in ${path} as many are found as there are, selected over many screens, and printed to the last word`, async ({
    page,
    context,
    read,
  }) => {
    const file = resolve(shared, path);
    test.skip(!existsSync(file), `${path} is not beside the project.`);
    const raw = readFileSync(file, 'utf8');
    const text = path.endsWith('.html') ? await textOf(page, raw) : raw;
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await read(lines.join('\n'));
    for (const wanted of words) {
      await look(page, wanted);
      await expect(count(page), wanted).toContainText(
        `of ${reference(lines.join('\n'), wanted).toLocaleString('en-GB')}`,
      );
    }
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();

    await sourceText(page).focus();
    await page.keyboard.press('Control+Home');
    await expect.poll(() => page.locator('.reader-scroll').evaluate((each) => each.scrollTop)).toBeLessThan(100);
    const first = (lines[0] ?? '').trim().slice(0, 12);
    const { from } = await ends(page, first);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + 30);
    await page.mouse.move(620, 500);
    for (let screen = 0; screen < 30; screen++) await page.mouse.wheel(0, 700);
    await expect.poll(() => page.locator('.reader-scroll').evaluate((each) => each.scrollTop)).toBeGreaterThan(5000);
    await atRest(page);
    await page.mouse.move(622, 502);
    await page.mouse.up();
    await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeVisible();
    await page.keyboard.press('Control+c');
    // What another test copied may be there until then.
    const whole = lines.join('\n').trimStart();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const isOurs = (words: string) => words.length > 5000 && whole.startsWith(words);
    await expect.poll(async () => isOurs(await copied())).toBe(true);

    await page.keyboard.press('Control+p');
    await expect(page.locator('html[data-printed]')).toHaveCount(1);
    const printed = await page
      .locator('.print-block')
      .evaluateAll((blocks) => blocks.map((block) => block.firstElementChild?.textContent ?? ''));
    expect(printed.map((line) => line.trim())).toEqual(lines.map((line) => line.trim()));
  });
}

/** The words of a page, as a browser reads them. */
function textOf(page: Page, html: string): Promise<string> {
  return page.evaluate((source) => new DOMParser().parseFromString(source, 'text/html').body.textContent ?? '', html);
}
