import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { startDesktop } from './electron.ts';
import type { LecternApp, Shell } from './lectern-app.ts';
import { startLectern } from './loopback.ts';

export type { LecternApp, Shell } from './lectern-app.ts';
export { startLectern } from './loopback.ts';

/** Starts Lectern in a shell, with a notebook if one is named. */
export function startIn(shell: Shell, notebook?: string): Promise<LecternApp> {
  return shell === 'electron' ? startDesktop(notebook) : startLectern(notebook);
}

/** How to answer the system's dialogs of a page that has them, given the name of a notebook. */
const systemDialogs = new WeakMap<Page, (name: string) => Promise<void>>();

/** A program that starts while the browser opens a tab. */
export interface Start {
  readonly app: Promise<LecternApp>;
}

/** Lets a test have a program that is starting, and stops it afterwards. */
export async function starting(app: Promise<LecternApp>, use: (start: Start) => Promise<void>): Promise<void> {
  // Whoever waits for it hears why it failed.
  app.catch(() => {});
  await use({ app });
  await app.then(
    ({ stop }) => stop(),
    () => {},
  );
}

/**
 * `shell`: which the project names. `app`: a running Lectern. `page`: its window, or a tab of the browser at its address;
 * the test fails where the page reports an error of its own.
 */
export const test = base.extend<{ shell: Shell; start: Start; tab: Page; app: LecternApp }>({
  shell: ['loopback', { option: true }],
  start: async ({ shell }, use) => starting(startIn(shell), use),
  tab: async ({ context }, use) => use(await context.newPage()),
  // In this order, so that the one starts while the other is opened.
  app: async ({ start, tab: _ }, use) => use(await start.app),
  page: async ({ tab, app }, use) => {
    const page = app.window ?? tab;
    const { choose } = app;
    if (choose) systemDialogs.set(page, (name) => choose(join(app.notebooks, name)));
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    if (app.window === undefined) await page.goto(app.url);
    await use(page);
    expect(errors, 'errors of the page').toEqual([]);
  },
});

export { expect };

/** Makes a notebook through the start screen. */
export async function createNotebook(page: Page, name = 'Study'): Promise<void> {
  const choose = systemDialogs.get(page);
  await choose?.(name);
  await page.getByRole('button', { name: 'New notebook' }).click();
  if (!choose) {
    const dialog = page.getByRole('dialog', { name: 'New notebook' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
  }
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Waits until everything done so far is on disk, as the status bar says. */
export async function saved(page: Page): Promise<void> {
  const state = page.getByRole('status', { name: 'Status' }).locator('[aria-busy="false"]');
  await expect(state).toContainText('Saved');
}

/** Imports files through the file chooser and waits until the work is done. */
export async function importFiles(page: Page, ...paths: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles([...paths]);
  const done = page
    .getByRole('dialog', { name: /^Import report$|^Protected by a password$/ })
    .or(page.getByText(/^Imported “/));
  await expect(done.first()).toBeVisible();
}

/** A row of one of the Library's trees. */
export function libraryRow(page: Page, tree: string, name: string) {
  return page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('treegrid', { name: tree })
    .getByRole('row', { name });
}
