import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { createNotebook, expect, importFiles, libraryRow, saved, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

const STORY = 'The lighthouse keeper wrote every night.\n\nHer letters went to Ålesund and to Ισμήνη.\n';

const status = (page: Page) => page.getByRole('status', { name: 'Status' });
const openMenu = (page: Page) => page.getByRole('button', { name: /^Lectern / }).click();

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await dialog.getByRole('combobox', { name: 'Commands' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function newTag(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New tag' }).click();
  const dialog = page.getByRole('dialog', { name: 'New tag' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(libraryRow(page, 'Tags', name)).toBeVisible();
}

test.describe('at first start', () => {
  test('offers a new notebook, one that is there, and the sample', async ({ page }) => {
    await expect(page.getByRole('button', { name: 'New notebook' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open…' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open the sample notebook' })).toBeVisible();
    await expectAccessible(page);
  });

  test('says what is wrong with a path and keeps what was typed', async ({ page, app }) => {
    test.skip(app.choose !== undefined, 'The system’s own dialog has no path to type.');
    await page.getByRole('button', { name: 'Open…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open notebook' });
    const path = dialog.getByRole('textbox', { name: 'Path of the notebook' });
    for (const [content, sentence] of [
      [null, 'There is no such file.'],
      ['no notebook at all', 'That file is not a Lectern notebook.'],
    ] as const) {
      const file = content === null ? join(app.notebooks, 'absent.lectern') : app.file('other.lectern', content);
      await path.fill(file);
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('alert')).toHaveText(sentence);
      await expect(path).toHaveValue(file);
    }
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Open…' })).toBeFocused();
  });

  test('makes a notebook where it says, and remembers it', async ({ page, app }) => {
    await createNotebook(page, 'Island letters');
    expect(readdirSync(app.notebooks)).toContain('Island letters.lectern');
    await saved(page);
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Close notebook' }).click();
    await page.getByRole('grid', { name: 'Recent notebooks' }).getByRole('row', { name: 'Island letters' }).click();
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  });
});

test.describe('importing', () => {
  test('opens what was chosen, and reports what was skipped or failed and why', async ({ page, app }) => {
    await createNotebook(page);
    await importFiles(page, app.file('story.txt', STORY));
    await expect(libraryRow(page, 'Sources', 'story')).toHaveAttribute('aria-current', 'true');

    await importFiles(page, app.file('same.txt', STORY), app.file('nothing.txt', ''), app.file('second.txt', 'Two.\n'));
    const report = page.getByRole('dialog', { name: 'Import report' });
    await expect(report).toContainText('1 imported · 1 skipped · 1 failed');
    await expect(report).toContainText('the very same file is already here as “story”');
    await expect(report).toContainText('The file has no text in it.');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(report).toBeHidden();
  });

  test('takes files dropped on the window', async ({ page }) => {
    await createNotebook(page);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
      return transfer;
    }, STORY);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
    await expect(page.getByText('Drop to import')).toBeVisible();
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
    await expect(libraryRow(page, 'Sources', 'dropped')).toBeVisible();
    await expect(page.getByText('Drop to import')).toBeHidden();
  });

  test('makes a source of pasted text', async ({ page }) => {
    await createNotebook(page);
    await page.evaluate((text) => {
      const copied = document.createElement('section');
      copied.innerHTML = `<h2>From a page</h2><p>${text}</p>`;
      document.body.append(copied);
      getSelection()?.selectAllChildren(copied);
    }, STORY);
    await page.keyboard.press('Control+c');
    await page.evaluate(() => document.body.lastElementChild?.remove());
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: 'Import pasted text' });
    await expect(dialog.getByRole('checkbox', { name: 'Keep headings, lists, tables and emphasis' })).toBeChecked();
    // The field that has the keyboard then does not get the text as well.
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('From a page');
    await expectAccessible(page);
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Pasted letters');
    // An impatient Enter, before the first has been answered, makes no second one.
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    await expect(libraryRow(page, 'Sources', 'Pasted letters')).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(libraryRow(page, 'Sources', 'Pasted letters')).toHaveCount(1);
    await expect(page.getByRole('document').getByRole('heading', { name: 'From a page' })).toBeVisible();
  });
});

