import type { Locator, Page } from '@playwright/test';
import { libraryRow, saved } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/study.ts';

test.setTimeout(90_000);

test.use({
  prepare: {
    run: async ({ call }) => {
      for (const title of ['Letter of 1884', 'Letter of 1886', 'Diary']) {
        await call('sources.create', { title, text: `The words of the ${title}.` });
      }
    },
  },
});

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Sources' });
const row = (page: Page, name: string | RegExp) => tree(page).getByRole('row', { name });

test('sources are put into collections, several at once, marked as read, found, changed and taken back, by keyboard', async ({
  page,
}) => {
  await row(page, 'Letter of 1884').click();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText('The words of the Letter of 1884.');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 sources chosen')).toBeVisible();
  await expect(tree(page).locator('[role=row][aria-selected=true]')).toHaveCount(2);

  // Into a collection that is made on the way.
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Collections…' }).click();
  const picker = page.getByRole('dialog', { name: 'Collections of 2 sources' });
  await page.keyboard.type('Letters');
  await page.keyboard.press('Enter');
  await expect(picker.getByRole('option', { name: 'Letters' })).toContainText('✓');
  await page.keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await expect(row(page, 'Letters')).toContainText('2');
  await expect(row(page, 'Letter of 1884')).toHaveCount(0);
  await row(page, 'Letters').click();
  await expect(row(page, 'Letter of 1884')).toHaveAttribute('aria-level', '2');

  // A second one inside the first, and a source dragged into it.
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'New collection inside…' }).click();
  await page.keyboard.type('Late');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Late')).toHaveAttribute('aria-level', '2');
  await row(page, 'Letter of 1886').dragTo(row(page, 'Late'));
  await expect(row(page, 'Late')).toContainText('1');
  await row(page, 'Late').click();
  await expect(row(page, 'Letter of 1886')).toHaveAttribute('aria-level', '3');

  // Several are marked and changed as one step.
  await row(page, 'Letter of 1884').click();
  await row(page, 'Letter of 1886').click({ modifiers: ['ControlOrMeta'] });
  const actions = page.getByRole('button', { name: 'Actions', exact: true });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Mark as read' }).click();
  await expect(row(page, 'Letter of 1886').getByRole('img', { name: 'Read' })).toBeVisible();
  await actions.click();
  await page.getByRole('menuitem', { name: 'Edit details…' }).click();
  const details = page.getByRole('dialog', { name: 'Details of 2 sources' });
  await details.getByRole('textbox', { name: 'Authors' }).fill('Dahl, Henrik');
  await details.getByRole('textbox', { name: 'Date' }).fill('1884');
  await expectAccessible(page);
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details).toBeHidden();

  // Fields side by side stand at one height, whatever is said below one of them.
  await row(page, 'Diary').click({ modifiers: ['ControlOrMeta'] });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Edit details…' }).click();
  const mixed = page.getByRole('dialog', { name: 'Details of 3 sources' });
  const top = async (field: Locator) => Math.round((await field.boundingBox())?.y ?? 0);
  const date = mixed.getByRole('textbox', { name: 'Date' });
  await expect(date).toHaveAccessibleDescription('Not the same in all; left as it is.');
  expect(await top(date)).toBe(await top(mixed.getByRole('button', { name: 'Kind of work' })));
  await page.keyboard.press('Escape');
  await expect(mixed).toBeHidden();

  // One collection alone.
  await row(page, 'Late').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Show only this' }).click();
  await expect(page.getByText('1 of 4 shown')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();

  // Looked for, sorted, and all shown again.
  await page.getByRole('button', { name: 'Sort and filter' }).click();
  const panel = page.getByRole('dialog', { name: 'Sort and filter' });
  await panel.getByRole('textbox', { name: 'Title, author or date' }).fill('henrik 1884');
  await expect(page.getByText('2 of 4 shown')).toBeVisible();
  await expect(row(page, 'Diary')).toHaveCount(0);
  await panel.getByText('Unread').click();
  await expect(page.getByText('0 of 4 shown')).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Show all' }).click();
  await panel.getByRole('button', { name: 'Sort by' }).click();
  await page.getByRole('option', { name: 'Title' }).click();
  await page.keyboard.press('Escape');
  await expect(tree(page).getByRole('row').last()).toContainText('Reading Room');

  // One step each.
  await row(page, 'Diary').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expect(page.getByText('2 sources are in the trash.')).toBeVisible();
  await expect(row(page, 'Diary')).toHaveCount(0);
  await expect(page.getByText('sources chosen')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(page, 'Diary')).toBeVisible();
  await row(page, 'Letters').focus();
  await page.keyboard.press('Delete');
  await expect(libraryRow(page, 'Sources', 'Letter of 1884')).toHaveAttribute('aria-level', '1');
  await saved(page);
  await expectAccessible(page);
});
