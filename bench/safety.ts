import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withNotebook } from '../main/cli/session.ts';
import { backupJob, vacuumInto } from './backup-job.ts';
import { bareJob } from './bare-job.ts';
import { coreJob } from './core-job.ts';
import { makeLargeNotebook } from './large-notebook.ts';
import { openingJob } from './opening-job.ts';
import { type Goal, type Measure, measureOf, type Result } from './result.ts';
import { copyStudy, makeStudy } from './study.ts';
import { readSubject } from './subject.ts';

const MEGABYTES = 200;
const WARMING = 20;
const HIGHLIGHTS = 300;
const OPENINGS = 8;
const BACKUPS = 5;
const SAVES = 60;

/**
 * Times what safety costs beside the same without it, turn by turn: a highlight beside one bare INSERT of the same
 * durability; opening a notebook of 200 MB beside an empty one; a backup of it, verified and made while somebody types,
 * beside a bare VACUUM INTO while nobody does.
 */
export async function run(): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  try {
    const highlights = await measureHighlights(folder);
    const { path, noteId } = await makeLargeNotebook(folder, MEGABYTES);
    const size = Math.round(statSync(path).size / 1e6);
    const measures = { ...highlights, ...(await measureOpening(path)), ...(await measureBackup(folder, path, noteId)) };
    return { bench: 'safety', subject: `a generated notebook of ${size} MB`, measures, ...judge(measures) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measures = Record<string, Measure>;

async function measureHighlights(folder: string): Promise<Measures> {
  const study = await makeStudy(join(folder, 'study.lectern'), readSubject().text);
  const bare = bareJob(copyStudy(study, folder, 'bare.lectern'), []);
  const taken: { journaled: number[]; bare: number[] } = { journaled: [], bare: [] };
  try {
    await withNotebook(study.path, async (session) => {
      const core = await coreJob(session, study, []);
      for (let turn = 0; turn < WARMING + HIGHLIGHTS; turn++) {
        taken.journaled.push(await core.highlight(turn));
        taken.bare.push(await bare.highlight(turn));
      }
    });
  } finally {
    bare.close();
  }
  return {
    highlight: measureOf(taken.journaled.slice(WARMING)),
    'highlight: bare INSERT': measureOf(taken.bare.slice(WARMING)),
  };
}

async function measureOpening(path: string): Promise<Measures> {
  const job = await openingJob(path);
  const taken: { large: number[]; empty: number[] } = { large: [], empty: [] };
  try {
    for (let turn = 0; turn < 1 + OPENINGS; turn++) {
      taken.empty.push(await job.open('empty'));
      taken.large.push(await job.open('large'));
    }
  } finally {
    await job.close();
  }
  return { 'opening: 200 MB': measureOf(taken.large.slice(1)), 'opening: empty': measureOf(taken.empty.slice(1)) };
}

async function measureBackup(folder: string, path: string, noteId: string): Promise<Measures> {
  const taken: { backup: number[]; vacuum: number[]; saves: number[] } = { backup: [], vacuum: [], saves: [] };
  let alone: number[] = [];
  for (let turn = 0; turn < BACKUPS; turn++) {
    taken.vacuum.push(await vacuumInto(folder, path));
    const job = await backupJob(folder, path, noteId);
    try {
      const { backup, saves } = await job.backUp();
      taken.backup.push(backup);
      taken.saves.push(...saves);
      if (turn === 0) alone = await job.saveAlone(SAVES);
    } finally {
      await job.close();
    }
  }
  return {
    backup: measureOf(taken.backup),
    'backup: bare VACUUM INTO': measureOf(taken.vacuum),
    'typing: a save during a backup': measureOf(taken.saves),
    'typing: a save alone': measureOf(alone),
  };
}

function judge(measures: Measures): Pick<Result, 'ratios' | 'goals'> {
  const of = (name: string) => measures[name] ?? measureOf([]);
  const ratio = (name: string, base: string) => of(name).p50 / of(base).p50;
  const ratios = {
    'highlight / bare INSERT': ratio('highlight', 'highlight: bare INSERT'),
    'backup / bare VACUUM INTO': ratio('backup', 'backup: bare VACUUM INTO'),
  };
  const beyond = of('opening: 200 MB').p50 - of('opening: empty').p50;
  const goals: Goal[] = [
    goal('highlight / bare INSERT', ratios['highlight / bare INSERT'], 2),
    goal('opening 200 MB beyond an empty one, milliseconds', beyond, 1000),
    goal('backup / bare VACUUM INTO', ratios['backup / bare VACUUM INTO'], 1.5),
    goal('a save during a backup, milliseconds at p95', of('typing: a save during a backup').p95, 50),
  ];
  return { ratios, goals };
}

function goal(name: string, measured: number, limit: number): Goal {
  return { goal: name, measured, limit, holds: measured <= limit };
}