test.describe('the Library', () => {
  test('moves tags by keyboard and by menu, deletes to the trash and takes it back', async ({ page }) => {
    await createNotebook(page);
    for (const name of ['first', 'second', 'third']) await newTag(page, name);
    const tags = page.getByRole('treegrid', { name: 'Tags' });
    const names = () => tags.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));

    await libraryRow(page, 'Tags', 'third').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['first', 'third', 'second']);
    await expect(libraryRow(page, 'Tags', 'third')).toBeFocused();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(libraryRow(page, 'Tags', 'third')).toHaveAttribute('aria-level', '2');

    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Move one level up' }).click();
    await expect(libraryRow(page, 'Tags', 'third')).toHaveAttribute('aria-level', '1');

    await libraryRow(page, 'Tags', 'first').focus();
    await page.keyboard.press('Delete');
    await expect(libraryRow(page, 'Tags', 'first')).toBeHidden();
    await expect(libraryRow(page, 'Tags', 'third')).toBeFocused();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(libraryRow(page, 'Tags', 'first')).toBeVisible();
  });

  test('renames with F2 and edits colour and memo', async ({ page }) => {
    await createNotebook(page);
    await newTag(page, 'weather');
    await libraryRow(page, 'Tags', 'weather').focus();
    await page.keyboard.press('F2');
    const rename = page.getByRole('dialog', { name: 'Rename “weather”' });
    await rename.getByRole('textbox', { name: 'Name' }).fill('storms');
    await page.keyboard.press('Enter');
    await expect(libraryRow(page, 'Tags', 'storms')).toBeVisible();

    await libraryRow(page, 'Tags', 'storms').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit tag…' }).click();
    const edit = page.getByRole('dialog', { name: 'Edit tag' });
    await edit.getByRole('radio', { name: 'blue' }).check({ force: true });
    await edit.getByRole('textbox', { name: 'Memo' }).fill('Wind above force eight.');
    await expectAccessible(page);
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(edit).toBeHidden();
    await libraryRow(page, 'Tags', 'storms').click();
    await expect(page.getByRole('dialog', { name: 'storms' })).toContainText('Wind above force eight.');
  });

  test('takes back and repeats deeds by their names', async ({ page }) => {
    await createNotebook(page);
    await newTag(page, 'ferries');
    await libraryRow(page, 'Tags', 'ferries').focus();
    await page.keyboard.press('Control+z');
    await expect(libraryRow(page, 'Tags', 'ferries')).toBeHidden();
    await expect(page.getByText('Undone: New tag “ferries”')).toBeVisible();
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Redo New tag' }).click();
    await expect(libraryRow(page, 'Tags', 'ferries')).toBeVisible();
  });
});

