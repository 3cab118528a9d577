import type { Session } from '../../main/cli/session.ts';
import { axe } from './support/axe.ts';
import { keepBusy } from './support/busy.ts';
import { formatting, goToNotes, openNote, text, title } from './support/notes.ts';
import { answersOf } from './support/slow-engine.ts';
import { expect, LINES, quoting, type Study, saved, test } from './support/study.ts';

test('by mouse: a note with a quotation, an entity and a link to another note, kept and followed', async ({ page }) => {
  await goToNotes(page);
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click();
  await expect(title(page)).toBeFocused();
  await title(page).fill('Mondays');
  await text(page).click();
  await page.keyboard.type('They met, says ');
  await formatting(page).getByRole('button', { name: '@ Entity' }).click();
  await page.getByRole('option', { name: 'Ada Berg' }).click();
  await page.keyboard.type('as in ');
  await formatting(page).getByRole('button', { name: '[[ Note' }).click();
  await page.getByRole('option', { name: 'Who was there' }).click();
  await formatting(page).getByRole('button', { name: 'Quotation', exact: true }).click();
  const picker = page.getByRole('dialog', { name: 'Insert quotation' });
  await picker.getByRole('combobox').fill('monday');
  await picker.getByRole('option', { name: LINES[1] }).click();
  await formatting(page).getByRole('button', { name: 'Bold' }).click();
  await page.keyboard.type('So it was.');
  await saved(page);

  await page.reload();
  await openNote(page, 'Mondays');
  await expect(text(page)).toContainText('They met, says @Ada Berg as in [[Who was there]]');
  await expect(text(page).locator('strong')).toHaveText('So it was.');
  const quotation = text(page).getByRole('figure', { name: 'Quotation from Reading Room, ¶ 2' });
  await expect(quotation).toContainText(LINES[1]);

  await text(page).getByText('[[Who was there]]').click();
  await expect(title(page)).toHaveValue('Who was there');
  const linked = page.getByRole('tabpanel', { name: 'Linked here' });
  await linked.getByRole('button', { name: 'Mondays' }).click();
  await quotation.getByRole('button', { name: 'jump to passage' }).click();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText(LINES[1]);
});

