/**
 * `npm start`: opens the Electron window or, where Electron's binary cannot be had or does not run, or there is no
 * display, says so in one line and serves the same window to a browser on this computer. Runs from the sources, next to
 * the bundles in build/.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium } from './host/index.ts';
import { startLoopback } from './loopback/index.ts';
import { runWindow } from './run-window.ts';

const root = resolve(import.meta.dirname, '..');
const electronPackage = join(root, 'node_modules/electron');
/** Long enough for a hundred megabytes on a slow line, short enough not to be taken for a hang. */
const FETCH_LIMIT = 5 * 60_000;

const { DISPLAY, WAYLAND_DISPLAY, CI } = process.env;
const display = !CI && (process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY));
// Chromium's sandbox refuses to run as root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const electron = electronBinary() ?? (display ? fetchElectron() : undefined);
const code = electron !== undefined && display ? await runWindow(electron, [root, ...asRoot]) : undefined;
if (code !== undefined) process.exitCode = code;
else {
  say(`Electron's window cannot be opened (${hindrance()}), so Lectern is served to a browser on this computer.`);
  await serve();
}

async function serve(): Promise<void> {
  const loopback = await startLoopback();
  const browser = display ? findChromium() : undefined;
  if (browser !== undefined) {
    const window = spawn(browser, [`--app=${loopback.ticketUrl()}`, '--no-first-run', ...asRoot], { stdio: 'ignore' });
    window.once('error', () => say('The browser could not be started; open the address below in one yourself.'));
  }
  say(`Lectern is at ${loopback.url} (Ctrl+C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void loopback.close().finally(() => process.exit(0)));
  }
}

function hindrance(): string {
  if (electron !== undefined) return display ? 'its program does not run here' : 'there is no display';
  return display ? 'its binary is missing and cannot be downloaded' : 'its binary is missing, and there is no display';
}

/** Electron's program, where an earlier start has put it. */
function electronBinary(): string | undefined {
  const path = join(electronPackage, 'path.txt');
  if (!existsSync(path)) return undefined;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronPackage, 'dist');
  const binary = join(folder, readFileSync(path, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

/** Lets the electron package download its program, as it would at its first use; undefined when it cannot. */
function fetchElectron(): string | undefined {
  say('Fetching Electron, once …');
  spawnSync(process.execPath, [join(electronPackage, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT });
  return electronBinary();
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
