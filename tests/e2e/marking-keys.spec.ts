import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { saved } from './support/app.ts';
import { painted } from './support/painted.ts';
import { drag, sourceText, test } from './support/reading.ts';
import { answersOf } from './support/slow-engine.ts';

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Passage actions' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const card = (page: Page) => inspector(page).getByRole('region', { name: 'Highlight' }).getByRole('blockquote');
const pile = (page: Page) => page.getByRole('menu', { name: /things here$/ });

test('Enter at the caret offers what lies there; what was chosen is what the next key means', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.', [
    { start: 0, end: 9, colour: 'yellow' },
    { start: 0, end: 4, colour: 'blue', tags: ['water'] },
  ]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(pile(page).getByRole('menuitem').first()).toBeFocused();
  await expect(pile(page).getByRole('menuitem')).toHaveText([/^Elva\s*water$/, /^Elva rant\s*yellow$/]);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'Elva rant' });
  await page.keyboard.press('Escape');
  await expect(pile(page)).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await expect(card(page)).toHaveText('Elva');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'Elva' });

  await page.keyboard.press('Enter');
  await expect(pile(page).getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveText('Elva rant');
  await expect(sourceText(page)).toBeFocused();
  await page.keyboard.press('3');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-red-100', words: 'Elva rant' });
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await saved(page);
  expect(await reading.stored()).toMatchObject([
    { quote: 'Elva rant', colour: 'red' },
    { quote: 'Elva', colour: 'blue' },
  ]);
});

test('the caret, the handles and the browser’s own selection follow a mark', async ({ page, read }) => {
  await read('Elva rant forbi huset.');
  const selected = () =>
    page.evaluate(() => {
      const selection = document.getSelection();
      return { words: String(selection), before: selection?.anchorNode?.textContent?.slice(0, selection.anchorOffset) };
    });
  await drag(page, 'rant');
  await expect.poll(selected).toMatchObject({ words: 'rant' });
  await page.keyboard.press('1');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-yellow-100', words: 'rant' });
  await expect(page.locator('.reader-handle:visible')).toHaveCount(2);
  await expect(page.locator('.reader-caret')).toBeVisible();
  // Screen readers speak of that one.
  await expect.poll(selected).toEqual({ words: '', before: 'Elva ' });
  // What is done next is done from there.
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(selected).toEqual({ words: 'r', before: 'Elva ' });
  // Before the browser has told of the key before it, which is not to be taken for a selection anew.
  await sourceText(page).evaluate((text) => {
    for (const key of [{ key: 'ArrowRight', shiftKey: true }, { key: '2' }]) {
      text.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    }
  });
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'ra' });
  await expect.poll(selected).toEqual({ words: '', before: 'Elva ' });
});

test('a linked entity on a highlight is one of the pile', async ({ page, read }) => {
  await read('Elva rant forbi huset.', [{ start: 0, end: 9, colour: 'yellow' }]);
  await drag(page, 'Elva');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('e');
  const picker = page.getByRole('dialog', { name: 'Link entity' });
  await expect(picker.getByText('Create “Elva”')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(picker.getByPlaceholder('What is Elva?')).toBeVisible();
  await page.keyboard.type('place');
  await expect(picker.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  const isLinked = () => painted(page).then((all) => all.some(({ name }) => name.startsWith('lectern-entity')));
  await expect.poll(isLinked).toBe(true);
  await page.keyboard.press('Control+Home');
  await expect(card(page)).toHaveText('Elva rant');
  await page.keyboard.press('Enter');
  await expect(pile(page).getByRole('menuitem')).toHaveText([/^Elva\s*Linked to Elva$/, /^Elva rant\s*Elva$/]);
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('tab', { name: 'Entity' })).toHaveAttribute('aria-selected', 'true');
});

test('both ends of a highlight move by character, word and sentence; what was done in one go is undone in one', async ({
  page,
  read,
}) => {
  const reading = await read('Han kom hit. Og så gikk han 👩‍👩‍👧 videre.\nNy linje her.', [
    { start: 4, end: 7, colour: 'red', tags: ['travel'] },
  ]);
  const red = (words: string) => expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-red-100', words });
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press(']');
  await expect(card(page)).toHaveText('kom');
  for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Alt+Shift+ArrowRight');
  await red('kom hit');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await red('kom hit.');
  await page.keyboard.press('Control+Alt+Shift+ArrowRight');
  await page.keyboard.press('Control+Alt+Shift+ArrowRight');
  await red('kom hit. Og så');
  await page.keyboard.press('Control+Alt+Shift+ArrowLeft');
  await red('kom hit. Og');
  await page.keyboard.press('x');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await red('Han kom hit. Og');
  await expect(card(page)).toHaveText('Han kom hit. Og');
  await page.keyboard.press('Control+Alt+Shift+ArrowRight');
  await red('kom hit. Og');
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'kom hit. Og' });
  await saved(page);
  // What was moved between other keys, or between two pauses, is one step.
  await page.keyboard.press('Control+z');
  await red('kom hit. Og');
  await page.keyboard.press('Control+z');
  await red('Han kom hit. Og');
  await page.keyboard.press('Control+z');
  await red('kom hit. Og');
  await page.keyboard.press('Control+z');
  await red('kom');
  await saved(page);
  expect(await reading.stored()).toMatchObject([{ quote: 'kom', colour: 'red', tags: ['travel'] }]);
});