test('by keyboard alone: Markdown as it is typed, lists, a table, a quotation, and back to the passage', async ({
  page,
  app,
  study,
}) => {
  await openNote(page, 'Who was there');
  await title(page).press('Enter');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## Æ, Ø and თბილისი');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Plain, **bold**, *slanted*, `code`.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- [ ] ask Ada');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('>breath');
  await expect(page.getByRole('option', { name: /Ærø/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('After it @Ада');
  await expect(page.getByRole('option', { name: 'Ada Berg' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+F10');
  await expect(formatting(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await saved(page);

  // The cursor stands behind the name; going back chooses the quotation as a whole, and Enter follows it.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(text(page).locator('figure.ProseMirror-selectednode')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText('Ærø');

  await app.stop();
  const note = await study.ask(({ call }) => call('notes.get', { id: study.note.id }));
  expect(note.document.content?.map(({ type }) => type)).toEqual([
    'paragraph',
    'heading',
    'paragraph',
    'bullet_list',
    'quotation',
    'paragraph',
  ]);
  const marks = note.document.content?.[2]?.content?.flatMap((node) => node.marks?.map(({ type }) => type) ?? []);
  expect(marks).toEqual(['strong', 'em', 'code']);
  expect(note.document.content?.[3]?.content?.map(({ attrs }) => attrs?.['checked'])).toEqual([false, true]);
  expect(note.document.content?.[4]?.attrs?.['text']).toBe(LINES[2]);
  expect(note.document.content?.[5]?.content?.[1]?.attrs?.['entityId']).toBe(study.person.id);
});

test('a key that a busy page gets together with the one before acts where that one has put the cursor', async ({
  page,
}) => {
  await openNote(page, 'Who was there');
  await title(page).press('Enter');
  await expect(text(page)).toBeFocused();
  await keepBusy(page);
  const { keyboard } = page;
  // Not one after the other: an answer to the first is an answer of a page that is not busy any more.
  await Promise.all([
    keyboard.down('Control'),
    keyboard.down('End'),
    keyboard.up('End'),
    keyboard.up('Control'),
    keyboard.press('Enter'),
  ]);
  await expect(text(page).locator('p')).toHaveText(['Three people, perhaps four.', '']);
});

test('what is chosen from a list comes where it was begun, however late, and never for fewer words than were written', async ({
  page,
}) => {
  const answers = await answersOf(page);
  await page.reload();
  await openNote(page, 'Who was there');
  await title(page).press('Enter');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('>breath');
  await expect(page.getByRole('option', { name: /Ærø/ })).toBeVisible();
  answers.hold();
  await page.keyboard.press('Enter');
  await page.keyboard.type('After it');
  await expect(text(page).locator('p')).toHaveText(['Three people, perhaps four.', 'After it']);
  answers.release();
  await expect(text(page).locator('figure')).toContainText(LINES[2]);
  await page.keyboard.type(', @A');
  await expect(page.getByRole('option', { name: 'Ada Berg' })).toBeVisible();
  answers.hold();
  await page.keyboard.type('nne');
  await page.keyboard.press('Enter');
  answers.release();
  await page.getByRole('option', { name: '“Anne” as person' }).click();
  await page.keyboard.type('too.');
  await expect(text(page).locator('p')).toHaveText(['Three people, perhaps four.', 'After it, @Anne too.']);
  await expect(text(page).locator('p + figure + p')).toHaveCount(1);

  // Enter before the list has come up to the words, and writing goes on: the choice waits at its words.
  await page.keyboard.press('Enter');
  await page.keyboard.type('>');
  await expect(page.getByRole('option', { name: /Nobody/ })).toBeVisible();
  answers.hold();
  await page.keyboard.type('spoke');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It says @Ада');
  answers.release();
  await expect(text(page).locator('figure').last()).toContainText(LINES[3]);
  await expect(page.getByRole('option', { name: 'Ada Berg' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text(page).locator('p').last()).toHaveText('It says @Ada Berg ');
});

test('a table is walked with Tab and left with it', async ({ page }) => {
  await openNote(page, 'Who was there');
  await text(page).click();
  await formatting(page).getByRole('button', { name: 'Table' }).click();
  await page.getByRole('menuitem', { name: 'Insert table' }).click();
  await page.keyboard.type('one');
  await page.keyboard.press('Tab');
  await page.keyboard.type('two');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('1');
  await expect(text(page).locator('th')).toHaveText(['1', 'two', '']);
  await page.keyboard.press('Control+End');
  await text(page).locator('td').last().click();
  await page.keyboard.press('Tab');
  await expect(text(page)).not.toBeFocused();
});

test('text undo stays in the text, and a link shows its address before it opens', async ({ page }) => {
  await openNote(page, 'Who was there');
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' More');
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveText('Three people, perhaps four.');
  await expect(title(page)).toHaveValue('Who was there');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Shift+L');
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Set link' }).click();
  await expect(dialog).toContainText('not the address of a web page');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('lectern.test/page');
  await page.keyboard.press('Enter');
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://lectern.test/page');
  await text(page).locator('a').click();
  await expect(dialog.getByRole('textbox', { name: 'Address' })).toHaveValue('https://lectern.test/page');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
});

test.describe('quotations and what became of their highlights', () => {
  test.use({
    prepare: {
      async run({ call }: Session, { note, highlights }: Study) {
        const [, second, third] = highlights;
        if (!second || !third) throw new Error('the study has four highlights');
        const [first, ...rest] = quoting('Two of them.', second).content ?? [];
        const other = quoting('', third).content?.[1];
        if (!first || !other) throw new Error('a quoting document has three blocks');
        await call('notes.update', { id: note.id, document: { type: 'doc', content: [first, ...rest, other] } });
        await call('highlights.update', { id: second.id, end: second.end - 4 });
        await call('highlights.remove', { id: third.id });
      },
    },
  });

  test('a changed one is refreshed or kept, one in the trash is marked', async ({ page }) => {
    await openNote(page, 'Who was there');
    const changed = text(page).locator('figure').first();
    await expect(changed).toContainText('The highlight has changed since:');
    await expect(text(page).locator('figure').last()).toContainText('in the trash or gone');
    await changed.getByRole('button', { name: 'keep' }).click();
    await expect(changed).not.toContainText('has changed since');
    await expect(changed).toContainText(LINES[2]);
    await saved(page);
    await page.reload();
    await openNote(page, 'Who was there');
    await expect(changed).toContainText(LINES[2]);
    await expect(changed).not.toContainText('has changed since');
  });

  test('refreshing takes the words the highlight has now', async ({ page }) => {
    await openNote(page, 'Who was there');
    const changed = text(page).locator('figure').first();
    await changed.getByRole('button', { name: 'refresh' }).click();
    await expect(changed.locator('blockquote')).toHaveText(LINES[2].slice(0, -4));
  });
});

test('an entity and a note that do not exist yet are made while writing', async ({ page, app, study }) => {
  await openNote(page, 'Who was there');
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And @Øyvind');
  await expect(page.getByRole('option', { name: 'Create “Øyvind”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: '“Øyvind” as place' }).click();
  await page.keyboard.type('and [[Sundays');
  await expect(page.getByRole('option', { name: 'Create “Sundays”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('And @Øyvind and [[Sundays]]');
  await saved(page);
  await app.stop();
  const { entities, notes } = await study.ask(async ({ call }) => ({
    entities: await call('entities.list', { type: 'place' }),
    notes: await call('notes.list', {}),
  }));
  expect(entities.map(({ name }) => name)).toEqual(['Øyvind']);
  expect(notes.map(({ title }) => title)).toContain('Sundays');
});

test('undoing in the notebook what changed the open note shows the note as it is then', async ({ page }) => {
  await openNote(page, 'Who was there');
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' An afterthought.');
  await saved(page);
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).focus();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveText('Three people, perhaps four.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the notes, ${colorScheme}`, async ({ page, study }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await goToNotes(page);
    await expect(page.getByRole('main').getByRole('button', { name: 'New note' })).toBeVisible();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await openNote(page, study.note.title);
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- [ ] a task');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('>monday');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('@Ada');
    await page.keyboard.press('Enter');
    await saved(page);
    expect((await axe(page).analyze()).violations).toEqual([]);
  });
}
