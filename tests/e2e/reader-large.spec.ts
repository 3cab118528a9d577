import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { painted, paintedCovers } from './support/painted.ts';
import { wholePage } from './support/plain-page.ts';
import { atRest, ends, sourceText, test } from './support/reading.ts';

/** Paragraphs of some 500 characters, each with words of its own at its beginning and end. */
function paragraphs(
  count: number,
  words: readonly string[],
  edges: (at: number) => readonly [first: string, last: string],
): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const body = Array.from({ length: 40 + ((at * 7) % 80) }, (_, each) => words[(at * 31 + each * 17) % words.length]);
    const [first, last] = edges(at);
    return `${first} ${body.join(' ')} ${last}`;
  });
}

const NORWEGIAN =
  'brevet kom over fjellet med posten fra byen og ble lest høyt ved bordet der ingen sa noe før elva frøs til is'.split(
    ' ',
  );
const MIXED =
  'כתב אחמד מכתב ארוך אל أخيه في دمشق ثم قرأ الرسالة 1924 in Haifa שלום عليكم 👩‍👩‍👧 وكتب „kort“ תשובה עמוד'.split(' ');

/** A number in letters, so that a word with it runs in one direction. */
const inHebrew = (number: number) => Array.from(String(number), (digit) => 'אבגדהוזחטי'[Number(digit)]).join('');

const bar = (page: Page) => page.getByRole('search', { name: 'Find in text' });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const scrolled = (page: Page) => page.locator('.reader-scroll').evaluate((each) => each.scrollTop);

interface Way {
  /** The word to begin at, and what the word to end at looks like: the last of a paragraph that is on the screen then. */
  readonly from: string;
  readonly last: RegExp;
  /** Pixels the wheel turns down, and up again. */
  readonly down: number;
  readonly up: number;
  readonly rtl?: boolean;
}

/** Draws with mouse and wheel from before a word on the screen to after another, which is answered. */
async function drawFar(page: Page, { from, last: wanted, down, up, rtl = false }: Way): Promise<string> {
  const edges = await ends(page, from);
  const start = rtl ? edges.to : edges.from;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + (rtl ? -60 : 60), start.y + 40);
  await page.mouse.move(600, 500);
  for (let at = 0; at < down; at += 800) await page.mouse.wheel(0, 800);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(down * 0.9);
  for (let at = 0; at < up; at += 800) await page.mouse.wheel(0, -800);
  await atRest(page);
  const wordInSight = () =>
    page.evaluate((pattern) => {
      const { top = 0, bottom = 0 } = document.querySelector('.reader-scroll')?.getBoundingClientRect() ?? {};
      const row = Array.from(document.querySelectorAll('.reader-row')).find((each) => {
        const box = each.getBoundingClientRect();
        return box.bottom > top + 150 && box.bottom < bottom - 150;
      });
      return new RegExp(pattern, 'u').exec(row?.textContent ?? '')?.[0] ?? '';
    }, wanted.source);
  await expect.poll(wordInSight).not.toBe('');
  const last = await wordInSight();
  const place = await ends(page, last);
  const end = rtl ? place.from : place.to;
  await page.mouse.move(end.x + (rtl ? 4 : -4), end.y);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
  return last;
}

