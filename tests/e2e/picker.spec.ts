import { expect, test } from './support/study.ts';

test('Enter that ends a composition takes no row, and Esc that gives one up closes nothing', async ({ page }) => {
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' }).focus();
  await page.keyboard.press('Control+k');
  const goTo = page.getByRole('dialog', { name: 'Go to' });
  await page.keyboard.type('Who');
  await expect(goTo.getByRole('option').first()).toContainText('Who was there');
  // As an input method has the browser report it while letters are being put together.
  const compose = (key: string) =>
    goTo.getByRole('combobox').evaluate((field, pressed) => {
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: pressed, isComposing: true, bubbles: true, cancelable: true }),
      );
    }, key);
  await compose('Enter');
  await compose('Escape');
  await page.keyboard.type(' was');
  await expect(goTo.getByRole('combobox')).toHaveValue('Who was');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('textbox', { name: 'Title' })).toHaveValue('Who was there');
});
