import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { createNotebook as makeNotebook, notes, openNotebook, tags } from '../../db/index.ts';
import { canMakeDisks, newSmallDisk } from '../db/support/small-disk.ts';
import {
  createNotebook,
  expect,
  importFiles,
  type LecternApp,
  libraryRow,
  saved,
  startLectern,
  test,
} from './support/app.ts';
import { CLI } from './support/loopback.ts';
import { drag, sourceText } from './support/reading.ts';

const status = (page: Page) => page.getByRole('status', { name: 'Status' });
const library = (page: Page) => page.getByRole('navigation', { name: 'Library' });
const noteText = (page: Page) => page.getByRole('textbox', { name: 'Note text' });

/** Makes a notebook in a folder of the test's own and answers its path. */
function newNotebook(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'lectern-trouble-')), 'trouble.lectern');
  makeNotebook(path).close();
  return path;
}

/** Serves a notebook to a page for as long as the work takes. */
async function served(page: Page, path: string, work: (app: LecternApp) => Promise<void>, through?: readonly string[]) {
  const app = await startLectern(path, through);
  try {
    await page.goto(app.url);
    await expect(library(page)).toBeVisible();
    await work(app);
  } finally {
    await app.stop();
  }
}

function notesOf(path: string): readonly string[] {
  const notebook = openNotebook(path);
  try {
    return notebook.read((connection) => notes.list(connection).map(({ id }) => notes.get(connection, id).text));
  } finally {
    notebook.close();
  }
}

async function newNote(page: Page, words: string): Promise<void> {
  await library(page).getByRole('button', { name: 'New note' }).click();
  await noteText(page).click();
  await page.keyboard.type(words);
}

async function newTag(page: Page, name: string): Promise<void> {
  await library(page).getByRole('button', { name: 'New tag' }).click();
  const dialog = page.getByRole('dialog', { name: 'New tag' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create tag' }).click();
}

test('what is no notebook is refused in one sentence where it was asked for', async ({ app, page }) => {
  const other = join(dirname(app.config), 'other.sqlite');
  new Database(other).exec('CREATE TABLE t (a)').close();
  await page.getByRole('button', { name: 'Open…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open notebook' });
  const cases: [string, string][] = [
    [join(app.notebooks, 'missing.lectern'), 'There is no such file.'],
    [app.file('empty.lectern', ''), 'That file is not a Lectern notebook.'],
    [app.file('text.lectern', 'Nothing to see here. '.repeat(20)), 'That file is not a Lectern notebook.'],
    [dirname(app.config), 'That file is not a Lectern notebook.'],
    [other, 'That file is not a Lectern notebook.'],
  ];
  for (const [path, sentence] of cases) {
    await dialog.getByRole('textbox').fill(path);
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog.getByRole('alert')).toHaveText(sentence);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'New notebook' })).toBeVisible();
});

test('a notebook that was not closed properly is said to be whole, once, and not again when the engine dies', async ({
  page,
}) => {
  const path = newNotebook();
  // What a program leaves that ends without closing.
  writeFileSync(`${path}-journal`, '');
  await served(page, path, async (app) => {
    const whole = page.getByText('Lectern was not closed properly last time. The notebook was checked and is whole.');
    await expect(whole.first()).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(whole).toHaveCount(0);
    await app.killEngine();
    await expect(page.getByText('The notebook had stopped and was opened again.').first()).toBeVisible();
    // Asked once: a second message would go away by itself.
    expect(await whole.count()).toBe(0);
  });
});

test('a notebook somebody else has open is not opened a second time', async ({ page }) => {
  const path = newNotebook();
  const other = await startLectern(path);
  try {
    await createNotebook(page, 'Mine');
    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog', { name: 'Open notebook' });
    await dialog.getByRole('textbox').fill(path);
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog.getByRole('alert')).toHaveText(
      /^The notebook has been open in another Lectern since \d\d:\d\d \(process \d+ on [^)]+\)\. Close it there first\.$/,
    );
    await page.keyboard.press('Escape');
    await newTag(page, 'still mine');
    await expect(libraryRow(page, 'Tags', 'still mine')).toBeVisible();
  } finally {
    await other.stop();
  }
});

