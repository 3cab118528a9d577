import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { saved } from './support/app.ts';
import { painted } from './support/painted.ts';
import { atRest, drag, ends, sourceText, test } from './support/reading.ts';
import { answersOf } from './support/slow-engine.ts';

const NAMES = [
  'Brevet nevner Josef (georgisk: იოსებ სტალინი, russisk: Иосиф Сталин) og broren hans.',
  'De møttes i Gori den 9. mai. Ingen av dem sa noe om reisen til Tbilisi.',
  'كتب أحمد الرسالة في بغداد ثم أرسلها إلى أخيه.',
  'Til slutt står det et smil 👩‍👩‍👧 og en underskrift.',
].join('\n');

/** Enough paragraphs, all different, to fill many screens. */
const LONG = Array.from(
  { length: 400 },
  (_, at) =>
    `Avsnitt ${at + 1}. ${'Reisen gikk over fjellet og ned til byen ved elva. '.repeat(2 + (at % 7))}Slutt på ${at + 1}.`,
);

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Passage actions' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

test('a name drawn over with the mouse is highlighted to the letter', async ({ page, read }) => {
  const reading = await read(NAMES);
  await drag(page, 'იოსებ სტალინი');
  await toolbar(page).getByRole('button', { name: 'Highlight yellow' }).click();
  await expect(inspector(page).getByRole('blockquote')).toHaveText('იოსებ სტალინი');
  expect(await painted(page)).toContainEqual({ name: 'lectern-yellow-100', words: 'იოსებ სტალინი' });
  await expect(sourceText(page)).toBeFocused();
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ quote: 'იოსებ სტალინი', colour: 'yellow' }]);
});

test('marking, tagging, linking and commenting with the keyboard alone', async ({ page, read }) => {
  const reading = await read(NAMES);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  for (let word = 0; word < 3; word++) await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('3');
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Gori');

  await page.keyboard.press('t');
  const tags = page.getByRole('dialog', { name: 'Tag passage' });
  await expect(tags.getByRole('combobox', { name: 'Tag passage' })).toBeFocused();
  await page.keyboard.type('places');
  await expect(tags.getByText('Create “places”')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tags).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'Margin' })).toContainText('places');

  await page.keyboard.press('e');
  const entities = page.getByRole('dialog', { name: 'Link entity' });
  await expect(entities.getByText('Create “Gori”')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(entities.getByPlaceholder('What is Gori?')).toBeVisible();
  await page.keyboard.type('place');
  await expect(entities.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(entities).toBeHidden();
  await expect(sourceText(page)).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Where he was born');
  await page.keyboard.press('Escape');
  await expect(sourceText(page)).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'Margin' })).toContainText('Where he was born');

  await saved(page);
  expect(await reading.stored()).toMatchObject([
    { quote: 'Gori', colour: 'red', tags: ['places'], entities: ['Gori'], comment: 'Where he was born' },
  ]);
});

test('keys pressed sooner than the engine answers mean the one highlight that is being made', async ({
  page,
  read,
}) => {
  const answers = await answersOf(page);
  const reading = await read(NAMES);
  await drag(page, 'Gori');
  await expect(toolbar(page)).toBeVisible();
  answers.hold();
  await page.keyboard.press('3');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-red-100', words: 'Gori' });
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('Saving');
  await page.keyboard.press('2');
  answers.release();
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'Gori' });
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ quote: 'Gori', colour: 'green' }]);
});

test('tags given one after the other sooner than the engine answers all come to the one highlight', async ({
  page,
  read,
}) => {
  const answers = await answersOf(page);
  const reading = await read(NAMES, [{ start: 0, end: 6, colour: 'green', tags: ['letters', 'people'] }]);
  await drag(page, 'Gori');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('t');
  const picker = page.getByRole('dialog', { name: 'Tag passage' });
  await expect(picker.getByRole('option')).toHaveCount(2);
  answers.hold();
  for (const tag of ['letters', 'people']) {
    await page.keyboard.type(tag);
    await expect(picker.getByRole('option')).toHaveText([tag]);
    await page.keyboard.press('Control+Enter');
    await expect(picker.getByRole('combobox')).toHaveValue('');
  }
  await page.keyboard.press('Escape');
  answers.release();
  await expect(page.getByRole('complementary', { name: 'Margin' }).getByText('letters')).toHaveCount(2);
  await expect(page.getByRole('complementary', { name: 'Margin' }).getByText('people')).toHaveCount(2);
  await saved(page);
  const stored = await reading.stored();
  expect(stored.map(({ quote, tags }) => ({ quote, tags: tags.toSorted() }))).toEqual([
    { quote: 'Brevet', tags: ['letters', 'people'] },
    { quote: 'Gori', tags: ['letters', 'people'] },
  ]);
});

