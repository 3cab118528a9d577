import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

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
export interface Desktop {
  readonly program: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** Lets the next native dialog answer with this path, as nobody is there to choose one. */
  choose(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the desktop program, with a notebook if one is named. Ask `whyNoElectron` first. */
export async function startDesktop(notebook?: string): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
  const { LECTERN_CONFIG_DIR: _config, LECTERN_NOTEBOOKS_DIR: _notebooks, ...env } = process.env;
  const program = await _electron.launch({
    executablePath: electronBinary() ?? '',
    // Chromium's sandbox refuses to run as root.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...(notebook === undefined ? [] : [notebook])],
    env: {
      ...Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
      LECTERN_CONFIG_DIR: join(folder, 'config'),
      LECTERN_NOTEBOOKS_DIR: join(folder, 'notebooks'),
    },
  });
  return {
    program,
    page: await program.firstWindow(),
    folder,
    async choose(path) {
      await program.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
      }, path);
    },
    async stop() {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function electronBinary(): string | undefined {
  const path = join(package_, 'path.txt');
  if (!existsSync(path)) return undefined;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(package_, 'dist');
  const binary = join(folder, readFileSync(path, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}