test.describe('finding', () => {
  test('searches everything, opens at the place, and Esc returns', async ({ page, app }) => {
    await createNotebook(page);
    await importFiles(page, app.file('story.txt', STORY));
    const row = libraryRow(page, 'Sources', 'story');
    await row.focus();
    await page.keyboard.press('Control+Shift+F');
    const box = page.getByRole('searchbox', { name: 'Search' });
    await expect(box).toBeFocused();
    await box.fill('alesund');
    const results = page.getByRole('listbox', { name: 'Search results' });
    await expect(results.getByRole('option')).toContainText(['Her letters went to Ålesund']);
    await expect(results.locator('mark')).toHaveText(['Ålesund']);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(results).toBeHidden();
    await expect(row).toBeFocused();

    await page.keyboard.press('Control+Shift+F');
    await expect(results).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('Copied with its source: “Ålesund”')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(results).toBeHidden();
    await expect(page.getByRole('tab', { name: 'Read', exact: true })).toHaveAttribute('aria-selected', 'true');
  });

  test('keeps a search in the Library', async ({ page, app }) => {
    await createNotebook(page);
    await importFiles(page, app.file('story.txt', STORY));
    await page.getByRole('searchbox', { name: 'Search' }).fill('letters');
    await page.getByRole('button', { name: 'Save search…' }).click();
    await page.getByRole('dialog', { name: 'Save search' }).getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('');
    await libraryRow(page, 'Searches', 'letters').click();
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('letters');
    await expect(page.getByRole('listbox', { name: 'Search results' })).toBeVisible();
  });

  test('goes to anything by its name', async ({ page, app }) => {
    await createNotebook(page);
    await importFiles(page, app.file('story.txt', STORY), app.file('second.txt', 'Two.\n'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Go to' });
    await dialog.getByRole('combobox', { name: 'Go to' }).fill('stor');
    await expect(dialog.getByRole('option', { name: 'story' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(libraryRow(page, 'Sources', 'story')).toHaveAttribute('aria-current', 'true');
  });
});

test('exports what is open and reports on it', async ({ page, app }) => {
  await createNotebook(page);
  await importFiles(page, app.file('story.txt', STORY));
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('button', { name: /What/ })).toContainText('Source with its highlights');
  await dialog.getByRole('button', { name: /Format/ }).click();
  await page.getByRole('option', { name: 'Markdown (.md)' }).click();
  await expectAccessible(page);
  const path = await app.download(page, () => dialog.getByRole('button', { name: 'Export', exact: true }).click());
  expect(path).toMatch(/\.md$/);
  await expect(page.getByRole('dialog', { name: 'Export report' })).toContainText('No quotations.');
});

test('shows history, trash, check, settings and shortcuts, each accessible and returning the focus', async ({
  page,
}) => {
  await createNotebook(page);
  await newTag(page, 'lamp');
  const row = libraryRow(page, 'Tags', 'lamp');
  for (const [name, title] of [
    ['History', 'History'],
    ['Trash', 'Trash'],
    ['Check notebook', 'Check notebook'],
    ['Settings', 'Settings'],
    ['Show shortcuts', 'Shortcuts'],
  ] as const) {
    await row.focus();
    await command(page, name);
    await expect(page.getByRole('dialog', { name: title, exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();
  }
});

test('a panel opened by its command gives the keyboard back to where it was', async ({ page }) => {
  await createNotebook(page);
  await newTag(page, 'lamp');
  const row = libraryRow(page, 'Tags', 'lamp');
  await row.focus();
  await command(page, 'Reading settings');
  const panel = page.getByRole('dialog', { name: 'Reading settings' });
  await expect(panel).toBeVisible();
  // As if somebody had read in it for a while: the window has nearly stopped looking after the keyboard since the palette.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 2000;
  });
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(row).toBeFocused();
});

test('restores from the trash', async ({ page }) => {
  await createNotebook(page);
  await newTag(page, 'oil');
  await libraryRow(page, 'Tags', 'oil').focus();
  await page.keyboard.press('Delete');
  await command(page, 'Trash');
  await page.getByRole('dialog', { name: 'Trash' }).getByRole('button', { name: 'Restore' }).click();
  await page.keyboard.press('Escape');
  await expect(libraryRow(page, 'Tags', 'oil')).toBeVisible();
});

test('speaks Norwegian when asked to, and after a reload', async ({ page }) => {
  await createNotebook(page);
  await page.keyboard.press('Control+,');
  await page
    .getByRole('dialog', { name: 'Settings' })
    .getByRole('button', { name: /Language/ })
    .click();
  await page.getByRole('option', { name: 'Norsk bokmål' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Bibliotek' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await page.reload();
  await expect(page.getByRole('tablist', { name: 'Visninger' }).getByRole('tab')).toHaveText([
    'Les',
    'Notater',
    'Disposisjon',
    'Entiteter',
    'Analyse',
  ]);
});

test('switches views by keyboard, each of them accessible', async ({ page, app }) => {
  await createNotebook(page);
  await importFiles(page, app.file('story.txt', STORY));
  await page.getByRole('tab', { name: 'Read', exact: true }).focus();
  for (const view of ['Notes', 'Outline', 'Entities', 'Analyse', 'Read']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: view, exact: true, selected: true })).toBeFocused();
    await expectAccessible(page);
  }
});

test('is usable 900 and 600 pixels wide', async ({ page, app }) => {
  await createNotebook(page);
  await importFiles(page, app.file('story.txt', STORY));
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(inspector).toBeHidden();
  await page.getByRole('button', { name: 'Inspector' }).click();
  await expect(inspector).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 600, height: 450 });
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(600);
});

test('says so when the connection is cut, and recovers by itself', async ({ page, app }) => {
  test.skip(app.shell === 'electron', 'There is no connection that could be cut.');
  await createNotebook(page);
  const line: { isUp: boolean; cut: () => void } = { isUp: true, cut: () => undefined };
  await page.routeWebSocket(/\/channel$/, (socket) => {
    if (!line.isUp) {
      void socket.close();
      return;
    }
    const server = socket.connectToServer();
    line.cut = () => {
      line.isUp = false;
      void server.close();
      void socket.close();
    };
  });
  await page.reload();
  await saved(page);
  line.cut();
  await expect(page.getByText('The connection to the notebook was lost.')).toBeVisible();
  await expect(status(page)).toContainText('Interrupted');
  await expectAccessible(page);
  line.isUp = true;
  await expect(page.getByText('The connection to the notebook is back.')).toBeVisible();
  await saved(page);
  await newTag(page, 'after the storm');
});

test('survives the death of the engine without loading the window again', async ({ page, app }) => {
  await createNotebook(page);
  await newTag(page, 'before');
  await saved(page);
  await app.killEngine();
  await expect(page.getByText('The notebook had stopped and was opened again.')).toBeVisible();
  await expect(libraryRow(page, 'Tags', 'before')).toBeVisible();
  await newTag(page, 'after');
  await saved(page);
});

test('opens a notebook of a newer version for reading only and says so', async ({ page, app }) => {
  await createNotebook(page, 'Future');
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Close notebook' }).click();
  const file = new Database(join(app.notebooks, 'Future.lectern'));
  file.pragma('user_version = 9999');
  file.close();
  await page.getByRole('grid', { name: 'Recent notebooks' }).getByRole('row', { name: 'Future' }).click();
  await expect(status(page)).toContainText('Read-only: made by a newer version of Lectern');
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByRole('alert')).toContainText('open for reading only');
});
