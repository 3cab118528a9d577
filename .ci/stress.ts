// Everything that is done by chance, all of it: `npm test` does a share. Names of files after the command choose some;
// `--portion 0.25` does a quarter of it, with a seed of its own, for whoever has a few minutes at a time.
// Most of the time is waiting for the disk: with TMPDIR in memory (/dev/shm) it takes a fifth.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const { positionals: chosen, values } = parseArgs({
  allowPositionals: true,
  options: { portion: { type: 'string', default: '1' } },
});
const portion = Number(values.portion);
if (!(portion > 0 && portion <= 1)) throw new Error('--portion is a number above 0, up to 1.');
const { status } = spawnSync(
  'vitest',
  // One file after the other: they are about what happens at a moment, and a crowd of them would all be slow.
  ['run', '--project=unit', '--no-file-parallelism', ...(chosen.length > 0 ? chosen : ['tests/stress/'])],
  {
    cwd: root,
    env: { ...process.env, LECTERN_STRESS: String(portion) },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  },
);
process.exitCode = status ?? 1;
