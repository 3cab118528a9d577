import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outlineJob, TIMED } from './outline-job.ts';
import { makeOutlineNotebook } from './outline-notebook.ts';
import { type Goal, type Measure, measureOf, type Result } from './result.ts';

const WARMING = 1;
const EXPORTS = 6;
const WARMING_KEYS = 5;
const KEYS = 60;

/** What an export, a move or a letter may take at most, in milliseconds; of exports the median counts. */
const LIMITS = { markdown: 1000, docx: 5000, html: 1000 } as const;
const LONGEST_FRAME = 100;
const MOVE = 50;
const LETTER = 33;

/**
 * Times, in the real window, exports of an outline of 2,000 items with 1,500 quotations and the frames meanwhile, moves in one of
 * 5,000 items, and letters in a note of 50,000 words.
 */
export async function run(): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  try {
    const job = await outlineJob(await makeOutlineNotebook(folder));
    const measures: Record<string, Measure> = {};
    try {
      const frames: number[] = [];
      for (const format of Object.keys(TIMED) as (keyof typeof TIMED)[]) {
        const taken: number[] = [];
        for (let turn = 0; turn < WARMING + EXPORTS; turn++) {
          const exported = await job.export(format, turn);
          taken.push(exported.taken);
          if (turn >= WARMING) frames.push(exported.longest);
        }
        measures[`export: ${format}`] = measureOf(taken.slice(WARMING));
      }
      measures['longest frame of an export'] = measureOf(frames);
      measures['move'] = measureOf(await repeated(job.move));
      measures['letter'] = measureOf(await repeated(job.type));
    } finally {
      await job.close();
    }
    return {
      bench: 'export',
      subject: 'generated outlines and a generated note',
      measures,
      ratios: {},
      goals: goalsOf(measures),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function repeated(act: (turn: number) => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < WARMING_KEYS + KEYS; turn++) taken.push(await act(turn));
  return taken.slice(WARMING_KEYS);
}

function goalsOf(measures: Readonly<Record<string, Measure>>): Goal[] {
  const of = (name: string) => measures[name] ?? measureOf([]);
  const goal = (name: string, measured: number, limit: number): Goal => ({
    goal: name,
    measured,
    limit,
    holds: measured <= limit,
  });
  return [
    ...Object.entries(LIMITS).map(([format, limit]) =>
      goal(`${format} of 2,000 items, milliseconds at p50`, of(`export: ${format}`).p50, limit),
    ),
    goal('longest frame of an export, milliseconds at p95', of('longest frame of an export').p95, LONGEST_FRAME),
    goal('move among 5,000 items, milliseconds at p95', of('move').p95, MOVE),
    goal('letter in 50,000 words, milliseconds at p95', of('letter').p95, LETTER),
  ];
}
