import { axe } from './support/axe.ts';
import { chooseMore, goToNotes, openNote, text, title } from './support/notes.ts';
import { expect, saved, test } from './support/study.ts';

test('two windows on one note: nothing is overwritten, and both versions can be kept', async ({
  page,
  browser,
  app,
}) => {
  test.skip(app.shell === 'electron', 'The desktop program has one window.');
  await page.clock.install();
  await openNote(page, 'Who was there');
  // A context of its own, because a clock belongs to all pages of one.
  const second = await browser.newPage({ locale: 'en-GB' });
  await second.goto(app.url);
  await openNote(second, 'Who was there');

  // From here on no pause ends in the first window: its words wait, unsaved, while the second one saves.
  await page.clock.pauseAt(Date.now() + 60_000);
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' From the first window.');
  await text(second).click();
  await second.keyboard.press('Control+End');
  await second.keyboard.type(' From the second.');
  await saved(second);
  await page.clock.resume();
  const notice = page.getByRole('main').getByRole('alert');
  await expect(notice).toContainText('changed somewhere else');
  await notice.getByRole('button', { name: 'Keep both' }).click();
  await expect(title(page)).toHaveValue('Who was there (my version)');
  await expect(text(page)).toContainText('From the first window.');
  await expect(text(second)).toContainText('From the second.');
  await second.close();
});

test('a note that is deleted while it is open can be had back, and deleted for good its words can still be kept', async ({
  page,
  browser,
  app,
}) => {
  test.skip(app.shell === 'electron', 'The desktop program has one window.');
  await goToNotes(page);
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click();
  await title(page).fill('In two windows');
  await text(page).fill('Not to be lost.');
  await saved(page);
  const second = await browser.newPage({ locale: 'en-GB' });
  await second.goto(app.url);
  const remove = async () => {
    await openNote(second, 'In two windows');
    await chooseMore(second, 'Delete note');
  };
  await remove();
  const notice = page.getByRole('main').getByRole('alert');
  await expect(notice).toContainText('This note is in the trash.');
  // What is typed meanwhile cannot be saved, and is when the note is back.
  await page.keyboard.type(' Typed meanwhile.');
  await notice.getByRole('button', { name: 'Restore' }).click();
  await expect(notice).toHaveCount(0);
  await saved(page);
  await remove();
  await second.keyboard.press('Control+Shift+P');
  await second.getByRole('combobox', { name: 'Commands' }).fill('Trash');
  await second.keyboard.press('Enter');
  const trash = second.getByRole('dialog', { name: 'Trash' });
  await trash.getByRole('button', { name: 'Empty trash…' }).click();
  await trash.getByRole('button', { name: 'Delete for good' }).click();
  await expect(notice).toContainText('This note was deleted for good.');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await notice.getByRole('button', { name: 'Keep as a new note' }).click();
  await expect(notice).toHaveCount(0);
  await expect(title(page)).toHaveValue('In two windows');
  await expect(text(page)).toHaveText('Not to be lost. Typed meanwhile.');
  await second.close();
});

test('the engine is killed while words are unsaved: they are kept and saved when it is back', async ({
  page,
  app,
  study,
}) => {
  await openNote(page, 'Who was there');
  await text(page).click();
  await page.keyboard.press('Control+End');
  await app.killEngine();
  await page.keyboard.type(' Typed into the gap.');
  await expect(text(page)).toContainText('Typed into the gap.');
  await saved(page);
  await app.stop();
  const note = await study.ask(({ call }) => call('notes.get', { id: study.note.id }));
  expect(note.text).toContain('perhaps four. Typed into the gap.');
});
