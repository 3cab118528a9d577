import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { libraryRow, saved } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { painted } from './support/painted.ts';
import { colourOf, sharesOf } from './support/pixels.ts';
import { drag, ends, sourceText, test, tripleClick } from './support/reading.ts';

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Passage actions' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const card = (page: Page) => inspector(page).getByRole('region', { name: 'Highlight' }).getByRole('blockquote');
const pile = (page: Page) => page.getByRole('menu', { name: /things here$/ });

const NESTED = 'En lang setning om broen over elva.';
const NEST = [
  { start: 0, end: 34, colour: 'yellow', comment: 'The whole of it' },
  { start: 3, end: 20, colour: 'blue', tags: ['outer', 'bridge'] },
  { start: 8, end: 15, colour: 'red', tags: ['inner'] },
] as const;

test('a click where highlights overlap offers them, the shortest first; one alone is taken at once', async ({
  page,
  read,
}) => {
  await read(
    NESTED,
    NEST.map((mark) => ({ ...mark })),
  );
  const { from } = await ends(page, 'tning');
  await page.mouse.click(from.x + 2, from.y);
  await expect(pile(page).getByRole('menuitem')).toHaveText([
    /^setning\s*inner$/,
    /^lang setning om b\s*bridge · outer|outer · bridge$/,
    /^En lang setning om broen over elva\s*The whole of it$/,
  ]);
  await expect(toolbar(page)).toBeHidden();
  await expectAccessible(page);
  await pile(page).getByRole('menuitem', { name: /^lang/ }).hover();
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'lang setning om b' });
  await pile(page).getByRole('menuitem', { name: /^lang/ }).click();
  await expect(pile(page)).toBeHidden();
  await expect(card(page)).toHaveText('lang setning om b');
  await expect(toolbar(page)).toBeVisible();
  await expect(sourceText(page)).toBeFocused();

  const alone = await ends(page, 'elva');
  await page.mouse.click(alone.from.x + 2, alone.from.y);
  await expect(card(page)).toHaveText('En lang setning om broen over elva');
  await expect(pile(page)).toBeHidden();
});

test('a double click still takes the word where highlights overlap', async ({ page, read }) => {
  await read(
    NESTED,
    NEST.map((mark) => ({ ...mark })),
  );
  const { from } = await ends(page, 'tning');
  await page.mouse.dblclick(from.x + 2, from.y);
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('setning');
  await expect(toolbar(page)).toBeVisible();
  await expect(pile(page)).toBeHidden();
});

/** The middle of the knob of a handle at an end of the highlight in focus. */
async function knob(page: Page, end: 'start' | 'end') {
  const handle = page.locator('.reader-handle').nth(end === 'start' ? 0 : 1);
  await expect(handle).toBeVisible();
  const box = await handle.boundingBox();
  return { x: (box?.x ?? 0) + 1, y: (box?.y ?? 0) - 4 };
}

test('a handle draws an end of a highlight to the letter; one drag is one step of the history', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset og videre.', [
    { start: 5, end: 9, colour: 'green', tags: ['water'] },
  ]);
  const { from } = await ends(page, 'rant');
  await page.mouse.click(from.x + 2, from.y);
  await expect(toolbar(page)).toBeVisible();
  const grip = await knob(page, 'end');
  const { to } = await ends(page, 'huset');
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 40, grip.y + 3);
  await page.mouse.move(to.x + 1, grip.y);
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'rant forbi huset' });
  await expect(toolbar(page)).toBeHidden();
  await page.mouse.up();
  await expect(toolbar(page)).toBeVisible();
  await expect(card(page)).toHaveText('rant forbi huset');

  const start = await knob(page, 'start');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x - 200, start.y);
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'Elva rant forbi huset' });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'rant forbi huset' });

  await page.keyboard.press('Control+z');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'rant' });
  await page.keyboard.press('Control+y');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'rant forbi huset' });
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ quote: 'rant forbi huset', tags: ['water'] }]);
});

test('a handle drawn over the title leaves the highlight as it is', async ({ page, read }) => {
  const reading = await read('Elva rant forbi huset.\nSiden gikk den ned mot byen.\nDer ble den stille.', [
    { start: 5, end: 9, colour: 'green' },
  ]);
  const { from } = await ends(page, 'rant');
  await page.mouse.click(from.x + 2, from.y);
  const start = await knob(page, 'start');
  const title = await page.getByRole('heading', { name: 'text', exact: true }).boundingBox();
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, (title?.y ?? 0) + 4);
  // A handle follows the pointer frame by frame.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  });
  await page.mouse.up();
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ quote: 'rant' }]);
});

test('words are selected from the first letter of a highlight in focus: a handle is taken by its knob', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.', [{ start: 0, end: 9, colour: 'yellow' }]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await knob(page, 'start');
  await drag(page, 'Elva');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('Elva');
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ quote: 'Elva rant' }]);
});

