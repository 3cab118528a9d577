import { expect, type Locator } from '@playwright/test';
import { pdf } from '../main/interchange/documents/pdf.ts';
import { libraryRow } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { sourceText, test } from './support/reading.ts';

const PAPER = pdf(
  ['The first', 'The second', 'The third'].map((words) =>
    Array.from({ length: 24 }, (_, at) => ({
      text: `${words} page, line ${at + 1}.`,
      x: 60,
      y: 740 - at * 28,
      size: 16,
    })),
  ),
  { labels: '0 << /S /r >> 1 << /S /D >>' },
);

/** How many pixels of a picture are dark. */
const ink = (picture: Locator) =>
  picture.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark++;
    return dark;
  });

test('the pages of a PDF stand beside its text and follow it, drawn where neither the window nor the network can be reached', async ({
  page,
  read,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    // The window fetches parts of itself ahead whenever it has a moment; what the frame asks for is all there is to see.
    const ahead = request.frame() === page.mainFrame() && new URL(request.url()).pathname.startsWith('/assets/');
    if (!ahead) asked.push(request.url());
  });
  const { app } = await read(PAPER, [], 'paper.pdf');
  expect(asked.some((url) => url.includes('facsimile'))).toBe(false);
  asked.length = 0;

  // Who asks for the original is led to its pages.
  await libraryRow(page, 'Sources', 'paper').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Original…' }).click();
  const original = page.getByRole('dialog', { name: 'Original' });
  await expect(original).toContainText('PDF, ');
  await original.getByRole('button', { name: 'Show the pages' }).press('Enter');
  const region = page.getByRole('region', { name: 'Pages of the PDF' });
  await expect(region.getByRole('status')).toHaveText('Page 1 of 3');
  const frame = region.frameLocator('iframe');
  const picture = (number: number) => frame.getByRole('img', { name: `Page ${number} of 3 of “paper”` });
  expect(await ink(picture(1))).toBeGreaterThan(1_000);
  await expectAccessible(page);

  // The text leads, and the pages can be turned alone.
  await sourceText(page).focus();
  await page.keyboard.press('Control+End');
  await expect(picture(3)).toBeVisible();
  await region.getByRole('button', { name: 'Previous page of the PDF' }).press('Enter');
  await expect(picture(2)).toBeVisible();
  const width = async () => (await picture(2).boundingBox())?.width ?? 0;
  const fitting = await width();
  await region.getByRole('button', { name: 'Larger' }).press('Enter');
  await expect.poll(width).toBeGreaterThan(fitting * 1.2);

  const origin = new URL(app.url).origin;
  expect(asked.filter((url) => !url.startsWith('blob:null/')).map((url) => url.replace(/[\w-]{20,}/, 'ID'))).toEqual([
    `${origin}/facsimile.html`,
    `${origin}/download/ID`,
  ]);
  const reached = await frame.locator('main').evaluate(async (_main, address) => {
    const tries: Record<string, () => unknown> = {
      fetch: () => fetch(address),
      outside: () => fetch('https://example.org/'),
      socket: () =>
        new Promise((open, fail) => Object.assign(new WebSocket('ws://127.0.0.1:9/'), { onopen: open, onerror: fail })),
      picture: () =>
        new Promise((load, fail) =>
          Object.assign(new Image(), { onload: load, onerror: fail, src: `${address}/favicon.png` }),
        ),
      script: () => import(`${address}/assets/index.js`),
      words: () => new Function('return 1')(),
      storage: () => sessionStorage.length,
      window: () => window.parent.document.title,
      address: () => window.parent.location.href,
      leave: () => {
        window.top?.location.assign('about:blank');
      },
    };
    const open: string[] = [];
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt();
        open.push(name);
      } catch {
        // As it should be.
      }
    }
    return { open, origin: window.origin };
  }, origin);
  expect(reached).toEqual({ open: [], origin: 'null' });

  await region.getByRole('button', { name: 'Close the pages' }).press('Enter');
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(sourceText(page)).toBeVisible();
});
