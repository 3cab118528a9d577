import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, saved, test } from './support/study.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Note text' });
const box = (page: Page) => page.getByRole('textbox', { name: 'Text of the footnote' });

test('footnotes are written where they stand, edited in place, kept and undone', async ({ page, app, study }) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: study.note.title }).click();
  await text(page).click();
  const { keyboard } = page;
  await keyboard.press('Control+End');
  await keyboard.press('Control+Alt+f');
  await expect(box(page)).toBeFocused();
  await keyboard.type('Perhaps *five*, says Ære to @ада');
  await expect(page.getByRole('option', { name: 'Ada Berg' })).toBeVisible();
  await expect(box(page)).toHaveAttribute('aria-activedescendant', /./);
  await keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await keyboard.type('on [[nothing');
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await keyboard.type(' So they met.');
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Footnote' }).click();
  await expect(box(page)).toBeFocused();
  await keyboard.type('Every Monday');
  await expectAccessible(page);
  await keyboard.press('Control+z');
  await expect(box(page)).toHaveText('');
  await keyboard.press('Control+y');
  await expect(box(page)).toHaveText('Every Monday');
  await keyboard.press('Escape');
  await expect(box(page)).toBeHidden();

  // By keyboard from outside: the number is chosen first, and Enter goes into it.
  await keyboard.press('ArrowLeft');
  await expect(box(page)).toHaveText('Every Monday');
  await keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await keyboard.press('End');
  await keyboard.type(', or so');
  await keyboard.press('Enter');
  await saved(page);

  await app.stop();
  const note = await study.ask(({ call }) => call('notes.get', { id: study.note.id }));
  expect(note.markdown).toBe(
    `Three people, perhaps four.[^1] So they met.[^2]\n\n[^1]: Perhaps \\*five\\*, says Ære to [@Ada Berg](lectern:entity/${study.person.id}) on \\[\\[nothing\n\n[^2]: Every Monday, or so\n`,
  );
  const found = await study.ask(({ call }) => call('search.query', { query: 'ære', kinds: ['note'] }));
  expect(found.hits.map(({ id }) => id)).toEqual([study.note.id]);
});

test('words are found and replaced, and a stroke offers what can be put in', async ({ page, study }) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: study.note.title }).click();
  await text(page).click();
  const { keyboard } = page;
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('/head');
  await expect(page.getByRole('option', { name: /Heading 2/ })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.type('People and places');
  await keyboard.press('Enter');
  await keyboard.type('/footn');
  await keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await keyboard.type('Old people');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('/home/people');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(text(page).locator('h2')).toHaveText('People and places');

  await keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in note' });
  const words = bar.getByRole('searchbox', { name: 'Find in note' });
  await expect(words).toBeFocused();
  await words.fill('PEOPLE');
  await expect(bar.getByRole('status')).toHaveText('4 matches');
  await keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('1 of 4');
  await keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('4 of 4');
  await keyboard.press('Shift+Enter');
  await expect(box(page)).toHaveText('Old people');
  await expectAccessible(page);
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('guests');
  await keyboard.press('Enter');
  await expect(box(page)).toBeHidden();
  await expect(bar.getByRole('status')).toHaveText('3 of 3');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar.getByRole('status')).toHaveText('No matches');
  await expect(text(page)).toContainText('Three guests, perhaps four.guests and places');
  await words.press('Escape');
  await expect(bar).toBeHidden();
  await expect(text(page)).toBeFocused();
  await keyboard.press('Control+z');
  await expect(text(page)).toContainText('Three people, perhaps four.People and places');
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('/');
  await expect(page.getByRole('option', { name: 'Heading 1' })).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Backspace');

  // Right to left and by an input method, in the text and in a footnote.
  await keyboard.insertText('שלום');
  await expect(text(page).locator('p').last()).toHaveCSS('direction', 'rtl');
  const input = await page.context().newCDPSession(page);
  const compose = async (...steps: string[]) => {
    for (const each of steps.slice(0, -1)) {
      await input.send('Input.imeSetComposition', {
        text: each,
        selectionStart: each.length,
        selectionEnd: each.length,
      });
    }
    await input.send('Input.insertText', { text: steps.at(-1) ?? '' });
  };
  await compose('に', 'にほ', '日本');
  await expect(text(page).locator('p').last()).toHaveText('שלום日本');
  await keyboard.press('Control+Alt+f');
  await compose('ㅎ', '하', '한');
  await compose('ㄱ', '국');
  await expect(box(page)).toHaveText('한국');
  await keyboard.press('Enter');
  await keyboard.press('Enter');

  await text(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '## From elsewhere\n\nWith a note.[^1]\n\n[^1]: And its *words*.\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(text(page).locator('h2').last()).toHaveText('From elsewhere');
  await expect(page.getByLabel('Footnote: And its words.')).toBeVisible();

  // As word processors copy it: a b that is none, and what is bold said by styles.
  await text(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      `<b style="font-weight:normal"><p>Light, <span style="font-weight:700;font-style:italic">both</span>, <span style="vertical-align:super;mso-bidi-font-weight:bold">up</span> and <a href="https://example.org/"><span style="text-decoration:underline">a link</span></a>.</p></b>`,
    );
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const pasted = text(page).locator('p', { hasText: 'Light' });
  await expect(pasted.locator('strong')).toHaveText('both');
  await expect(pasted.locator('em')).toHaveText('both');
  await expect(pasted.locator('sup')).toHaveText('up');
  await expect(pasted.locator('u')).toHaveCount(0);
});
