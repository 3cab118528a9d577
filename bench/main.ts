// npm run -s bench -- NAME [--json]: runs one bench and prints its result, as one JSON object or for people.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Result } from './result.ts';

const BENCHES: Readonly<Record<string, () => Promise<{ run: (words: readonly string[]) => Promise<Result> }>>> = {
  entities: () => import('./entities.ts'),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  'main-job': () => import('./main-job.ts'),
  mentions: () => import('./mentions.ts'),
  reader: () => import('./reader.ts'),
  safety: () => import('./safety.ts'),
};

const words = process.argv.slice(2);
const json = words.includes('--json');
const [name = ''] = words.filter((word) => !word.startsWith('--'));
const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;

if (!load) {
  console.error(`There is no bench “${name}”. Benches: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
} else {
  buildWhatIsMeasured();
  const result = await (await load()).run(words);
  console.log(json ? JSON.stringify(result) : table(result));
}

/** A bench measures what is shipped, so it is built first; stdout is kept for the result. */
function buildWhatIsMeasured(): void {
  const build = join(resolve(import.meta.dirname, '..'), '.ci/build.ts');
  const { status } = spawnSync(process.execPath, [build], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the build failed');
}

function table({ measures, ratios, goals = [], remarks = [] }: Result): string {
  const row = (name: string, ...cells: string[]) => name.padEnd(72) + cells.map((cell) => cell.padStart(12)).join('');
  return [
    row('', 'n', 'p50 ms', 'p95 ms'),
    ...Object.entries(measures).map(([name, { n, p50, p95 }]) => row(name, String(n), p50.toFixed(2), p95.toFixed(2))),
    '',
    ...Object.entries(ratios).map(([name, value]) => row(name, value.toFixed(2))),
    ...goals.map(({ goal, measured, limit, holds }) =>
      row(goal, measured.toFixed(2), `limit ${limit}`, holds ? 'holds' : 'MISSED'),
    ),
    ...remarks,
  ].join('\n');
}
