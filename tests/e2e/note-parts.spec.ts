import { libraryRow } from './support/app.ts';
import { chooseMore, formatting, text, title } from './support/notes.ts';
import { expect, LINES, test } from './support/study.ts';

test('passages as a note, looked into, parted, put together again, split, and alone in the window', async ({
  page,
}) => {
  await libraryRow(page, 'Sources', 'Reading Room').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Passages as a note' }).click();
  await expect(title(page)).toHaveValue('Passages: Reading Room');
  await expect(text(page).getByRole('figure')).toHaveText(LINES.slice(1).map((line) => new RegExp(line)));
  await expect(
    page.getByRole('list', { name: 'Attached to' }).getByRole('button', { name: 'Reading Room', exact: true }),
  ).toBeVisible();

  // What a quotation is of is shown while the pointer rests on it, and goes with Escape.
  await text(page).getByRole('figure').first().locator('blockquote').hover();
  const preview = page.locator('.note-preview');
  await expect(preview).toContainText('Reading Room, ¶ 2');
  await expect(preview).toContainText('Tags: meeting');
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  const { keyboard } = page;
  const line = text(page).locator('p').last();
  await line.click();
  await keyboard.type('They stayed. They left.');
  for (const _ of 'They left.') await keyboard.press('Shift+ArrowLeft');
  await chooseMore(page, 'Selection as a new note');
  await expect(line).toHaveText('They stayed. [[They left.]]');

  await chooseMore(page, 'Merge another note into this');
  await page.getByRole('dialog', { name: 'Merge a note into this one' }).getByRole('combobox').fill('left');
  await keyboard.press('Enter');
  await expect(text(page).getByRole('heading', { name: 'They left.' })).toBeVisible();
  await expect(text(page)).toContainText('They stayed. [[They left.]]They left.They left.');

  await line.click();
  await chooseMore(page, 'Split note here');
  await expect(line).toHaveText('[[They left.]]');
  await line.getByText('[[They left.]]').click();
  await expect(title(page)).toHaveValue('They left.');
  await expect(text(page)).toHaveText('They left.');

  const library = page.getByRole('navigation', { name: 'Library' });
  await formatting(page).getByRole('button', { name: 'Focus mode' }).click();
  await expect(library).toBeHidden();
  await formatting(page).getByRole('button', { name: 'Focus mode' }).click();
  await expect(library).toBeVisible();
});