test('a highlight is split at the caret, joined again, and duplicated to another tag, by key', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.\nIngen så den.', [
    { start: 0, end: 15, colour: 'red', tags: ['water'], comment: 'Which river?' },
    { start: 23, end: 28, colour: 'blue', tags: ['people'], comment: 'Nobody' },
  ]);
  const marks = () => painted(page).then((all) => all.filter(({ name }) => name.endsWith('-100')));
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await expect(card(page)).toHaveText('Elva rant forbi');
  await page.keyboard.press('s');
  await expect(page.getByText('Put the caret inside the highlight')).toBeVisible();
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('s');
  await expect(card(page)).toHaveText('rant forbi');
  await expect.poll(marks).toEqual([
    { name: 'lectern-red-100', words: 'Elva' },
    { name: 'lectern-red-100', words: 'rant forbi' },
    { name: 'lectern-blue-100', words: 'Ingen' },
  ]);

  // The other half touches it, whatever blanks are between them, and one comes after: which is meant is asked.
  const others = page.getByRole('menu', { name: 'Join with' });
  await page.keyboard.press('j');
  await expect(others.getByRole('menuitem')).toHaveText([/^Elva\s*water/, /^Ingen\s*people/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveText(/^rant forbi huset\.\s+Ingen$/);
  await page.keyboard.press('Control+z');
  await expect(card(page)).toHaveText('rant forbi');
  await page.keyboard.press('j');
  await expect(others.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveText('Elva rant forbi');
  await expect(inspector(page).getByRole('textbox', { name: 'Comment' })).toHaveValue('Which river?');

  await page.keyboard.press('d');
  const picker = page.getByRole('dialog', { name: 'Duplicate to a tag' });
  await expect(picker.getByRole('option')).toHaveText(['people']);
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await expect(inspector(page).getByRole('list', { name: 'Tags' })).toContainText('people');

  // Two lie over the same words now, and one comes after: which one to join with is asked.
  await page.keyboard.press('j');
  await expect(others.getByRole('menuitem')).toHaveText([/^Elva rant forbi\s*water · Which river/, /^Ingen\s*people/]);
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('list', { name: 'Tags' })).toContainText('water');
  await expect(sourceText(page)).toBeFocused();
  await saved(page);
  const stored = await reading.stored();
  expect(stored.map(({ quote, tags, comment }) => ({ quote, tags: tags.toSorted(), comment }))).toEqual([
    { quote: 'Elva rant forbi', tags: ['people', 'water'], comment: 'Which river?' },
    { quote: 'Ingen', tags: ['people'], comment: 'Nobody' },
  ]);
});

