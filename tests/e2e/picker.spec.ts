import { keepBusy } from './support/busy.ts';
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

test('what is typed into a dialog that opens in the moment in which another closes stands in its field', async ({
  page,
}) => {
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' }).press('Enter');
  await page.getByRole('document', { name: 'Source text' }).focus();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('t');
  await expect(page.getByRole('dialog', { name: 'Tag passage' }).getByRole('combobox')).toBeFocused();
  // Both within one frame, as on a busy machine; the text wants the keyboard back with the next.
  await page.evaluate(async () => {
    const press = (key: string, ctrlKey = false) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      );
    press('Escape');
    await Promise.resolve();
    press('k', true);
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  const goTo = page.getByRole('dialog', { name: 'Go to' });
  await expect(goTo.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Who was');
  await expect(goTo.getByRole('combobox')).toHaveValue('Who was');
});

test('what is typed right after the keys that open a dialog is typed into it, however late the keyboard gets there', async ({
  page,
}) => {
  await page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name: 'Reading Room' }).focus();
  await keepBusy(page);
  // Handed over while the window is busy, so that it gets all of them at once.
  const { keyboard } = page;
  await Promise.all([
    keyboard.down('Control'),
    keyboard.down('k'),
    keyboard.up('k'),
    keyboard.up('Control'),
    ...Array.from('Who', (letter) => keyboard.press(letter)),
  ]);
  await expect(page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox')).toHaveValue('Who');
});
