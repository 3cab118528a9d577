import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrintPage } from '../app/index.ts';
import { LecternError } from '../contract/index.ts';
import { findChromium } from './chromium.ts';

/** A book of a thousand pages takes some twenty seconds on a slow machine. */
const LIMIT = 5 * 60_000;
/** How often somebody's wish to stop is looked for, in milliseconds. */
const ATTENTION = 100;

/**
 * Prints pages with the browser installed on this machine, in a profile of its own that is thrown away. The policy in the
 * page allows no scripts, and no name is looked up, so nothing is fetched whatever the page says.
 */
export function chromiumPrinter(find: () => string | undefined = findChromium): PrintPage {
  return async (html, cancelled) => {
    const program = find();
    if (program === undefined)
      throw new LecternError(
        'no-browser',
        'PDF needs Chromium, Chrome or Edge, and none is installed; export HTML and print it.',
      );
    const folder = await mkdtemp(join(tmpdir(), 'lectern-print-'));
    try {
      const page = join(folder, 'page.html');
      const sheets = join(folder, 'page.pdf');
      await writeFile(page, html);
      await run(program, [...flags(folder), `--print-to-pdf=${sheets}`, pathToFileURL(page).href], cancelled);
      return new Uint8Array(await readFile(sheets));
    } catch (cause) {
      throw printFailure(cause);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

function flags(folder: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function run(program: string, args: readonly string[], cancelled: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const browser = spawn(program, args, { stdio: 'ignore' });
    const end = (error?: Error) => {
      clearInterval(attention);
      clearTimeout(limit);
      browser.kill('SIGKILL');
      if (error === undefined) resolve();
      else reject(error);
    };
    const attention = setInterval(() => {
      if (cancelled()) end(new LecternError('cancelled', 'The export was cancelled.'));
    }, ATTENTION);
    const limit = setTimeout(() => end(new Error('The browser took too long.')), LIMIT);
    browser.once('error', end);
    browser.once('exit', (code) => end(code === 0 ? undefined : new Error(`The browser ended with ${code}.`)));
  });
}

/** Whatever went wrong in another program, as a sentence of ours. */
export function printFailure(cause: unknown): LecternError {
  if (cause instanceof LecternError) return cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new LecternError('disk-full', 'There is no room on the disk for the pages.', { name: 'PDF' }, cause)
    : new LecternError('cannot-print', 'The pages could not be made; export HTML and print it.', {}, cause);
}
