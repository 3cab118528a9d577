import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect } from '@playwright/test';
import type { LecternApp } from './lectern-app.ts';

const root = resolve(import.meta.dirname, '../../..');
const package_ = join(root, 'node_modules/electron');

/** Why the desktop program cannot be run here, as a sentence; undefined where it can. */
export function whyNoElectron(): string | undefined {
  if (electronBinary() === undefined)
    return 'Electron’s binary is not installed (npx install-electron --no fetches it).';
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return 'There is no display for Electron’s window.';
  }
  return undefined;
}

/** The built desktop program, running in folders of its own. */
export interface Desktop extends LecternApp {
  readonly window: NonNullable<LecternApp['window']>;
  readonly choose: NonNullable<LecternApp['choose']>;
  readonly program: ElectronApplication;
}

/**
 * Starts the desktop program, with a notebook if one is named.
 * @throws Error with `whyNoElectron`'s sentence where it cannot be run
 */
export async function startDesktop(notebook?: string): Promise<Desktop> {
  const obstacle = whyNoElectron();
  if (obstacle !== undefined) throw new Error(obstacle);
  const folder = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
  const notebooks = join(folder, 'notebooks');
  const config = join(folder, 'config');
  // The system's dialog only offers folders that are there.
  mkdirSync(notebooks);
  const program = await _electron.launch({
    executablePath: electronBinary() ?? '',
    args: [
      // Chromium's sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=en-GB',
      root,
      ...(notebook === undefined ? [] : [notebook]),
    ],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(isSet)),
      LANG: 'en_GB.UTF-8',
      LANGUAGE: 'en_GB',
      LECTERN_CONFIG_DIR: config,
      LECTERN_NOTEBOOKS_DIR: notebooks,
    },
  });
  await saveDownloads(program, folder);
  const window = await program.firstWindow();
  const release = () => program.close();
  return {
    shell: 'electron',
    url: window.url(),
    notebooks,
    config,
    window,
    program,
    async choose(path) {
      await program.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
      }, path);
    },
    async download(_page, deed) {
      await deed();
      const saved = () => program.evaluate((): string | null => Reflect.get(globalThis, 'saved'));
      await expect.poll(saved).not.toBeNull();
      const path = (await saved()) ?? '';
      await program.evaluate(() => Reflect.set(globalThis, 'saved', null));
      return path;
    },
    async killEngine() {
      const pid = await program.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Lectern engine')?.pid,
      );
      if (pid === undefined) throw new Error('There is no engine to end.');
      process.kill(pid, 'SIGKILL');
    },
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

/** Lets downloads go into a folder without asking; the last one's path is kept in the program as `saved`. */
async function saveDownloads(program: ElectronApplication, folder: string): Promise<void> {
  await program.evaluate(({ session }, into) => {
    Reflect.set(globalThis, 'saved', null);
    session.defaultSession.on('will-download', (_event, item) => {
      const path = `${into}/${item.getFilename()}`;
      item.setSavePath(path);
      item.once('done', (_done, state) => state === 'completed' && Reflect.set(globalThis, 'saved', path));
    });
  }, folder);
}

const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;

function electronBinary(): string | undefined {
  const path = join(package_, 'path.txt');
  if (!existsSync(path)) return undefined;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(package_, 'dist');
  const binary = join(folder, readFileSync(path, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}
