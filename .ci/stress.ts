// Everything that is done by chance, all of it: `npm test` does a share. Names of files after the command choose some.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const chosen = process.argv.slice(2);
const { status } = spawnSync(
  'vitest',
  // One file after the other: they are about what happens at a moment, and a crowd of them would all be slow.
  ['run', '--project=unit', '--no-file-parallelism', ...(chosen.length > 0 ? chosen : ['tests/stress/'])],
  {
    cwd: root,
    env: { ...process.env, LECTERN_STRESS: 'all' },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  },
);
process.exitCode = status ?? 1;
