import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from '@playwright/test';
import mammoth from 'mammoth';
import type { Highlight, Note, Outline } from '../../main/contract/index.ts';
import { createNotebook, expect, importFiles, type LecternApp, libraryRow, saved, test } from './support/app.ts';
import { CLI } from './support/loopback.ts';
import { drag, sourceText } from './support/reading.ts';

const TEXT = [
  'Протокол 7. Møtet i Vardø ble ledet av ნინო ბერიძე, for anledningen kalt Нина Берг.',
  '',
  'Ordføreren sa at broen ikke kunne bygges før våren. Ингеборг svarte: «Da er det for sent.»',
  'Det ble stille – helt stille 𝔘 – og så gikk alle hjem.',
].join('\n');

const GEORGIAN = 'ნინო ბერიძე';
const BRIDGE = 'broen ikke kunne bygges før våren';
const SILENCE = 'helt stille 𝔘 – og så';
const LINE = (quote: string, paragraph: number) => ({ quote, where: `Protokoll, ¶ ${paragraph}` });
const EXPECTED = [LINE(BRIDGE, 2), LINE(GEORGIAN, 1), LINE(SILENCE, 3)];

/** More than any view has stops of the Tab key. */
const MOST_TABS = 80;

const passageActions = (page: Page) => page.getByRole('toolbar', { name: 'Passage actions' });
const view = (page: Page, name: string) => page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name });

