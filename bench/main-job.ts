import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withNotebook } from '../main/cli/session.ts';
import { bareJob } from './bare-job.ts';
import { coreJob } from './core-job.ts';
import { ACTS, type Job } from './job.ts';
import { type Measure, measureOf, type Result } from './result.ts';
import { copyStudy, keystrokes, makeStudy } from './study.ts';
import { readSubject } from './subject.ts';
import { windowJob } from './window-job.ts';

/** The first turns are not counted: caches fill, code is compiled. */
const WARMING = 5;
const COUNTED = 60;

/**
 * Times the main job on a whole text by three roads, turn by turn, so that each meets the same noise: `painted` is the
 * window, `in process` the app without a window or a second process, `bare SQL` the statements alone.
 * Ratios are of medians.
 */
export async function run(): Promise<Result> {
  const subject = readSubject();
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  try {
    const study = await makeStudy(join(folder, 'window.lectern'), subject.text);
    const copies = {
      core: copyStudy(study, folder, 'core.lectern'),
      bare: copyStudy(study, folder, 'bare.lectern'),
    };
    return await withNotebook(copies.core.path, async (session) => {
      const keys = await keystrokes(session, subject.text, WARMING + COUNTED);
      const window = await windowJob(study, keys);
      const bare = bareJob(copies.bare, keys);
      try {
        const roads = { painted: window, 'in process': await coreJob(session, copies.core, keys), 'bare SQL': bare };
        const measures = await measureRoads(roads);
        return { bench: 'main-job', subject: subject.name, measures, ratios: ratiosOf(measures) };
      } finally {
        bare.close();
        await window.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureRoads(roads: Readonly<Record<string, Job>>): Promise<Record<string, Measure>> {
  const measures: Record<string, Measure> = {};
  for (const act of ACTS) {
    const timings = Object.entries(roads).map(([road, job]) => ({ road, job, taken: [] as number[] }));
    for (let turn = 0; turn < WARMING + COUNTED; turn++) {
      for (const { job, taken } of timings) taken.push(await job[act](turn));
    }
    for (const { road, taken } of timings) measures[`${act}: ${road}`] = measureOf(taken.slice(WARMING));
  }
  return measures;
}

function ratiosOf(measures: Readonly<Record<string, Measure>>): Record<string, number> {
  const median = (name: string) => measures[name]?.p50 ?? Number.NaN;
  return Object.fromEntries(
    ACTS.flatMap((act) =>
      ['painted', 'in process'].map((road) => [
        `${act}: ${road} / bare SQL`,
        median(`${act}: ${road}`) / median(`${act}: bare SQL`),
      ]),
    ),
  );
}
