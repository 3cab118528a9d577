import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Line, openLine, type Port } from '../../../main/contract/index.ts';
import { runShell } from '../../../main/electron/shell.ts';
import type * as Double from './double.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The shell running on the double, with a page of its own. */
export interface Desktop {
  readonly folder: string;
  /** A port as the page in the newest window has it: through the real preload script. */
  port(): Port;
  openLine(): Line;
  end(): Promise<void>;
}

/**
 * Starts the shell in a folder of its own. Electron must be mocked by the double, which is handed in because a mocked
 * module is another instance than an imported one.
 */
export async function startDesktop(double: typeof Double): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-desktop-'));
  double.world.folder = folder;
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  process.env['LECTERN_NOTEBOOKS_DIR'] = join(folder, 'notebooks');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Lectern</title>');
  const engine = join(root, 'main/engine/entry.ts');
  const reading = join(root, 'main/app/reading/entry.ts');
  const tending = join(root, 'main/app/tending/thread.ts');
  const resources = join(root, 'resources');
  runShell({ renderer: folder, engine, reading, tending, resources }, join(folder, 'preload.cjs'));
  await until(() => double.world.windows.length > 0);
  await import('../../../main/electron/preload.ts');

  const port = () => preloadPort(double.world.exposed['lectern']);
  return {
    folder,
    port,
    openLine: () => openLine(port()),
    async end() {
      double.app.quit();
      await until(() => double.world.quits > 0);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Lets everything else run until the fact is so. */
export async function until(fact: () => boolean): Promise<void> {
  while (!fact()) await new Promise((resolve) => setImmediate(resolve));
}

interface Exposed {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

function preloadPort(exposed: unknown): Port {
  const { post, onMessage } = exposed as Exposed;
  return { post, onMessage, onClose: () => {}, close: () => {} };
}