test('a handle held at the edge of the screen draws on over many screens', async ({ page, read }) => {
  test.slow();
  const lines = Array.from(
    { length: 200 },
    (_, at) => `Avsnitt ${at + 1}. ${'Reisen gikk over fjellet. '.repeat(3 + (at % 5))}`,
  );
  const reading = await read(lines.join('\n'), [{ start: 0, end: 7, colour: 'blue' }]);
  const { from } = await ends(page, 'Avsnitt 1.');
  await page.mouse.click(from.x + 2, from.y);
  const grip = await knob(page, 'end');
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 10, 600);
  await page.mouse.move(grip.x + 10, 868);
  await expect(page.getByText(/^Avsnitt 60\./)).toBeInViewport();
  await page.mouse.move(grip.x + 10, 500);
  await page.mouse.up();
  await saved(page);
  const [stored] = await reading.stored();
  expect(stored?.quote).toContain('Avsnitt 55.');
  expect(lines.join('\n').startsWith(stored?.quote ?? '-')).toBe(true);
});

test('words are drawn over, and handles moved, in lines that run both ways', async ({ page, read }) => {
  const reading = await read('Brevet sier שלום לכולם og كتب أحمد الرسالة til slutt.\nكتب أحمد the letter في بغداد.');
  await drag(page, 'sier ');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('1');
  await expect(card(page)).toHaveText('sier');
  const hebrew = await sides(page, 'שלום');
  const grip = await knob(page, 'end');
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(hebrew.left + 20, grip.y);
  await page.mouse.move(hebrew.left + 1, grip.y);
  await page.mouse.up();
  await expect(card(page)).toHaveText('sier שלום');

  const arabic = await sides(page, 'أحمد الرسالة');
  await page.mouse.move(arabic.right - 1, arabic.y);
  await page.mouse.down();
  await page.mouse.move((arabic.left + arabic.right) / 2, arabic.y);
  await page.mouse.move(arabic.left + 1, arabic.y);
  await page.mouse.up();
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('2');
  await expect(card(page)).toHaveText('أحمد الرسالة');

  await page.keyboard.press('Escape');
  await expect(toolbar(page)).toBeHidden();
  const letter = await sides(page, 'the letter');
  await page.mouse.move(letter.left + 1, letter.y);
  await page.mouse.down();
  await page.mouse.move((letter.left + letter.right) / 2, letter.y);
  await page.mouse.move(letter.right - 1, letter.y);
  await page.mouse.up();
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('3');
  await expect(card(page)).toHaveText('the letter');
  await saved(page);
  expect((await reading.stored()).map(({ quote }) => quote)).toEqual(['sier שלום', 'أحمد الرسالة', 'the letter']);
});

test('the menu of the toolbar splits a highlight where it was clicked, and the message takes it back', async ({
  page,
  read,
}) => {
  await read('Elva rant forbi huset.', [{ start: 0, end: 15, colour: 'green' }]);
  const { from } = await ends(page, 'forbi');
  await page.mouse.click(from.x + 1, from.y);
  await expect(toolbar(page)).toBeVisible();
  await toolbar(page).getByRole('button', { name: 'More actions' }).click();
  const menu = page.getByRole('menu', { name: 'More actions' });
  await expect(menu.getByRole('menuitem')).toHaveCount(4);
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: 'Split at the caret' }).click();
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'Elva rant' });
  await expect(card(page)).toHaveText('forbi');
  await expect(sourceText(page)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'Elva rant forbi' });
});

test('while a tag is active every selection by mouse gets it at once, a paragraph by a triple click once', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.\nIngen så den.\nKvelden kom.', [
    { start: 0, end: 4, colour: 'green', tags: ['water'] },
  ]);
  await libraryRow(page, 'Tags', 'water').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Tag every selection with this' }).click();
  const bar = page.getByText('Every selection is tagged “water”');
  await expect(bar).toBeVisible();
  await drag(page, 'forbi');
  await expect(page.getByText('1 passage so far')).toBeVisible();
  await expect(toolbar(page)).toBeHidden();
  await expectAccessible(page);
  const word = await ends(page, 'den.');
  await page.mouse.dblclick(word.from.x + 3, word.from.y);
  await expect(page.getByText('2 passages so far')).toBeVisible();
  const line = await ends(page, 'Kvelden');
  await tripleClick(page, line.from.x + 3, line.from.y);
  await expect(page.getByText('3 passages so far')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(bar).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await drag(page, 'rant');
  await expect(toolbar(page)).toBeVisible();
  await saved(page);
  expect((await reading.stored()).map(({ quote, tags }) => [quote, tags])).toEqual([
    ['Elva', ['water']],
    ['forbi', ['water']],
    ['den', ['water']],
    ['Kvelden kom.', ['water']],
  ]);
});

