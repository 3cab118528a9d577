import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');

/** A running Lectern of a test's own: its folders are new and empty, and gone afterwards. */
export interface LecternApp {
  /** The address to open, key included. */
  readonly url: string;
  /** The folder where new notebooks go. */
  readonly notebooks: string;
  /** The user's configuration and backups. */
  readonly config: string;
  readonly process: ChildProcess;
  /** Writes a file into a folder of the test's own and answers its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Ends the program and leaves its files, for a look at them by the command line. */
  release(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built loopback shell on a port the system chooses; `through`: by a program that runs another, as `setpriv`. */
export async function startLectern(notebook?: string, through: readonly string[] = []): Promise<LecternApp> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
  const notebooks = join(folder, 'notebooks');
  const config = join(folder, 'config');
  const serve = [process.execPath, join(root, 'main/cli/main.ts'), 'serve'];
  const [program = '', ...args] = [...through, ...serve, ...(notebook === undefined ? [] : [notebook])];
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, LECTERN_CONFIG_DIR: config, LECTERN_NOTEBOOKS_DIR: notebooks },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const release = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const url = await firstLine(child);
  return {
    url,
    notebooks,
    config,
    process: child,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    release,
    async stop() {
      await release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    let complained = '';
    child.stderr?.on('data', (chunk) => {
      complained += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const [line, rest] = said.split('\n', 2);
      if (line && rest !== undefined) done(line);
    });
    child.once('exit', (code) => fail(new Error(`lectern serve ended with ${code}: ${complained}`)));
  });
}

/**
 * `app`: a running Lectern. `page`: open at its address; the test fails where the page reports an error of its own.
 */
export const test = base.extend<{ app: LecternApp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  app: async ({}, use) => {
    const app = await startLectern();
    await use(app);
    await app.stop();
  },
  page: async ({ page, app }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(app.url);
    await use(page);
    expect(errors, 'errors of the page').toEqual([]);
  },
});

export { expect };

/** Makes a notebook through the start screen. */
export async function createNotebook(page: Page, name = 'Study'): Promise<void> {
  await page.getByRole('button', { name: 'New notebook' }).click();
  const dialog = page.getByRole('dialog', { name: 'New notebook' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
}

/** Imports files through the file chooser and waits until the work is done. */
export async function importFiles(page: Page, ...paths: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles([...paths]);
  const done = page.getByRole('dialog', { name: 'Import report' }).or(page.getByText(/^Imported “/));
  await expect(done.first()).toBeVisible();
}

/** A row of one of the Library's trees. */
export function libraryRow(page: Page, tree: string, name: string) {
  return page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('treegrid', { name: tree })
    .getByRole('row', { name });
}
