import type { Page, WebSocketRoute } from '@playwright/test';
import { createNotebook as makeNotebook } from '../../db/index.ts';
import { expect, type Study, saved, test } from './support/study.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Note text' });
const title = (page: Page) => page.getByRole('textbox', { name: 'Note title' });

/** The line between page and shell, with a third who says what only the desktop's shell says. */
interface Between {
  say(message: object): void;
  /** The methods the page has asked for, `METHOD!` once each is answered, and `flushed`. */
  readonly heard: string[];
}

async function standBetween(page: Page): Promise<Between> {
  const heard: string[] = [];
  const methods = new Map<number, string>();
  let window: WebSocketRoute | undefined;
  await page.routeWebSocket(/\/channel$/, (route) => {
    window = route;
    const shell = route.connectToServer();
    route.onMessage((message) => {
      const { call, method, flushed } = JSON.parse(String(message));
      if (flushed) heard.push('flushed');
      if (method) heard.push(method);
      methods.set(call, method);
      shell.send(message);
    });
    shell.onMessage((message) => {
      const { call, output } = JSON.parse(String(message));
      if (output !== undefined) heard.push(`${methods.get(call)}!`);
      route.send(message);
    });
  });
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  return { heard, say: (message) => window?.send(JSON.stringify(message)) };
}

async function openNote(page: Page, { note }: Study): Promise<void> {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: note.title }).click();
  await text(page).click();
  await page.keyboard.press('Control+End');
}

test('before its window closes the page saves, and says so afterwards', async ({ page, study }) => {
  const { heard, say } = await standBetween(page);
  await openNote(page, study);
  await page.keyboard.type(' The last words');
  heard.length = 0;
  say({ flush: true });
  await expect.poll(() => heard).toContain('flushed');
  expect(heard).toContain('notes.save!');
  expect(heard.indexOf('notes.save!')).toBeLessThan(heard.indexOf('flushed'));
});

test('a field that is saved when it is left is saved before the window closes', async ({ page, study }) => {
  const { heard, say } = await standBetween(page);
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: study.outline.title }).click();
  await page.getByRole('textbox', { name: 'Outline title' }).fill('A longer talk');
  heard.length = 0;
  say({ flush: true });
  await expect.poll(() => heard).toContain('flushed');
  expect(heard.slice(0, heard.indexOf('flushed'))).toContain('outlines.update!');
});

test('a notebook opened from outside is opened once the note is saved', async ({ page, app, study }) => {
  const other = app.file('other.lectern', '').replace('other', 'second');
  makeNotebook(other).close();
  const { heard, say } = await standBetween(page);
  await openNote(page, study);
  await page.keyboard.type(' The last words');
  heard.length = 0;
  say({ open: other });
  await expect(page).toHaveTitle('second – Lectern');
  expect(heard.slice(0, heard.indexOf('notebook.open'))).toContain('notes.save!');
  say({ open: app.file('none.lectern', 'Not a notebook. '.repeat(20)) });
  await expect(page.getByText('That file is not a Lectern notebook.').first()).toBeVisible();
});

test('undo of the menu is the text’s own while text is edited, and the notebook’s elsewhere', async ({
  page,
  study,
}) => {
  const { heard, say } = await standBetween(page);
  const before = 'Three people, perhaps four.';
  await openNote(page, study);
  await page.keyboard.type(' More');
  say({ command: 'history.undo' });
  await expect(text(page)).toHaveText(before);
  say({ command: 'history.redo' });
  await expect(text(page)).toHaveText(`${before} More`);

  await title(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type('?');
  await expect(title(page)).toHaveValue(`${study.note.title}?`);
  say({ command: 'history.undo' });
  await expect(title(page)).toHaveValue(study.note.title);
  say({ command: 'history.redo' });
  await expect(title(page)).toHaveValue(`${study.note.title}?`);
  expect(heard).not.toContain('history.undo');
  expect(heard).not.toContain('history.redo');

  await saved(page);
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).focus();
  say({ command: 'history.undo' });
  await expect.poll(() => heard).toContain('history.undo!');
});