test('all occurrences of the selected words are shown, unticked where they are not meant, and marked in one step', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi. Ingen så ELVA.\nLangs elva sto hus; elvane møttes.\nOg elvå, igjen.', [
    { start: 38, end: 42, colour: 'red', tags: ['water'] },
  ]);
  await drag(page, 'Elva');
  await expect(toolbar(page)).toBeVisible();
  await toolbar(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Apply to all occurrences…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Apply to all occurrences' });
  const list = dialog.getByRole('listbox', { name: 'Occurrences' });
  await expect(list.getByRole('option')).toHaveCount(4);
  await expect(list.getByRole('option', { selected: true })).toHaveCount(3);
  await expect(list).toContainText('highlighted already');
  await expectAccessible(page);
  await dialog.getByText('Whole words').click();
  await expect(list.getByRole('option')).toHaveCount(5);
  await dialog.getByText('Match case and accents').click();
  await expect(list.getByRole('option')).toHaveCount(1);
  await dialog.getByText('Match case and accents').click();
  await dialog.getByText('All sources').click();
  await expect(list.getByRole('option')).toHaveCount(5);
  await list.getByRole('option').nth(3).click();
  await expect(dialog.getByText('3 of 5 occurrences chosen.')).toBeVisible();
  await dialog.getByText('violet').click();
  await dialog.getByRole('button', { name: 'Add tag' }).click();
  const picker = page.getByRole('dialog', { name: 'Tag passage' });
  await picker.getByRole('option', { name: 'water' }).click();
  await expect(picker).toBeHidden();
  await dialog.getByRole('button', { name: 'Highlight 3 passages' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('3 passages highlighted.')).toBeVisible();
  await expect(sourceText(page)).toBeFocused();
  await expect
    .poll(() =>
      painted(page).then((all) => all.filter(({ name }) => name === 'lectern-violet-100').map(({ words }) => words)),
    )
    .toEqual(['Elva', 'ELVA', 'elvå']);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect
    .poll(() => painted(page).then((all) => all.filter(({ name }) => name === 'lectern-violet-100').length))
    .toBe(0);
  await page.keyboard.press('Control+y');
  await saved(page);
  await expect(page.getByRole('complementary', { name: 'Margin' }).getByText('water')).toHaveCount(4);
  expect((await reading.stored()).map(({ quote, colour, tags }) => [quote, colour, tags])).toEqual([
    ['Elva', 'violet', ['water']],
    ['ELVA', 'violet', ['water']],
    ['elva', 'red', ['water']],
    ['elvå', 'violet', ['water']],
  ]);
});

/** The left and right edge of words on one line, whichever way they run. */
async function sides(page: Page, words: string) {
  const { from, to } = await ends(page, words);
  const box = await page.evaluate((wanted) => {
    for (const row of document.querySelectorAll('.reader-row')) {
      const node = row.firstChild;
      const at = node instanceof Text ? node.data.indexOf(wanted) : -1;
      if (!(node instanceof Text) || at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right } = range.getBoundingClientRect();
      return { left, right };
    }
    return null;
  }, words);
  return { left: box?.left ?? from.x, right: box?.right ?? to.x, y: from.y };
}

test('words that lie in two highlights are read when they are selected, and with forced colours', async ({
  page,
  read,
}) => {
  const words = 'Elva rant forbi huset og ned mot byen. '.repeat(20).trim();
  await read(words, [
    { start: 0, end: words.length, colour: 'yellow' },
    { start: 0, end: words.length, colour: 'blue' },
  ]);
  const shares = () => sharesOf(sourceText(page).locator('.reader-row').first());
  const blue = await colourOf(page, 'var(--blue)');
  await expect.poll(async () => (await shares())[blue]).toBeGreaterThan(0.15);
  await sourceText(page).focus();
  await page.keyboard.press('Control+a');
  await expect.poll(async () => (await shares())[blue] ?? 0).toBe(0);

  // A ground behind letters is not shown there: the words stand on the page's own, in a frame.
  await page.emulateMedia({ forcedColors: 'active' });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  const ground = await colourOf(page, 'Canvas');
  const frame = await colourOf(page, 'Highlight');
  await expect.poll(async () => (await shares())[frame] ?? 0).toBeGreaterThan(0.04);
  expect((await shares())[ground]).toBeGreaterThan(0.7);
});

test('a press in the text after a key does not draw the rows of the Library anew', async ({ page, read }) => {
  await read(
    NESTED,
    NEST.map((mark) => ({ ...mark })),
  );
  const library = page.getByRole('navigation', { name: 'Library' });
  await expect(library.getByRole('row', { name: /^inner/ })).toBeVisible();
  await page.keyboard.press('F6');
  // A row that is drawn asks whether fingers or a mouse point at it.
  const asked = await page.evaluateHandle(() => {
    const media: string[] = [];
    const { matchMedia } = window;
    window.matchMedia = (query) => {
      media.push(query);
      return matchMedia.call(window, query);
    };
    return media;
  });
  await drag(page, 'broen');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('1');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'broen' });
  await saved(page);
  expect(await asked.jsonValue()).not.toContain('(pointer: coarse)');
});
