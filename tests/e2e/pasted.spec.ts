import { createNotebook, expect, test } from './support/app.ts';

test('what is pasted with the keyboard comes once, and the field for its title has the first line alone', async ({
  page,
  app,
}) => {
  await createNotebook(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(app.url).origin });
  await page.evaluate(() => navigator.clipboard.writeText('A pasted line\nand another'));
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: 'Import pasted text' });
  const title = dialog.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await expect(title).toHaveValue('A pasted line');
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await expect(title).toHaveValue('A pasted line!');
});
