import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { atRest, ends, sourceText, test } from './support/reading.ts';

/** Paragraphs of several lines, the second of them from right to left. */
const TEXT = [
  `Først her. ${'Reisen gikk over fjellet og ned til byen ved elva. '.repeat(9)}Så midt i. ${'Der ble de til våren kom og isen gikk. '.repeat(9)}`,
  `${'כתב המכתב נשלח אל העיר שמעבר לנהר בערב חורף קר. '.repeat(7)}באמצע ${'אחר כך חזרו כולם הביתה לאורך הדרך. '.repeat(7)}`,
  ...Array.from({ length: 60 }, (_, at) => `Avsnitt ${at + 1}. ${'Ingen så dem mer den vinteren. '.repeat(12)}`),
].map((line) => line.trim());

const selected = (page: Page) => page.evaluate(() => String(getSelection()));

/** The words of the line that some words are on, before them and from them on, without the spaces at its ends. */
async function lineOf(page: Page, words: string) {
  return page.evaluate((wanted) => {
    for (const row of document.querySelectorAll('.reader-row')) {
      const node = row.firstChild;
      const at = node instanceof Text ? node.data.indexOf(wanted) : -1;
      if (!(node instanceof Text) || at < 0) continue;
      const range = new Range();
      const topOf = (place: number) => {
        range.setStart(node, place);
        range.setEnd(node, place + 1);
        return range.getBoundingClientRect().top;
      };
      const isHere = (place: number) => node.data[place] === ' ' || Math.abs(topOf(place) - topOf(at)) < 5;
      let from = at;
      while (from > 0 && isHere(from - 1)) from--;
      let to = at;
      while (to < node.data.length && isHere(to)) to++;
      return { before: node.data.slice(from, at).trimStart(), after: node.data.slice(at, to).trimEnd() };
    }
    throw new Error(`“${wanted}” is not on screen`);
  }, words);
}

/** The middles of what lies around the text, across. */
async function around(page: Page) {
  const middle = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return box ? box.x + box.width / 2 : 0;
  };
  return {
    library: await middle('.library'),
    margin: await middle('.reader-margin'),
    map: await middle('.reader-map'),
    inspector: await middle('.panel'),
  };
}

/** What the browser has selected outside the words of the text. */
const selectedElsewhere = (page: Page) =>
  page.evaluate(() => {
    const selection = getSelection();
    const ends = [selection?.anchorNode, selection?.focusNode];
    return ends.flatMap((node) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return !element || element.closest('.reader-canvas') ? [] : [element.className];
    });
  });

test('words drawn over to the side of the text are selected to the end of their line', async ({ page, read }) => {
  await read(TEXT.join('\n'));
  const { from } = await ends(page, 'Så midt i.');
  const line = await lineOf(page, 'Så midt i.');
  const places = await around(page);
  const { width } = page.viewportSize() ?? { width: 0 };
  for (const [x, wanted] of [
    [places.margin, line.after],
    [places.map, line.after],
    [places.inspector, line.after],
    [width + 40, line.after],
    [places.library, line.before],
    [-40, line.before],
  ] as const) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + x) / 2, from.y);
    await page.mouse.move(x, from.y);
    await expect.poll(async () => (await selected(page)).trim(), `to ${x}`).toBe(wanted.trim());
    await page.mouse.up();
    expect((await selected(page)).trim(), `let go at ${x}`).toBe(wanted.trim());
    expect(await selectedElsewhere(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }

  const hebrew = await ends(page, 'באמצע');
  const other = await lineOf(page, 'באמצע');
  for (const [x, wanted] of [
    [places.inspector, other.before],
    [places.library, other.after],
  ] as const) {
    // The first letter of the word is at its right.
    const { right } = await rightOf(page, 'באמצע');
    await page.mouse.move(right, hebrew.from.y);
    await page.mouse.down();
    await page.mouse.move((right + x) / 2, hebrew.from.y);
    await page.mouse.move(x, hebrew.from.y);
    await page.mouse.up();
    await expect.poll(async () => (await selected(page)).trim(), `to ${x}`).toBe(wanted.trim());
    await page.keyboard.press('Escape');
  }
});

