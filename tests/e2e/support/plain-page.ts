import type { BrowserContext } from '@playwright/test';
import { expect } from '@playwright/test';

/** A page that holds a whole text, one element a paragraph, and nothing else: what the browser itself does is the measure. */
export interface PlainPage {
  /** Draws with mouse and wheel from the beginning of some words to the end of others, and copies. Offsets in code points. */
  draw(from: string, to: string): Promise<{ readonly copied: string; readonly start: number; readonly end: number }>;
  close(): Promise<void>;
}

export async function wholePage(context: BrowserContext, lines: readonly string[]): Promise<PlainPage> {
  const page = await context.newPage();
  // A page of its own can be asked for what was copied only where it is trusted, as this machine is.
  await page.route('http://localhost/whole', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><style>.whole { block-size: 800px; inline-size: 700px; overflow-y: scroll; font: 17px/1.6 serif; white-space: pre-wrap }</style><div class="whole"></div>',
    }),
  );
  await page.goto('http://localhost/whole');
  await page.locator('.whole').evaluate((whole, text) => {
    for (const line of text.split('\n')) {
      const paragraph = document.createElement('div');
      paragraph.textContent = line;
      whole.append(paragraph);
    }
  }, lines.join('\n'));

  /** Where words begin and end in the window. */
  const placeOf = (words: string) =>
    page.evaluate((wanted) => {
      for (const paragraph of document.querySelectorAll('.whole > div')) {
        const at = paragraph.textContent?.indexOf(wanted) ?? -1;
        if (at < 0 || !paragraph.firstChild) continue;
        const range = new Range();
        range.setStart(paragraph.firstChild, at);
        range.setEnd(paragraph.firstChild, at + wanted.length);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left, right, y: top + height / 2 };
      }
      throw new Error(`“${wanted}” is not on the page`);
    }, words);

  return {
    async draw(from, to) {
      const begin = await placeOf(from);
      await page.mouse.move(begin.left + 0.5, begin.y);
      await page.mouse.down();
      await page.mouse.move(begin.left + 60, begin.y + 40);
      await page.mouse.wheel(0, (await placeOf(to)).y - 400);
      await expect.poll(async () => Math.abs((await placeOf(to)).y - 400)).toBeLessThan(2);
      const end = await placeOf(to);
      await page.mouse.move(end.right - 4, end.y);
      await page.mouse.move(end.right - 0.5, end.y);
      await page.mouse.up();
      await page.keyboard.press('Control+c');
      await expect.poll(() => page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(0);
      const range = await page.evaluate(() => {
        const selected = getSelection()?.getRangeAt(0);
        const paragraphs = Array.from(document.querySelectorAll('.whole > div'), (each) => each.firstChild);
        const offsetOf = (node: Node | undefined, inside: number) => {
          let before = 0;
          for (const each of paragraphs) {
            if (each === node) return before + Array.from(each?.textContent?.slice(0, inside) ?? '').length;
            before += Array.from(each?.textContent ?? '').length + 1;
          }
          throw new Error('The selection does not begin and end in words.');
        };
        return {
          start: offsetOf(selected?.startContainer, selected?.startOffset ?? 0),
          end: offsetOf(selected?.endContainer, selected?.endOffset ?? 0),
        };
      });
      return { ...range, copied: await page.evaluate(() => navigator.clipboard.readText()) };
    },
    close: () => page.close(),
  };
}