test('what is typed into a list means what is found for it, not what was there before', async ({ page, read }) => {
  const answers = await answersOf(page);
  await read(NAMES, [{ start: 0, end: 6, colour: 'green', tags: ['letters', 'people'] }]);
  await page.keyboard.press('Control+k');
  const picker = page.getByRole('dialog', { name: 'Go to' });
  await expect(picker.getByRole('option')).toHaveCount(3);
  answers.hold();
  await page.keyboard.type('text');
  await page.keyboard.press('Enter');
  await expect(picker).toBeVisible();
  answers.release();
  await expect(picker).toBeHidden();
  await expect(page.getByRole('row', { name: 'text' })).toHaveAttribute('aria-current', 'true');
});

test('what is marked where the caret stands is in focus as soon as the text there has come', async ({ page, read }) => {
  const answers = await answersOf(page);
  const start = LONG.slice(0, -1).join('\n').length + 1;
  await read(LONG.join('\n'), [{ start, end: start + 7, colour: 'blue' }]);
  await sourceText(page).focus();
  answers.hold();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+ArrowUp');
  answers.release();
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Avsnitt');
  await expect(toolbar(page)).toBeVisible();
});

test('Enter takes what is marked where the caret came in, Tab leads to its actions, Delete removes it', async ({
  page,
  read,
}) => {
  await read(NAMES, [{ start: 0, end: 6, colour: 'green' }]);
  await sourceText(page).focus();
  await expect(toolbar(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(toolbar(page).getByRole('button', { name: 'Highlight yellow' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sourceText(page)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(() => painted(page)).not.toContainEqual({ name: 'lectern-green-100', words: 'Brevet' });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'Brevet' });
});

test('overlapping highlights are all painted, each colour a band of the line', async ({ page, read }) => {
  await read('En lang setning om broen over elva.', [
    { start: 0, end: 34, colour: 'yellow' },
    { start: 3, end: 20, colour: 'blue' },
    { start: 8, end: 15, colour: 'red', tags: ['inner'] },
  ]);
  const marks = await painted(page);
  expect(marks).toContainEqual({ name: 'lectern-yellow-100', words: 'En lang setning om broen over elva' });
  expect(marks).toContainEqual({ name: 'lectern-blue-50', words: 'lang ' });
  expect(marks).toContainEqual({ name: 'lectern-red-67', words: 'setning' });
  expect(marks).toContainEqual({ name: 'lectern-blue-33', words: 'setning' });
});

test('a selection drawn with mouse and wheel over many screens, and back, copies exactly the text', async ({
  page,
  read,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await read(LONG.join('\n'));
  const { from } = await ends(page, 'Avsnitt 2.');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40);
  await page.mouse.move(600, 500);
  for (let screen = 0; screen < 30; screen++) await page.mouse.wheel(0, 700);
  await expect.poll(() => page.getByText(/^Avsnitt 1\d\d\./).count()).toBeGreaterThan(0);
  for (let screen = 0; screen < 10; screen++) await page.mouse.wheel(0, -700);
  /** Whether the text has stood still for ten frames: what the wheel asked for is done. */
  const rests = () =>
    page.evaluate(async () => {
      const scrolled = () => document.querySelector('.reader-scroll')?.scrollTop;
      const before = scrolled();
      for (let frame = 0; frame < 10; frame++) await new Promise((painted) => requestAnimationFrame(painted));
      return scrolled() === before;
    });
  await expect.poll(rests).toBe(true);
  /** The first words of a row well inside the window; empty while rows are on their way. */
  const rowInSight = () =>
    page.evaluate(() => {
      const top = document.querySelector('.reader-scroll')?.getBoundingClientRect().top ?? 0;
      const rows = [...document.querySelectorAll<HTMLElement>('.reader-row')];
      const row = rows.find((each) => {
        const box = each.getBoundingClientRect();
        return box.top > top + 200 && box.bottom < window.innerHeight - 100;
      });
      return row?.textContent?.split('.')[0] ?? '';
    });
  await expect.poll(rowInSight).not.toBe('');
  const last = await rowInSight();
  const to = (await ends(page, `${last}.`)).to;
  await page.mouse.move(to.x - 4, to.y);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await page.keyboard.press('Control+c');
  const at = LONG.findIndex((line) => line.startsWith(`${last}.`));
  const wanted = [...LONG.slice(1, at), `${last}.`].join('\n');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(wanted);
});

test('select all copies the whole text, though most of it is not in the document', async ({ page, read, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await read(LONG.join('\n'));
  await sourceText(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(LONG.join('\n'));
  expect(await page.locator('.reader-row').count()).toBeLessThan(60);
  // It takes a moment where the text has to be fetched.
  const length = new Intl.NumberFormat('en').format([...LONG.join('\n')].length);
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText(`Copied: ${length} characters.`);
});

test('words selected over many screens are asked for when the selection rests, not at every key', async ({
  page,
  read,
}) => {
  const asked: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes('"reader.text"')) asked.push(String(payload));
    }),
  );
  await read(LONG.slice(0, 320).join('\n'));
  const selected = inspector(page).getByRole('blockquote');
  await sourceText(page).focus();
  await page.keyboard.press('Control+Shift+End');
  await expect(selected).toContainText('Avsnitt 1.');
  const before = asked.length;
  const presses = 20;
  for (let press = 0; press < presses; press++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(selected).toContainText('Avsnitt 1.');
  expect(asked.length - before).toBeGreaterThan(0);
  expect(asked.length - before).toBeLessThan(presses / 2);
});

test('Shift and arrows take whole graphemes, in a text from right to left too', async ({ page, read }) => {
  await read(NAMES);
  await sourceText(page).focus();
  await page.keyboard.press('Control+End');
  for (let word = 0; word < 3; word++) await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await page.evaluate(() => String(getSelection()))).toBe('👩‍👩‍👧');
  await page.keyboard.press('Control+ArrowUp');
  await page.keyboard.press('Control+ArrowUp');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await page.evaluate(() => String(getSelection()))).toBe('ك');
});

