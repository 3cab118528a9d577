import { spawn } from 'node:child_process';

/** A program that fails within so many milliseconds has not shown its window: a library it needs is missing, say. */
const AT_ONCE = 5_000;

/**
 * Runs the program of the window to its end.
 * @returns its exit code (1 where a signal ended it), or undefined where it cannot be run or failed at once
 */
export function runWindow(program: string, args: readonly string[], clock = Date.now): Promise<number | undefined> {
  const begun = clock();
  const window = spawn(program, args, { stdio: 'inherit' });
  return new Promise((resolve) => {
    window.once('error', () => resolve(undefined));
    window.once('exit', (code, signal) => {
      const isAsked = code === 0 || signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP';
      resolve(!isAsked && clock() - begun < AT_ONCE ? undefined : (code ?? 1));
    });
  });
}
