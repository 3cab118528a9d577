import { axe } from './support/axe.ts';
import { actions, BEGUN, item, openOutline, rows } from './support/outline.ts';
import { expect, LINES, saved, test } from './support/study.ts';

test('read as text, and jump from a quotation to its passage', async ({ page }) => {
  await openOutline(page);
  await actions(page).getByRole('button', { name: 'Read as text' }).click();
  const reading = page.getByRole('article', { name: 'Outline as text' });
  await expect(reading.getByRole('heading', { name: '1 Beginning' })).toBeVisible();
  await expect(reading).toContainText(`${LINES[1]}Reading Room, ¶ 2`);
  await actions(page).getByRole('button', { name: 'Read as text' }).click();

  await item(page, LINES[1]).dblclick();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText(LINES[1]);
});

test('an outline is made of pasted Markdown and of an OPML file, and what was left out is said', async ({ page }) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Import outline…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import outline' });
  const text = dialog.getByRole('textbox', { name: 'Outline as text' });
  await expect(text).toBeFocused();
  await text.fill('<feed/>');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toContainText('The file is damaged');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await text.fill('# Plan\n\n## One\n\nText ![p](p.png)\n\n## Two\n');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect.poll(() => rows(page)).toEqual(['1 One', '- Text p', '2 Two']);
  const said = page.getByRole('alert').filter({ hasText: '“Plan” is imported: 3 items. 1 picture was left out.' });
  await expect(said).toBeVisible();
  await said.getByRole('button').click();

  const name = 'ærlig.opml';
  const buffer = Buffer.from(
    '<opml><body><outline text="Første" _note="Kort"><outline text="Under"/></outline></body></opml>',
  );
  await page.getByLabel('Choose files to import').setInputFiles({ name, mimeType: 'text/x-opml', buffer });
  await expect.poll(() => rows(page)).toEqual(['1 Første', '- Under']);
  await expect(page.getByRole('textbox', { name: 'Outline title' })).toHaveValue('ærlig');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The outline cannot be opened')).toBeVisible();
});

test('the panel: filter unused passages, add with Enter, add a note, edit the chosen item', async ({ page }) => {
  await openOutline(page);
  await item(page, 'A word of mine').click();
  const panel = page.getByRole('complementary', { name: 'Inspector' });
  await panel.getByRole('button', { name: /Tag/ }).click();
  await page.getByRole('option', { name: 'place' }).click();
  await expect(panel.getByText('2 of 2 passages')).toBeVisible();
  await panel.getByRole('button', { name: LINES[2] }).press('Enter');
  await expect.poll(() => rows(page)).toEqual([...BEGUN.slice(0, 3), `- ${LINES[2]}`, '2 End']);

  await panel.getByRole('tab', { name: 'Notes' }).click();
  await panel.getByRole('button', { name: 'Who was there' }).press('Enter');
  await expect.poll(() => rows(page)).toEqual([...BEGUN.slice(0, 3), `- ${LINES[2]}`, '- Who was there', '2 End']);

  await item(page, 'A word of mine').click();
  await panel.getByRole('tab', { name: 'Item' }).click();
  await panel.getByRole('textbox', { name: 'Text of the item' }).fill('Another word');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(item(page, 'Another word')).toBeVisible();
  await panel.getByRole('button', { name: 'Outdent' }).click();
  await expect.poll(() => rows(page)).toContain('Another word');

  // A quotation is copied with its source, by key here and by the button of a passage there.
  await item(page, LINES[1]).focus();
  await page.keyboard.press('Control+c');
  await expect(page.getByText(`Copied with its source: “${LINES[1].slice(0, 20)}`)).toBeVisible();
  await panel.getByRole('tab', { name: 'Unused passages' }).click();
  await panel.getByRole('button', { name: 'Copy with citation' }).first().click();
  await expect(page.getByText(/Copied with its source: “/)).toHaveCount(2);
  await panel.getByRole('tab', { name: 'Item' }).click();

  // What a heading is about, how far it is, and how long it is to become.
  await item(page, 'Beginning').click();
  const gist = panel.getByRole('textbox', { name: 'Gist in one line' });
  await gist.fill('Who met, and where');
  await gist.press('Enter');
  await expect(item(page, 'Beginning')).toContainText('Who met, and where');
  await panel.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'Done' }).click();
  await expect(item(page, 'Beginning')).toContainText('Done');
  const target = panel.getByRole('textbox', { name: 'Word target' });
  await target.fill('many');
  await expect(panel.getByText('A whole number of words, or nothing.')).toBeVisible();
  await target.fill('1 200');
  await target.press('Enter');
  await expect(item(page, 'Beginning')).toContainText('of 1,200 words');
  await expect(page.locator('.outline-meta')).toContainText('1 of 1 done');
  await saved(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the outline, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openOutline(page);
    await item(page, LINES[1]).click();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Item' }).click();
    await item(page, 'End').focus();
    await page.keyboard.press('F2');
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await actions(page).getByRole('button', { name: 'Read as text' }).click();
    expect((await axe(page).analyze()).violations).toEqual([]);
  });
}