test('ten megabytes are drawn over, copied, searched and read at 900 pixels and twice the size like a page that holds them all', async ({
  page,
  read,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lines = paragraphs(25_000, NORWEGIAN, (at) => [`A${at}.`, `Z${at}.`]);
  const text = lines.join('\n');
  expect(Buffer.byteLength(text)).toBeGreaterThan(10_000_000);
  const reading = await read(text);

  const last = await drawFar(page, { from: 'A1.', last: /Z\d+\.$/, down: 30 * 800, up: 10 * 800 });
  await page.keyboard.press('Control+c');
  await expect.poll(() => copied(page)).not.toBe('');
  const inReader = await copied(page);
  await page.keyboard.press('2');
  await expect.poll(async () => (await painted(page)).some(({ name }) => name === 'lectern-green-100')).toBe(true);

  const plain = await wholePage(context, lines);
  const inPlain = await plain.draw('A1.', last);
  await plain.close();
  expect(inReader).toBe(inPlain.copied);

  await sourceText(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await copied(page)).length).toBe(text.length);
  expect((await copied(page)) === text).toBe(true);
  await page.keyboard.press('Control+Home');

  for (const wanted of ['frøs', 'A2050', 'brevet noe', 'Z24999.']) {
    await page.keyboard.press('Control+f');
    await bar(page).getByRole('searchbox').fill(wanted);
    const count = text.toLowerCase().split(wanted.toLowerCase()).length - 1;
    await expect(bar(page).getByRole('status'), wanted).toContainText(`of ${count.toLocaleString('en-GB')}`);
  }
  await expect(page.getByText(/ Z24999\.$/)).toBeInViewport();
  await page.keyboard.press('Escape');

  // A window of 900 pixels, and one of 1440 at twice the size.
  for (const size of [
    { width: 900, height: 700 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(size);
    await expect(page.getByText(/ Z24999\.$/)).toBeInViewport();
    const map = page.getByRole('slider', { name: 'Position in text' });
    await map.focus();
    await page.keyboard.press('Home');
    await expect(page.getByText(/^A0\. /)).toBeInViewport();
    const { pane, row, overflows } = await page.evaluate(() => ({
      pane: document.querySelector('.reader-scroll')?.getBoundingClientRect().width ?? 0,
      row: document.querySelector('.reader-row')?.getBoundingClientRect().width ?? 0,
      overflows: document.documentElement.scrollWidth > window.innerWidth,
    }));
    expect(overflows).toBe(false);
    expect(row).toBeGreaterThan(260);
    expect(row).toBeLessThanOrEqual(pane);
    await expectAccessible(page);
    await page.keyboard.press('End');
    await expect(page.getByText(/ Z24999\.$/)).toBeInViewport();
  }

  expect(await reading.stored()).toMatchObject([
    { start: inPlain.start, end: inPlain.end, quote: inPlain.copied, colour: 'green' },
  ]);
});

test('a long text in Arabic and Hebrew is drawn over, copied and searched to the letter', async ({
  page,
  read,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lines = paragraphs(2_000, MIXED, (at) => [`פתח${inHebrew(at)}`, `סוף${inHebrew(at)}`]);
  const text = lines.join('\n');
  const reading = await read(text);
  const from = `פתח${inHebrew(1)}`;
  const last = await drawFar(page, { from, last: /סוף\p{L}+$/u, down: 30 * 800, up: 6 * 800, rtl: true });
  await page.keyboard.press('Control+c');
  const wanted = text.slice(text.indexOf(`${from} `), text.indexOf(`${last}\n`) + last.length);
  await expect.poll(() => copied(page)).toBe(wanted);
  await page.keyboard.press('3');
  for (const words of ['دمشق', 'מכתב', '👩‍👩‍👧']) {
    await page.keyboard.press('Control+f');
    await bar(page).getByRole('searchbox').fill(words);
    const count = text.split(words).length - 1;
    await expect(bar(page).getByRole('status'), words).toContainText(`of ${count.toLocaleString('en-GB')}`);
  }
  const start = Array.from(text.slice(0, text.indexOf(`${from} `))).length;
  expect(await reading.stored()).toMatchObject([{ start, end: start + Array.from(wanted).length, quote: wanted }]);
});

test('rows that take the place of others, of any kind, have the words, number and colours that are theirs and nothing of the others', async ({
  page,
  read,
}) => {
  const KINDS = ['heading', 'paragraph', 'list-item', 'quote', 'preformatted', 'paragraph'] as const;
  const written = { heading: '## ', paragraph: '', 'list-item': '- ', quote: '> ', preformatted: '    ' };
  const blocks = Array.from({ length: 900 }, (_, at) => {
    const kind = KINDS[(at * 5 + Math.floor(at / 40)) % KINDS.length] ?? 'paragraph';
    const words = kind === 'heading' ? 'Brevet' : `Brevet kom over fjellet. ${'Ingen sa noe. '.repeat((at * 3) % 11)}`;
    return { kind, text: `A${at} ${words}Z${at}` };
  });
  let start = 0;
  const marks = blocks.flatMap(({ text }, at) => {
    const mark = { start, end: start + 3 + (at % 7), colour: at % 2 === 0 ? ('green' as const) : ('red' as const) };
    start += text.length + 1;
    return at % 3 === 0 ? [mark] : [];
  });
  await read(blocks.map(({ kind, text }) => `${written[kind]}${text}`).join('\n\n'), marks, 'text.md');
  const map = page.getByRole('slider', { name: 'Position in text' });
  await map.focus();
  for (const key of ['PageDown', 'PageDown', 'End', 'PageUp', 'ArrowUp', 'Home', 'PageDown', 'End', 'Home']) {
    await page.keyboard.press(key);
    const edge = key === 'End' ? 'A899 ' : key === 'Home' ? 'A0 ' : null;
    if (edge !== null) await expect(page.locator('.reader-row', { hasText: edge }).first()).toBeInViewport();
    // A tenth of the text further there may be nothing at hand yet.
    await expect.poll(() => page.locator('.reader-row').count()).toBeGreaterThan(3);
    await atRest(page);
    const rows = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('.reader-row'), (row) => ({
        at: Number(row.dataset['number']) - 1,
        place: Number(row.parentElement?.getAttribute('aria-posinset')) - 1,
        kind: row.dataset['kind'],
        text: row.textContent,
      })),
    );
    expect(rows.length).toBeGreaterThan(3);
    const covers = await paintedCovers(page);
    for (const { at, place, kind, text } of rows) {
      const colours = covers.filter(({ block }) => block === at).map(({ name, words }) => `${name} ${words}`);
      const colour = at % 2 === 0 ? 'green' : 'red';
      const wanted = blocks[at];
      expect({ place, kind, text, colours }).toEqual({
        place: at,
        kind: wanted?.kind,
        text: wanted?.text,
        colours: at % 3 === 0 ? [`lectern-${colour}-100 ${wanted?.text.slice(0, 3 + (at % 7))}`] : [],
      });
    }
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a - b));
  }
});