test('a text opens at the line where reading stopped, however long its paragraphs are and however often it is opened', async ({
  page,
  read,
}) => {
  const places: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const place = /"settings.set".*"value":(\d+)/.exec(String(payload))?.[1];
      if (place !== undefined) places.push(Number(place));
    }),
  );
  const paragraph = (at: number) =>
    `Avsnitt ${at}. ${'Reisen gikk over fjellet og ned til byen. '.repeat(20 + (at % 7) * 9)}`;
  const reading = await read(Array.from({ length: 60 }, (_, at) => paragraph(at)).join('\n'));
  /** The paragraph that goes over the top of the screen, and how far up it begins. */
  const standing = async () => {
    await atRest(page);
    return page.evaluate(() => {
      const top = document.querySelector('.reader-scroll')?.getBoundingClientRect().top ?? 0;
      const rows = Array.from(document.querySelectorAll('.reader-row'), (row) => ({
        words: (row.textContent ?? '').slice(0, 12),
        above: Math.round(top - row.getBoundingClientRect().top),
      }));
      return rows.findLast(({ above }) => above > 0);
    });
  };
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 9_500);
  const before = await standing();
  expect(before?.above).toBeGreaterThan(100);
  await expect.poll(() => places.length).toBe(1);
  for (let time = 0; time < 3; time++) {
    await page.goto('about:blank');
    await page.goto(reading.app.url);
    await expect(sourceText(page).getByRole('article').first()).toBeVisible();
    const now = await standing();
    expect(now?.words).toBe(before?.words);
    expect(Math.abs((now?.above ?? 0) - (before?.above ?? 0))).toBeLessThan(40);
  }
});

test('the caret blinks without any style being worked out anew', async ({ page, read }) => {
  await read(NAMES);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable');
  const stylings = async () => {
    const { metrics } = await browser.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'RecalcStyleCount')?.value ?? Number.NaN;
  };
  const caret = page.locator('.reader-caret canvas');
  const blink = () =>
    caret.evaluate(async (pixel: HTMLCanvasElement) => {
      const isSeen = () => pixel.getContext('2d')?.getImageData(0, 0, 1, 1).data[3] === 255;
      for (const wanted of [true, false, true]) {
        while (isSeen() !== wanted) await new Promise(requestAnimationFrame);
      }
    });
  await expect(caret).toBeVisible();
  // Other things may happen while the text has just been opened.
  await expect
    .poll(async () => {
      const before = await stylings();
      await blink();
      return (await stylings()) - before;
    })
    .toBe(0);
});

test('the map moves through the text, and the place is remembered', async ({ page, read }) => {
  const places: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const place = /"settings.set".*"value":(\d+)/.exec(String(payload))?.[1];
      if (place !== undefined) places.push(Number(place));
    }),
  );
  const reading = await read(LONG.join('\n'));
  const map = page.getByRole('slider', { name: 'Position in text' });
  await map.focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/^Avsnitt 400\./)).toBeInViewport();
  await expect(map).toHaveAttribute('aria-valuenow', '100');
  await page.keyboard.press('Home');
  await expect(page.getByText(/^Avsnitt 1\./)).toBeInViewport();
  const box = await map.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(page.getByText(/^Avsnitt 20\d\./).first()).toBeInViewport();
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('of 400');
  await sourceText(page).focus();
  await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  // What was pressed has the keyboard, as anything does.
  await expect(map).toBeFocused();
  await expect.poll(() => places.at(-1) ?? 0).toBeGreaterThan(10_000);
  await page.goto('about:blank');
  await page.goto(reading.app.url);
  await expect(page.getByText(/^Avsnitt 20\d\./).first()).toBeInViewport();
});
