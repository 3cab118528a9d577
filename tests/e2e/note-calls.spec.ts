import { expect, type Page } from '@playwright/test';
import { ends, sourceText, test } from './support/reading.ts';

const FAR = Array.from({ length: 120 }, (_, at) => `Ship ${at + 1} went by.\\par `).join('');
const TEXT = String.raw`{\rtf1 The keeper counted them.{\footnote\ftnalt So the pilots said.} Nobody else did.\par ${FAR}}`;

/** Clicks on the middle of words of the text. */
async function click(page: Page, words: string): Promise<void> {
  const { from, to } = await ends(page, words);
  await page.mouse.click((from.x + to.x) / 2, from.y);
}

test('a note is read from its call and left by its number, with the mouse and with the keyboard', async ({
  page,
  read,
}) => {
  await read(TEXT, [], 'ships.rtf');
  const text = sourceText(page);
  const call = text.getByText('The keeper counted them.');
  const note = text.getByText('So the pilots said.');
  await expect(note).toBeHidden();

  // Beside the call a click only sets the caret.
  await click(page, 'Nobody else');
  await expect(note).toBeHidden();
  await click(page, '[1]');
  await expect(note).toBeInViewport();
  await expect(call).not.toBeInViewport();
  await click(page, '[1] ');
  await expect(call).toBeInViewport();
  await expect(note).not.toBeInViewport();

  // The caret stands at the call.
  await page.keyboard.press('Control+j');
  await expect(note).toBeInViewport();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+j');
  await expect(call).toBeInViewport();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+j');
  await expect(page.getByText('The caret stands at no footnote and no link.')).toBeVisible();
});
