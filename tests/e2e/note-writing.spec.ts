import type { Locator, Page } from '@playwright/test';
import { pngOf } from '../support/images.ts';
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

  // As Word copies a list, and as a page copies one to be ticked off.
  const line = (level: number, sign: string, words: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span><![endif]>${words}</p>`;
  await keyboard.press('Enter');
  await text(page).evaluate(
    (element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    `<p>Rooms</p>${line(1, '·', 'North')}${line(2, '1.', 'Upper')}${line(2, '2.', 'Lower')}${line(1, '·', 'South')}<p>Doors</p><ul><li><input type="checkbox" checked> Oak</li></ul>`,
  );
  const north = text(page).locator('li', { hasText: 'North' });
  await expect(north.locator('ol > li')).toHaveText(['Upper', 'Lower']);
  await expect(text(page).locator('ul', { hasText: 'North' }).locator('> li')).toHaveText(['NorthUpperLower', 'South']);
  await expect(text(page).locator('li.task', { hasText: 'Oak' }).getByRole('checkbox')).toBeChecked();

  // And as it is copied from here, for programs that take only plain text.
  await keyboard.press('Control+a');
  const copied = await text(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toContain('- North\n  1. Upper\n  2. Lower\n- South\n\nDoors\n\n- [x] Oak');
  expect(copied).toContain('] And its words.');
});

test('images are put in by button, paste and drop, described by key, kept in the notebook and seen in the preview', async ({
  page,
  app,
  study,
}) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: study.note.title }).click();
  await text(page).click();
  const { keyboard } = page;
  await keyboard.press('Control+End');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Image' }).click();
  const drawing = { name: 'drawing.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') };
  const picture = { name: 'map.png', mimeType: 'image/png', buffer: pngOf(320, 200) };
  await (await chooser).setFiles([drawing, picture]);
  await expect(page.getByRole('alert')).toContainText('That is no image a note can hold.');
  await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  const field = page.getByRole('textbox', { name: 'Alternative text' });
  await expect(field).toHaveCount(1);

  // From the words behind it, by keyboard: the image is chosen, and Enter goes into its field.
  await text(page).focus();
  await keyboard.press('ArrowLeft');
  await expect(text(page).locator('.note-image')).toHaveClass(/ProseMirror-selectednode/);
  await keyboard.press('Enter');
  await expect(field).toBeFocused();
  await keyboard.type('The harbour');
  await keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await expectAccessible(page);

  const bytes = [...pngOf(60, 40, [200, 30, 30])];
  await text(page).locator('p').last().click();
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(content)], 'face.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, bytes);
  await expect(field).toHaveCount(2);
  await text(page)
    .locator('p')
    .first()
    .evaluate((line, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], 'again.png', { type: 'image/png' }));
      const { left: clientX, top: clientY } = line.getBoundingClientRect();
      line.dispatchEvent(new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }));
    }, bytes);
  await expect(field).toHaveCount(3);
  const widths = (images: Locator) =>
    images.evaluateAll((all) => all.map((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0)));
  await expect.poll(() => widths(text(page).locator('img'))).toEqual([60, 320, 60]);
  await saved(page);

  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export note…' }).click();
  const preview = page.frameLocator('iframe').locator('img');
  await expect.poll(() => widths(preview)).toEqual([60, 320, 60]);
  await expect(preview.nth(1)).toHaveAttribute('alt', 'The harbour');

  await app.stop();
  const note = await study.ask(({ call }) => call('notes.get', { id: study.note.id }));
  const image = (name: string, words: string) => `![${words}](lectern:image/${name})`;
  const names = [...note.markdown.matchAll(/image\/([0-9a-f]{64})/g)].map(([, name = '']) => name);
  const [face = '', map = ''] = names;
  expect(note.markdown).toBe(
    `${image(face, '')}\n\nThree people, perhaps four.\n\n${image(map, 'The harbour')}\n\n${image(face, '')}\n`,
  );
  expect(await study.ask(({ call }) => call('images.get', { sha256: map }))).toMatchObject({ width: 320, height: 200 });
});