test('each file that cannot be imported says why, and the odd ones that can are complete', async ({ app, page }) => {
  await createNotebook(page);
  await importFiles(
    page,
    app.file('nothing.txt', ''),
    app.file(
      'binary.txt',
      new Uint8Array(4000).map((_, at) => (at * 7919) % 256),
    ),
    app.file('broken.txt', Buffer.concat([Buffer.from('Blåbær og rødgrøt. '.repeat(9)), Buffer.from([0xff, 0x80])])),
    app.file('windows.txt', '\ufeffEn linje.\r\nTo linjer.\r\n\r\nUten slutt'),
  );
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('2 imported · 0 skipped · 2 failed');
  await expect(report).toContainText('The file has no text in it.');
  await expect(report).toContainText('Lectern cannot read this kind of file.');
  await expect(report).toContainText('2 bytes could not be decoded and were replaced by �.');
  await page.keyboard.press('Escape');
  await libraryRow(page, 'Sources', 'windows').click();
  await expect(sourceText(page)).toContainText('Uten slutt');
  await expect(library(page).getByRole('treegrid', { name: 'Sources' }).getByRole('row')).toHaveCount(2);
});

test('a line of three million characters is read, marked, found and exported', async ({ app, page }) => {
  test.slow();
  await createNotebook(page);
  const line = `${'abcde '.repeat(250_000)}needle ${'𝔘ж🙂 '.repeat(375_000)}`;
  await importFiles(page, app.file('long.txt', line));
  await libraryRow(page, 'Sources', 'long').click();
  await expect(sourceText(page)).toContainText('abcde');
  await page.getByRole('searchbox', { name: 'Search' }).fill('needle');
  await page.getByRole('option', { name: /long/ }).click();
  await expect(sourceText(page)).toContainText('needle');
  await drag(page, 'needle');
  await page.keyboard.press('1');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('needle');
  await saved(page);
  const path = join(app.notebooks, 'Study.lectern');
  await app.release();
  const target = join(dirname(app.config), 'out.md');
  const exported = spawnSync(process.execPath, [CLI, 'export', path, '--source', 'long', '-o', target]);
  expect(exported.status).toBe(0);
  expect(readFileSync(target, 'utf8')).toContain('needle');
});

const canBecomeNobody =
  process.getuid?.() === 0 && spawnSync('setpriv', ['--reuid=65534', '--clear-groups', 'true']).status === 0;

test('a notebook in a folder that cannot be written is read, and the window says so', async ({ page }) => {
  test.skip(!canBecomeNobody, 'Root may write anywhere; only root with setpriv can be somebody who may not.');
  const path = newNotebook();
  chmodSync(dirname(path), 0o755);
  const before = readFileSync(path);
  await served(
    page,
    path,
    async () => expect(status(page)).toContainText('Read-only: the file or its folder cannot be written'),
    ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a file deleted while it is open: nothing is called saved that is not, and a backup keeps the rest', async ({
  page,
}) => {
  const path = newNotebook();
  await served(page, path, async (app) => {
    await newTag(page, 'before');
    await expect(libraryRow(page, 'Tags', 'before')).toBeVisible();
    await saved(page);
    rmSync(path);
    await newTag(page, 'after');
    await expect(
      page
        .getByRole('alert')
        .getByText(/moved, replaced or deleted/)
        .first(),
    ).toBeVisible();
    await expect(status(page)).toContainText('Not saved');
    await page.keyboard.press('Escape');
    await expect(libraryRow(page, 'Tags', 'after')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.type('Back up now');
    await page.keyboard.press('Enter');
    const backups = join(app.config, 'backups');
    const made = () =>
      readdirSync(backups, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(' manual.lectern'));
    await expect(() => expect(made()).toHaveLength(1)).toPass();
    const backup = openNotebook(join(backups, made()[0] ?? ''));
    expect(backup.read(tags.list).map(({ name }) => name)).toEqual(['before']);
    backup.close();
  });
});

test.describe('when the engine is killed', () => {
  test.skip(process.platform !== 'linux', 'The engine’s process is found in /proc, which only Linux has.');

  test('everything called saved is there, and what was typed meanwhile follows', async ({ page }) => {
    const path = newNotebook();
    await served(page, path, async (app) => {
      await newNote(page, 'Written in peace. ');
      await saved(page);
      await app.killEngine();
      await page.keyboard.type('Written in trouble.');
      await expect(page.getByText('The notebook had stopped and was opened again.').first()).toBeVisible();
      await expect(noteText(page)).toHaveText('Written in peace. Written in trouble.');
      await saved(page);
    });
    expect(notesOf(path)).toEqual(['Written in peace. Written in trouble.']);
  });

  test('and its file is another one by then, the window does not say that all is well', async ({ page }) => {
    const path = newNotebook();
    await served(page, path, async (app) => {
      renameSync(path, `${path}.elsewhere`);
      copyFileSync(import.meta.filename, path);
      await app.killEngine();
      await expect(page.getByRole('alert').getByText(/stopped and could not be opened again/)).toBeVisible();
      await expect(page.getByText('Everything that was saved is here.')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'New notebook' })).toBeVisible();
    });
  });
});

