import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a test's own, so small that it can be full. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  end(): void;
}

/** Whether a test may make a disk here: Linux, root, and a system that allows it. */
export function canMakeDisks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    newSmallDisk('64k').end();
    return true;
  } catch {
    return false;
  }
}

/** Makes a disk in memory; `size` as `mount` takes it, for instance `1m`. */
export function newSmallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-disk-'));
  const filler = join(folder, 'filler');
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0) {
    rmdirSync(folder);
    throw new Error('No disk can be made here.');
  }
  return {
    folder,
    fill() {
      // Page by page, until even the smallest file has no room.
      for (const bytes of [1 << 16, 1 << 12, 1]) {
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' });
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        }
      }
    },
    free: () => rmSync(filler, { force: true }),
    end() {
      spawnSync('umount', ['--lazy', folder]);
      if (existsSync(folder)) rmdirSync(folder);
    },
  };
}
