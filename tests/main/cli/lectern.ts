import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../../main/cli/main.ts');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a process of its own, in a folder that is also the user's whole world. */
export interface Lectern {
  readonly folder: string;
  run(...args: string[]): Promise<Outcome>;
  /** Runs with `input` at standard input. */
  feed(input: string, ...args: string[]): Promise<Outcome>;
  /** Runs, expects success, and reads the one JSON document printed. */
  json<T>(...args: string[]): Promise<T>;
  start(...args: string[]): ChildProcess;
  end(): void;
}

export function newLectern(): Lectern {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
  const env = {
    ...process.env,
    LECTERN_CONFIG_DIR: join(folder, 'config'),
    LECTERN_NOTEBOOKS_DIR: join(folder, 'notebooks'),
  };
  const start = (...args: string[]) => spawn(process.execPath, [MAIN, ...args], { cwd: folder, env });
  const feed = async (input: string, ...args: string[]) => {
    const child = start(...args);
    child.stdin.end(input);
    return outcomeOf(child);
  };
  return {
    folder,
    start,
    feed,
    run: (...args) => feed('', ...args),
    async json(...args) {
      const { code, stdout, stderr } = await feed('', ...args);
      if (code !== 0) throw new Error(`lectern ${args.join(' ')} ended with ${code}: ${stderr}`);
      return JSON.parse(stdout);
    },
    end: () => rmSync(folder, { recursive: true }),
  };
}

/** Everything a process wrote, and how it ended. */
export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}