test('a disk that is full: the note says it is not saved, and is once there is room again', async ({ page }) => {
  test.skip(!canMakeDisks(), 'Only root on Linux can make a disk that is full.');
  // More than there is room for in pages of the file that are free.
  const words = 'Too much for this disk. '.repeat(4_000);
  const disk = newSmallDisk('2m');
  try {
    const path = join(disk.folder, 'small.lectern');
    makeNotebook(path).close();
    await served(page, path, async (app) => {
      await newNote(page, 'In time. ');
      await saved(page);
      disk.fill();
      await noteText(page).focus();
      await page.keyboard.insertText(words);
      await expect(page.getByRole('alert').getByText(/^Not saved\. The disk is full\./)).toBeVisible();
      await expect(status(page)).not.toContainText('Saved');
      await importFiles(page, app.file('big.txt', 'A line of a text.\n'.repeat(20_000)));
      await expect(page.getByRole('dialog', { name: 'Import report' })).toContainText('The disk is full.');
      await page.keyboard.press('Escape');
      disk.free();
      await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
      await saved(page);
      await expect(library(page).getByRole('treegrid', { name: 'Sources' })).toHaveCount(0);
    });
    expect(notesOf(path)).toEqual([`In time. ${words}`]);
  } finally {
    disk.end();
  }
});

test('names are shown as they are and never become part of the page', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const names = ['<img src=x onerror=alert(1)>', '\u202Eeman', '😀'.repeat(20), 'x'.repeat(500)];
  await createNotebook(page);
  for (const name of names) {
    await newTag(page, name);
    await expect(libraryRow(page, 'Tags', name).first()).toBeVisible();
  }
  expect(await page.locator('img').count()).toBe(0);
  expect(dialogs).toEqual([]);
  await newTag(page, 'x'.repeat(1000));
  await expect(page.getByRole('alert').getByText('Lectern could not use what was entered.')).toBeVisible();
});

test('a picker of two thousand tags keeps the few in sight in the document', async ({ page }) => {
  const path = newNotebook();
  const notebook = openNotebook(path);
  notebook.write({ deed: 'create-tag', subject: '' }, (connection) => {
    const insert =
      'INSERT INTO tags (id, name, rank, colour, memo, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 0, 0)';
    for (let at = 0; at < 2000; at++) connection.run(insert, connection.newId(), `tag ${at}`, at + 1, 'red', '');
  });
  notebook.close();
  await served(page, path, async (app) => {
    await importFiles(page, app.file('one.txt', 'One word and another.'));
    await libraryRow(page, 'Sources', 'one').click();
    await drag(page, 'word');
    await page.keyboard.press('t');
    const picker = page.getByRole('dialog', { name: 'Tag passage' });
    await expect(picker.getByRole('option').first()).toBeVisible();
    expect(await picker.getByRole('option').count()).toBeLessThan(60);
    await page.keyboard.type('tag 1999');
    await expect(picker.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('tag 1999');
  });
});

test('a window loaded again in the middle of typing, and two windows on one note, lose no word', async ({
  app,
  page,
}) => {
  await createNotebook(page);
  await newNote(page, 'Typed and at once loaded again.');
  await page.reload();
  await libraryRow(page, 'Notes', 'Untitled').click();
  await expect(noteText(page)).toHaveText('Typed and at once loaded again.');
  const second = await page.context().newPage();
  await second.goto(app.url);
  await libraryRow(second, 'Notes', 'Untitled').click();
  await noteText(second).click();
  await second.keyboard.press('Control+End');
  await second.keyboard.type(' From the second.');
  await expect(noteText(page)).toContainText('From the second.');
  await second.close();
});
