import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LecternApp } from './lectern-app.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The built command line, as packages carry it: it starts in a third of the time its sources take. */
export const CLI = join(root, process.env['LECTERN_BUILD_DIR'] ?? 'build', 'cli.mjs');

/** Starts the built loopback shell on a port the system chooses; `through`: by a program that runs another, as `setpriv`. */
export async function startLectern(notebook?: string, through: readonly string[] = []): Promise<LecternApp> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
  const notebooks = join(folder, 'notebooks');
  const config = join(folder, 'config');
  const serve = [process.execPath, CLI, 'serve'];
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
    shell: 'loopback',
    url,
    notebooks,
    config,
    window: undefined,
    choose: undefined,
    async download(page, deed) {
      const download = page.waitForEvent('download');
      await deed();
      const file = await download;
      const path = join(folder, file.suggestedFilename());
      await file.saveAs(path);
      return path;
    },
    async killEngine() {
      for (const pid of childrenOf(child.pid)) process.kill(pid, 'SIGKILL');
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

/** The processes a process has started, by the kernel's own list (Linux). */
function childrenOf(pid: number | undefined): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}