async function rightOf(page: Page, words: string) {
  return page.evaluate((wanted) => {
    for (const row of document.querySelectorAll('.reader-row')) {
      const node = row.firstChild;
      const at = node instanceof Text ? node.data.indexOf(wanted) : -1;
      if (!node || at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return { right: range.getBoundingClientRect().right - 0.5 };
    }
    return { right: 0 };
  }, words);
}

test('words drawn over out of the text, up and down, scroll it and select nothing of the window around it', async ({
  page,
  read,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await read(TEXT.join('\n'));
  const places = await around(page);
  const { height } = page.viewportSize() ?? { height: 0 };
  const { from } = await ends(page, 'Så midt i.');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 60);
  await page.mouse.move(places.inspector, height - 6);
  await expect(page.getByText(/^Avsnitt 20\./)).toBeInViewport();
  expect(await selectedElsewhere(page)).toEqual([]);
  await page.mouse.move(places.inspector, 400);
  await atRest(page);
  await page.mouse.up();
  expect(await selectedElsewhere(page)).toEqual([]);
  await page.keyboard.press('Control+c');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^Så midt i\..*\nAvsnitt 10\./s);
  expect(TEXT.join('\n')).toContain(await copied());

  // Upwards over the title and the bar of the window.
  const heading = await sourceText(page).getByRole('heading').first().boundingBox();
  await page.keyboard.press('Control+Home');
  await expect(page.getByText(/^Først her\./)).toBeInViewport();
  const again = await ends(page, 'Så midt i.');
  const first = await ends(page, 'Først her.');
  await page.mouse.move(again.from.x, again.from.y);
  await page.mouse.down();
  await page.mouse.move(again.from.x, again.from.y - 20);
  await page.mouse.move(first.from.x, heading?.y ?? 0);
  await page.mouse.move(first.from.x, 10);
  await page.mouse.up();
  await expect.poll(() => selected(page)).toMatch(/^Først her\./);
  expect(TEXT[0]).toContain(await selected(page));
  expect(await selectedElsewhere(page)).toEqual([]);
});

test('a double click and a drag take words, a triple click and a drag paragraphs, Shift and a press what lies between', async ({
  page,
  read,
}) => {
  await read(TEXT.join('\n'));
  const { from } = await ends(page, 'midt i.');
  const to = (await ends(page, 'til våren')).from;
  await page.mouse.move(from.x + 2, from.y);
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.move(to.x + 3, to.y);
  await page.mouse.up({ clickCount: 2 });
  await expect.poll(() => selected(page)).toMatch(/^midt i\. .*til$/);
  // Backwards over the word it began with, which stays.
  await page.keyboard.press('Escape');
  const back = (await ends(page, 'Så midt')).from;
  await page.mouse.click(from.x + 2, from.y);
  await page.mouse.move(from.x + 2, from.y);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.move(back.x + 3, back.y);
  await page.mouse.up({ clickCount: 2 });
  await expect.poll(() => selected(page)).toBe('Så midt');

  await page.keyboard.press('Escape');
  for (const clickCount of [1, 2]) {
    await page.mouse.move(from.x + 2, from.y);
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
  }
  await page.mouse.down({ clickCount: 3 });
  const hebrew = (await ends(page, 'באמצע')).from;
  await page.mouse.move(hebrew.x, hebrew.y);
  await page.mouse.up({ clickCount: 3 });
  await expect.poll(() => selected(page)).toBe(`${TEXT[0]}\n\n${TEXT[1]}`);

  await page.keyboard.press('Escape');
  await page.mouse.click(back.x, back.y);
  await page.keyboard.down('Shift');
  await page.mouse.click((await ends(page, 'i. Der')).from.x, from.y);
  await page.keyboard.up('Shift');
  await expect.poll(() => selected(page)).toBe('Så midt ');
  // Beside the words too, in the lane of the numbers.
  await page.keyboard.down('Shift');
  await page.mouse.click(((await page.locator('.reader-canvas').boundingBox())?.x ?? 0) - 20, hebrew.y);
  await page.keyboard.up('Shift');
  await expect.poll(() => selected(page)).toMatch(/^Så midt i\. Der/);
});

test('a drag from beside the words takes them from the edge of their line, a press there lets go of them', async ({
  page,
  read,
}) => {
  await read(TEXT.join('\n'));
  const { from } = await ends(page, 'Så midt i.');
  const line = await lineOf(page, 'Så midt i.');
  const column = await page.locator('.reader-canvas').boundingBox();
  await page.mouse.move((column?.x ?? 0) - 4, from.y);
  await page.mouse.down();
  await page.mouse.move((column?.x ?? 0) + 20, from.y);
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
  await expect.poll(() => selected(page)).toBe(line.before);
  await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeVisible();
  expect(await selectedElsewhere(page)).toEqual([]);
  await sourceText(page).getByRole('heading').first().click();
  await expect.poll(() => selected(page)).toBe('');
  await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeHidden();
});
