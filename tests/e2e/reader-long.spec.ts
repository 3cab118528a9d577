import { expect, type Page } from '@playwright/test';
import { painted } from './support/painted.ts';
import { drag, sourceText, test } from './support/reading.ts';

const bar = (page: Page) => page.getByRole('search', { name: 'Find in text' });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('a paragraph of four million characters is opened, jumped through, selected, marked and searched like any other', async ({
  page,
  read,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const half = 'Ett ord til og så ett ord til. '.repeat(65_000);
  await read(`Første linje.\n${half}MIDTORD ${half}SLUTTORD`);
  await sourceText(page).focus();
  await page.keyboard.press('Control+End');
  await expect(page.getByText(/SLUTTORD$/)).toBeInViewport();
  await drag(page, 'SLUTTORD');
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'SLUTTORD' });
  await page.keyboard.press('Control+f');
  await bar(page).getByRole('searchbox').fill('midtord');
  await expect(bar(page).getByRole('status')).toContainText('1 of 1');
  await expect(page.getByText(/MIDTORD/)).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Home');
  await page.keyboard.press('Control+c');
  const wanted = `Første linje.\n${half}`;
  await expect
    .poll(async () => wanted.startsWith(await copied(page)) && (await copied(page)).length)
    .toBe(wanted.length);
  expect(await page.locator('.reader-row').count()).toBeLessThan(60);
});

test('text fetched for a press on the map is let go when the pointer leaves the map and reading goes on', async ({
  page,
  read,
}) => {
  /** Numbers of the first blocks of all that was asked for. */
  const asked: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const from = /"reader.blocks".*"from":(\d+)/.exec(String(payload))?.[1];
      if (from !== undefined) asked.push(Number(from));
    }),
  );
  await read(Array.from({ length: 2_000 }, (_, at) => `Avsnitt ${at}.`).join('\n'));
  const box = await page.getByRole('slider', { name: 'Position in text' }).boundingBox();
  if (!box) throw new Error('no map');
  const pointAtEnd = () => page.mouse.move(box.x + box.width / 2, box.y + box.height - 1);
  const endsAsked = () => asked.filter((from) => from > 1_900).length;
  await pointAtEnd();
  await expect.poll(endsAsked).toBeGreaterThan(0);
  await page.mouse.move(600, 400);
  await sourceText(page).focus();
  for (let screen = 0; screen < 25; screen++) await page.keyboard.press('PageDown');
  await expect.poll(() => Math.max(...asked.filter((from) => from < 1_900))).toBeGreaterThan(350);
  const before = endsAsked();
  await pointAtEnd();
  await expect.poll(endsAsked).toBeGreaterThan(before);
});