test('the tags used last are on the keys 6 to 9, and stay on theirs', async ({ page, read }) => {
  const answers = await answersOf(page);
  const reading = await read('Elva rant forbi huset.', [{ start: 5, end: 9, colour: 'red', tags: ['water', 'place'] }]);
  const tagging = (key: string) => page.getByRole('toolbar').getByRole('button', { name: `Tag “${key}”` });
  await drag(page, 'Elva');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('t');
  const picker = page.getByRole('dialog', { name: 'Tag passage' });
  await expect(picker.getByRole('option')).toHaveCount(2);
  await page.keyboard.type('water');
  await expect(picker.getByRole('option')).toHaveText(['water']);
  await page.keyboard.press('Control+Enter');
  await expect(picker.getByRole('combobox')).toHaveValue('');
  await page.keyboard.type('place');
  await expect(picker.getByRole('option')).toHaveText(['place']);
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(tagging('water')).toHaveAttribute('aria-pressed', 'true');
  await expect(tagging('place')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');

  // Keys pressed sooner than the engine answers come all to the one highlight, and take a tag away again.
  await drag(page, 'huset');
  await expect(tagging('water')).toHaveAttribute('aria-pressed', 'false');
  answers.hold();
  await page.keyboard.press('7');
  await page.keyboard.press('6');
  await expect(tagging('water')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('7');
  await expect(tagging('place')).toHaveAttribute('aria-pressed', 'false');
  answers.release();
  await saved(page);
  await expect(page.getByRole('complementary', { name: 'Margin' }).getByText('water')).toHaveCount(3);
  await page.reload();
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await expect(tagging('place')).toBeVisible();
  await page.keyboard.press('6');
  await expect(tagging('water')).toHaveAttribute('aria-pressed', 'false');
  await saved(page);
  const stored = await reading.stored();
  expect(stored.map(({ quote, tags }) => [quote, tags])).toEqual([
    ['Elva', ['place']],
    ['rant', ['water', 'place']],
    ['huset', ['water']],
  ]);
});

test('while a tag is active, Enter gives it to the words selected by keyboard, and Esc leaves', async ({
  page,
  read,
}) => {
  const reading = await read('Elva rant forbi huset.', [{ start: 16, end: 21, colour: 'red', tags: ['place'] }]);
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('a');
  const picker = page.getByRole('dialog', { name: 'Tag every selection' });
  await expect(picker.getByRole('option')).toHaveText(['place']);
  await page.keyboard.press('Enter');
  const bar = page.getByText('Every selection is tagged “place”');
  await expect(bar).toBeVisible();
  await expect(sourceText(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 passage so far')).toBeVisible();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 passages so far')).toBeVisible();
  await expect(toolbar(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(toolbar(page)).toBeVisible();
  await saved(page);
  expect((await reading.stored()).map(({ quote, tags }) => [quote, tags])).toEqual([
    ['Elva', ['place']],
    ['rant', ['place']],
    ['huset', ['place']],
  ]);
});

test('a word taken by key past the end of a paragraph is one of the next, not the line break alone', async ({
  page,
  read,
}) => {
  await read('Elva rant.\nIngen så den.\nKvelden kom.');
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('1');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-yellow-100', words: 'Ingen' });
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-green-100', words: 'den.' });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await page.evaluate(() => String(getSelection()))).toBe('I');
});

test('all occurrences are chosen from and marked by keyboard; Esc changes nothing', async ({ page, read }) => {
  const reading = await read('Elva rant, elva sto, elva tørket ut.', [
    { start: 0, end: 4, colour: 'blue', tags: ['water'] },
  ]);
  const dialog = page.getByRole('dialog', { name: 'Apply to all occurrences' });
  const list = dialog.getByRole('listbox', { name: 'Occurrences' });
  await sourceText(page).focus();
  await page.keyboard.press('Control+Home');
  await expect(card(page)).toHaveText('Elva');
  await page.keyboard.press('m');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(2);
  await list.getByRole('option').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
  const all = dialog.getByRole('checkbox', { name: 'All of them' });
  await all.focus();
  await page.keyboard.press('Space');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(3);
  await page.keyboard.press('Space');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await page.keyboard.press('m');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(2);
  const apply = dialog.getByRole('button', { name: 'Highlight 2 passages' });
  await apply.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(sourceText(page)).toBeFocused();
  await expect(page.getByText('2 passages highlighted.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => painted(page).then((all) => all.filter(({ name }) => name.startsWith('lectern-blue')).length))
    .toBe(1);
  await saved(page);
  expect(await reading.stored()).toHaveLength(1);
});

test('in a window at twice the size the occurrences can be read: the dialog scrolls to them', async ({
  page,
  read,
}) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await read(Array.from({ length: 30 }, (_, at) => `Avsnitt ${at}: elva rant forbi huset.`).join('\n'));
  await drag(page, 'elva');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Apply to all occurrences' });
  const rows = dialog.getByRole('listbox', { name: 'Occurrences' }).getByRole('option');
  await expect(rows.first()).toBeAttached();
  await dialog.getByText('All of them').hover();
  await page.mouse.wheel(0, 1000);
  for (const at of [0, 1, 2]) await expect(rows.nth(at)).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole('button', { name: /^Highlight \d+ passages$/ })).toBeInViewport({ ratio: 1 });
});