test('the main job by mouse', async ({ page, browser, app }) => {
  await createNotebook(page);
  await importFiles(page, app.file('Protokoll.txt', TEXT));
  await libraryRow(page, 'Sources', 'Protokoll').click();

  await selectWords(page, GEORGIAN);
  await passageActions(page).getByRole('button', { name: 'Highlight green' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Skrevet slik i originalen.');

  await selectWords(page, BRIDGE);
  await passageActions(page).getByRole('button', { name: 'Tag' }).click();
  const tagging = page.getByRole('dialog', { name: 'Tag passage' });
  await tagging.getByRole('combobox', { name: 'Tag passage' }).fill('hastverk');
  await tagging.getByRole('option', { name: 'Create “hastverk”' }).click();
  await expect(libraryRow(page, 'Tags', 'hastverk')).toBeVisible();
  await expect(tagging).toBeHidden();

  await selectWords(page, 'Нина Берг');
  await passageActions(page).getByRole('button', { name: 'Link entity' }).click();
  const linking = page.getByRole('dialog', { name: 'Link entity' });
  await linking.getByRole('option', { name: 'Create “Нина Берг”' }).click();
  await linking.getByRole('option', { name: 'person' }).click();
  await expect(linking).toBeHidden();
  await expect(sourceText(page)).toBeFocused();

  for (const words of [BRIDGE, GEORGIAN]) {
    await selectWords(page, words);
    await passageActions(page).getByRole('button', { name: 'Add to outline' }).click();
    const adding = page.getByRole('dialog', { name: 'Add to outline' });
    await adding.getByRole('combobox').fill('Kapittel 1');
    await adding.getByRole('option', { name: 'Kapittel 1' }).click();
    await expect(page.getByText('Added to “Kapittel 1”.').first()).toBeVisible();
  }

  await selectWords(page, SILENCE);
  await passageActions(page).getByRole('button', { name: 'Note' }).click();
  await page.getByRole('textbox', { name: 'Note title' }).fill('Stillheten');
  await page.getByRole('textbox', { name: 'Note text' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Hva sa de ikke?');
  await saved(page);
  await page.getByRole('button', { name: 'jump to passage' }).click();
  await expect(sourceText(page)).toContainText('Det ble stille');

  await libraryRow(page, 'Outlines', 'Kapittel 1').click();
  const panel = page.getByRole('tablist', { name: 'About the outline' });
  await panel.getByRole('tab', { name: 'Notes' }).click();
  await page
    .getByRole('tabpanel', { name: 'Notes' })
    .getByRole('button', { name: /Stillheten/ })
    .click();
  await expect(page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name: /Stillheten/ })).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search' }).fill('ingeborg svarte');
  await expect(page.getByText('Nothing found for “ingeborg svarte”.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('ИНГЕБОРГ');
  await page
    .getByRole('listbox', { name: 'Search results' })
    .getByRole('option', { name: 'Protokoll' })
    .first()
    .click();
  await expect(sourceText(page)).toContainText('Ингеборг svarte');

  await libraryRow(page, 'Outlines', 'Kapittel 1').click();
  await checkExports(page, browser, app, async (format) => {
    await page.getByRole('toolbar', { name: 'Outline actions' }).getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: /Format/ }).click();
    await page.getByRole('option', { name: format }).click();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  });
  await checkNotebook(app);
});

test('the main job by keyboard alone', async ({ page, browser, app }) => {
  // Some hundred key presses, one after the other.
  test.slow();
  const { keyboard } = page;
  /** Chooses from a list that is open by typing and Enter. */
  const pick = async (dialog: string, words: string, option: string | RegExp) => {
    await expect(page.getByRole('dialog', { name: dialog }).getByRole('combobox')).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type(words);
    await expect(
      page.getByRole('dialog', { name: dialog }).getByRole('option', { name: option }).first(),
    ).toBeVisible();
    await keyboard.press('Enter');
  };
  const command = async (name: string) => {
    await keyboard.press('Control+Shift+p');
    await pick('Commands', name, name);
  };
  const goTo = async (name: string) => {
    await keyboard.press('Control+k');
    await pick('Go to', name, name);
  };
  /** Selects words of the text, which has the keyboard, by moving to them from its beginning. */
  const select = async (words: string) => {
    await expect(sourceText(page)).toBeFocused();
    const before = TEXT.replaceAll('\n\n', '\n').split(words)[0] ?? '';
    await keyboard.press('Control+Home');
    for (const _ of before) await keyboard.press('ArrowRight');
    for (const _ of words) await keyboard.press('Shift+ArrowRight');
    await expect(passageActions(page)).toBeVisible();
  };

  await app.choose?.(join(app.notebooks, 'Study'));
  await tabTo(page, page.getByRole('button', { name: 'New notebook' }));
  await keyboard.press('Enter');
  if (!app.choose) {
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type('Study');
    await keyboard.press('Enter');
  }
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  // The keyboard comes home once the dialog is gone.
  await expect(page.getByRole('main')).toBeFocused();

  const chooser = page.waitForEvent('filechooser');
  await keyboard.press('Control+i');
  await (await chooser).setFiles(app.file('Protokoll.txt', TEXT));
  await expect(libraryRow(page, 'Sources', 'Protokoll')).toBeVisible();
  await goTo('Protokoll');

  await select(GEORGIAN);
  await keyboard.press('2');
  await keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' }).locator(':focus')).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Comment' }));
  await keyboard.type('Skrevet slik i originalen.');
  await goTo('Protokoll');

  await select(BRIDGE);
  await keyboard.press('t');
  await pick('Tag passage', 'hastverk', 'Create “hastverk”');
  await select('Нина Берг');
  await keyboard.press('e');
  await pick('Link entity', 'Нина Берг', 'Create “Нина Берг”');
  await pick('Link entity', 'person', 'person');
  for (const words of [BRIDGE, GEORGIAN]) {
    await select(words);
    await keyboard.press('o');
    await pick('Add to outline', 'Kapittel 1', words === BRIDGE ? 'Create “Kapittel 1”' : /^Kapittel 1/);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('Added to “Kapittel 1”.').first()).toBeVisible();
  }
  await select(SILENCE);
  await keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note title' })).toBeFocused();
  await keyboard.type('Stillheten');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note text' })).toBeFocused();
  await keyboard.press('Control+End');
  await keyboard.type('Hva sa de ikke?');
  await saved(page);

  await goTo('Kapittel 1');
  await expect(view(page, 'Outline')).toHaveAttribute('aria-selected', 'true');
  const notes = page.getByRole('tablist', { name: 'About the outline' }).getByRole('tab', { name: 'Notes' });
  await tabTo(page, page.getByRole('tablist', { name: 'About the outline' }).getByRole('tab', { selected: true }));
  await keyboard.press('End');
  await expect(notes).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, page.getByRole('tabpanel', { name: 'Notes' }).getByRole('button', { name: /Stillheten/ }));
  await keyboard.press('Enter');
  await expect(page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name: /Stillheten/ })).toBeVisible();

  await keyboard.press('Control+Shift+f');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await keyboard.type('ИНГЕБОРГ');
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(sourceText(page)).toContainText('Ингеборг svarte');

  await command('New tag');
  await expect(page.getByRole('dialog', { name: 'New tag' })).toBeVisible();
  await keyboard.press('Escape');
  await goTo('Kapittel 1');
  await expect(view(page, 'Outline')).toHaveAttribute('aria-selected', 'true');
  await checkExports(page, browser, app, async (format) => {
    await keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await tabTo(page, dialog.getByRole('button', { name: /Format/ }));
    await keyboard.press('Enter');
    await expect(page.getByRole('option', { name: format })).toBeVisible();
    await keyboard.type(format.slice(0, 3));
    await expect(page.getByRole('option', { name: format })).toBeFocused();
    await keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Export', exact: true }));
    await keyboard.press('Enter');
  });
  await checkNotebook(app);
});

