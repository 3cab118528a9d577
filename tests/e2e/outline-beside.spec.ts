import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { actions, item, openOutline, rows } from './support/outline.ts';
import { expect, LINES, test } from './support/study.ts';

async function beside(page: Page, what: RegExp): Promise<void> {
  await actions(page).getByRole('button', { name: 'Side by side' }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

test('side by side with the preview, which follows every move and choice, with a source and with a note', async ({
  page,
}) => {
  await openOutline(page);
  await actions(page).getByRole('button', { name: 'Preview' }).click();
  const pane = page.getByRole('region', { name: 'Preview beside the outline' });
  await expect(pane).toContainText('1 quotation, all with their source');
  const shown = pane.frameLocator('iframe');
  const headings = shown.getByRole('heading', { level: 2 });
  await expect(headings).toHaveText(['1 Beginning', '2 End', 'Sources']);
  await item(page, 'End').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(headings).toHaveText(['1 End', '2 Beginning', 'Sources']);
  await pane.getByRole('button', { name: 'Options' }).click();
  await pane.getByText('List of sources').click();
  await expect(headings).toHaveText(['1 End', '2 Beginning']);
  await expectAccessible(page);

  // The same choices go into the export, and a branch that is shown alone is all of it.
  await item(page, 'Beginning').focus();
  await page.keyboard.press('Control+Enter');
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Beginning');
  await pane.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('button', { name: /^Beginning/ })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'List of sources' })).not.toBeChecked();
  await expect(dialog.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('Beginning');
  await dialog.getByRole('button', { name: /^Beginning/ }).click();
  await page.getByRole('option', { name: 'The whole outline' }).click();
  await expect(dialog.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('A talk');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+Backspace');

  await beside(page, /^Source/);
  const text = page.getByRole('document', { name: 'Source text' });
  await item(page, LINES[1]).focus();
  await page.keyboard.press('Enter');
  await expect(text.getByText(LINES[1])).toBeVisible();
  // What is in focus there has handles.
  await expect(page.locator('.reader-handle').first()).toBeVisible();
  await expect(item(page, LINES[1])).toBeFocused();
  await expect(page.getByRole('tree', { name: 'Outline' })).toBeVisible();
  await expectAccessible(page);

  await beside(page, /^Note/);
  await page
    .getByRole('region', { name: 'Note beside the outline' })
    .getByRole('button', { name: /^Who was there/ })
    .click();
  await page.getByRole('textbox', { name: 'Note text' }).click();
  await page.keyboard.type('More: ');
  await expect(page.getByRole('textbox', { name: 'Note text' })).toContainText('More:');
  await expect.poll(() => rows(page)).toHaveLength(4);
  await page.getByRole('button', { name: 'Outline alone' }).click();
  await expect(page.getByRole('textbox', { name: 'Note text' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
});
