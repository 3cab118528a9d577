import { readFileSync } from 'node:fs';
import { libraryRow } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, LINES, test } from './support/study.ts';

const BIBTEX = `@incollection{hall, title = {Reading Room}, author = {Hall, Mary}, booktitle = {Rooms},
  editor = {Berg, Ada}, publisher = {Harbour Press}, address = {Bergen}, year = 1926}`;

test('a citation is read into the form of a source, and exports cite by it', async ({ page, app }) => {
  await libraryRow(page, 'Sources', 'Reading Room').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit details…' }).click();
  const details = page.getByRole('dialog', { name: 'Source details' });
  await details.getByRole('textbox', { name: 'Citation' }).fill(`${BIBTEX}\n@book{open, title = {`);
  await details.getByRole('button', { name: 'Fill in' }).click();
  await expect(details.getByRole('textbox', { name: 'Appeared in' })).toHaveValue('Rooms');
  await expect(details.getByRole('textbox', { name: 'Authors' })).toHaveValue('Hall, Mary');
  await expect(details.getByRole('status')).toContainText('Line 3: The entry does not end.');
  await expectAccessible(page);
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details).toBeHidden();

  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'A talk' }).click();
  const actions = page.getByRole('toolbar', { name: 'Outline actions' });
  await actions.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const choose = async (label: RegExp, option: string) => {
    await dialog.getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose(/Format/, 'Markdown (.md)');
  await choose(/Sources are named by/, 'Footnotes');
  await dialog.getByText('Numbered headings').click();
  await dialog.getByText('Tags', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Keep these choices as' }).fill('For the press');
  await dialog.getByRole('button', { name: 'Save preset' }).click();
  await expect(dialog.getByRole('button', { name: /^For the press/ })).toBeVisible();
  await expectAccessible(page);
  const path = await app.download(page, () => dialog.getByRole('button', { name: 'Export', exact: true }).click());
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(`## 1 Beginning\n\n> ${LINES[1]}[^1]\n`);
  expect(text).toContain(
    '[^1]: Mary Hall, “Reading Room”, in _Rooms_, edited by Ada Berg (Bergen: Harbour Press, 1926), ¶ 2.',
  );
  const report = page.getByRole('dialog', { name: 'Export report' });
  await expect(report).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(report).toBeHidden();

  // The preset brings the choices back.
  await actions.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Numbered headings' })).not.toBeChecked();
  await choose(/Preset/, 'For the press');
  await expect(dialog.getByRole('checkbox', { name: 'Numbered headings' })).toBeChecked();
  await expect(dialog.getByRole('button', { name: /Footnotes/ })).toBeVisible();
});

test('an export that is left is given up: its file does not arrive', async ({ page }) => {
  const files: string[] = [];
  page.on('download', (download) => files.push(download.suggestedFilename()));
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'A talk' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const choose = async (format: string) => {
    await page.getByRole('toolbar', { name: 'Outline actions' }).getByRole('button', { name: 'Export…' }).click();
    await dialog.getByRole('button', { name: /Format/ }).click();
    await page.getByRole('option', { name: format }).click();
  };
  await choose('PDF (.pdf)');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('progressbar').waitFor();
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await expect(dialog).toBeHidden();

  // One that is made after it arrives, and would have arrived after it.
  await choose('PDF (.pdf)');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export report' })).toBeVisible();
  await expect.poll(() => files).toHaveLength(1);
});

test('Esc pressed the moment the report appears closes it', async ({ page }) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'A talk' }).click();
  const keyboard = await page.context().newCDPSession(page);
  const press = (type: 'keyDown' | 'keyUp') =>
    keyboard.send('Input.dispatchKeyEvent', { type, key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 });
  await page.exposeBinding('pressEscape', async () => {
    await Promise.all([press('keyDown'), press('keyUp')]);
  });
  const report = page.getByRole('dialog', { name: 'Export report' });
  // A few times: whether the keyboard has come into the dialog by then is a matter of milliseconds.
  for (const _ of 'abcde') {
    const pressed = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (document.querySelector('.modal h2')?.textContent !== 'Export report') return;
            observer.disconnect();
            resolve((window as unknown as { pressEscape(): Promise<void> }).pressEscape());
          });
          observer.observe(document.body, { childList: true, subtree: true });
        }),
    );
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export', exact: true }).click();
    await pressed;
    await expect(report).toBeHidden({ timeout: 5_000 });
  }
});