/** Exports the outline in every format, reads each document with another program, and looks for every quotation. */
async function checkExports(
  page: Page,
  browser: Browser,
  app: LecternApp,
  run: (format: string) => Promise<void>,
): Promise<void> {
  const readers: Readonly<Record<string, (path: string) => Promise<string>>> = {
    'Markdown (.md)': async (path) => readFileSync(path, 'utf8'),
    'Web page (.html)': (path) => shownBy(browser, path),
    'Word (.docx)': async (path) => (await mammoth.extractRawText({ path })).value,
  };
  for (const [format, read] of Object.entries(readers)) {
    const path = await app.download(page, () => run(format));
    const report = page.getByRole('dialog', { name: 'Export report' });
    await expect(report).toContainText('3 quotations, each with its source.');
    await page.keyboard.press('Escape');
    await expect(report).toBeHidden();
    const text = await read(path);
    for (const { quote, where } of EXPECTED) {
      expect(text, format).toContain(quote);
      expect(text.slice(text.indexOf(quote)), format).toContain(where);
    }
    expect(text, format).toContain('Hva sa de ikke?');
  }
}

/** Selects words on screen with the mouse. */
async function selectWords(page: Page, words: string): Promise<void> {
  await expect(sourceText(page)).toContainText(words);
  // A click beside the text lets go of what was selected, whose toolbar may lie over the words.
  await sourceText(page).getByRole('heading', { level: 1 }).click();
  await expect(passageActions(page)).toBeHidden();
  await drag(page, words);
  await expect(passageActions(page)).toBeVisible();
}

/** The words a browser shows of a file. */
async function shownBy(browser: Browser, path: string): Promise<string> {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(path).href);
  const words = await tab.locator('body').innerText();
  await tab.close();
  return words;
}

/** Presses Tab until something has the keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Asks the notebook through the command line, as a script would. */
async function checkNotebook(app: LecternApp): Promise<void> {
  const notebook = join(app.notebooks, 'Study.lectern');
  await app.release();
  const ask = <T>(...args: readonly string[]): T => {
    return JSON.parse(execFileSync(process.execPath, [CLI, ...args, '--json'], { encoding: 'utf8' }));
  };
  const highlights = ask<readonly Highlight[]>('list', notebook, 'highlights');
  const of = (quote: string) => highlights.find((highlight) => highlight.quote === quote);
  expect(of(GEORGIAN)).toMatchObject({ colour: 'green', comment: 'Skrevet slik i originalen.', locator: '¶ 1' });
  expect(of(BRIDGE)).toMatchObject({ tags: ['hastverk'], locator: '¶ 2' });
  const { text } = ask<{ text: string }>(
    'call',
    notebook,
    'sources.text',
    JSON.stringify({ id: of(BRIDGE)?.sourceId }),
  );
  for (const { quote } of EXPECTED) {
    const { start, end } = of(quote) ?? { start: 0, end: 0 };
    expect([...text].slice(start, end).join('')).toBe(quote);
  }
  expect(ask('list', notebook, 'entities')).toMatchObject([{ name: 'Нина Берг', type: 'person', mentions: 1 }]);
  expect(ask<readonly Note[]>('list', notebook, 'notes')).toMatchObject([{ title: 'Stillheten', quotations: 1 }]);
  const [outline] = ask<readonly Outline[]>('list', notebook, 'outlines');
  expect(outline).toMatchObject({ title: 'Kapittel 1', items: 3, quotations: 2 });
  expect(ask('check', notebook)).toMatchObject({ ok: true });
}

const real = resolve(import.meta.dirname, '../../../shared/texts/stalin-nb.txt');

test('a real text: every character kept, and a mark by mouse on its Georgian words exports exactly them', async ({
  page,
  app,
}) => {
  test.skip(!existsSync(real), `${basename(real)} is not on this machine`);
  await createNotebook(page);
  await importFiles(page, real);
  await libraryRow(page, 'Sources', 'stalin-nb').click();
  await selectWords(page, 'იოსებ სტალინი');
  await passageActions(page).getByRole('button', { name: 'Highlight red' }).click();
  await saved(page);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: /Format/ }).click();
  await page.getByRole('option', { name: 'Markdown' }).click();
  const path = await app.download(page, () => dialog.getByRole('button', { name: 'Export', exact: true }).click());
  const markdown = readFileSync(path, 'utf8');
  expect(markdown).toContain('> იოსებ სტალინი\n>\n> — stalin-nb, ¶ 1');
  const lines = readFileSync(real, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  await app.release();
  const notebook = join(app.notebooks, 'Study.lectern');
  const [highlight] = JSON.parse(
    execFileSync(process.execPath, [CLI, 'list', notebook, 'highlights', '--json'], { encoding: 'utf8' }),
  );
  const { text } = JSON.parse(
    execFileSync(
      process.execPath,
      [CLI, 'call', notebook, 'sources.text', JSON.stringify({ id: highlight.sourceId })],
      { encoding: 'utf8' },
    ),
  );
  expect(text).toBe(`${lines.join('\n')}\n`);
  expect([...text].slice(highlight.start, highlight.end).join('')).toBe('იოსებ სტალინი');
});
