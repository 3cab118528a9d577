/** Files that are made beside their place and get their name when they are complete, so that nobody sees half of one. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDead } from './owner.ts';

/** What a file that is to be `path` is called until it is complete: `war.lectern.4711-new`, by the process that makes it. */
export function unfinishedName(path: string): string {
  return `${path}.${process.pid}-new`;
}

/** Removes an unfinished file, and what was put beside it while it was made. */
export function removeUnfinished(unfinished: string): void {
  for (const sidecar of ['', '-journal', '-owner']) {
    const path = `${unfinished}${sidecar}`;
    // No file can have some of the names that are asked for, and removing those is an error.
    if (existsSync(path)) rmSync(path, { force: true });
  }
}

/**
 * Removes what programs that were killed had begun beside a notebook. To be called by who holds it: nobody else then has
 * anything to finish there, and what a living process makes is left alone.
 */
export function clearUnfinished(notebook: string): void {
  const begun = `${basename(notebook)}.`;
  for (const name of readdirSync(dirname(notebook))) {
    const pid = name.startsWith(begun) ? /^(\d+)-new(-journal)?$/.exec(name.slice(begun.length))?.[1] : undefined;
    if (pid !== undefined && isDead(Number(pid))) rmSync(join(dirname(notebook), name), { force: true });
  }
}
