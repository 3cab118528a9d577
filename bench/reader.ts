import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, type Program } from './reader/bundle.ts';
import { type Cell, nameOf, type Plan, readPlan } from './reader/cell.ts';
import { freshPage } from './reader/fresh-browser.ts';
import { goalsOf, type Measured, measuresOf } from './reader/goals.ts';
import { measureLectern } from './reader/lectern.ts';
import { makeNotebook } from './reader/notebook.ts';
import { measurePlain } from './reader/plain-road.ts';
import { createSamples } from './reader/samples.ts';
import { linesOf, marksOf } from './reader/text.ts';
import { measureOf, type Result } from './result.ts';

/** How long the peer may take for one round of a cell, in milliseconds, before it is given up. */
const PATIENCE = 180_000;

/**
 * Times the reader on generated texts of several sizes with several numbers of highlights, side by side with a bare screen of the same
 * text (the floor) and with the annotation library people use today (the peer), each in a fresh browser every round.
 * Ratios are of medians.
 */
export async function run(words: readonly string[]): Promise<Result> {
  const plan = readPlan(words);
  const { cells, rounds } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  try {
    const [floor, peer, hits] = await Promise.all([bundle('floor'), bundle('peer'), bundle('hits')]);
    const emptyPage = await memoryOfNothing();
    const remarks: string[] = [];
    const all: Measured[] = [];
    for (const cell of cells) {
      const measured = await measureCell(cell, plan, { floor, peer, hits }, folder, remarks);
      all.push(measured);
      // Who has to give up a run of an hour has what was measured until then.
      for (const [name, { p50 }] of Object.entries(measuresOf([measured])))
        console.error(`  ${name} ${p50.toFixed(2)}`);
    }
    const bySize = all.toSorted((a, b) => a.cell.size * a.cell.highlights - b.cell.size * b.cell.highlights);
    const [small, large] = [bySize[0], bySize.at(-1)];
    return {
      bench: 'reader',
      subject: `generated texts: ${cells.map(nameOf).join('; ')}; ${rounds} rounds, a fresh browser for each case`,
      measures: { ...measuresOf(all), 'an empty page: memory': measureOf([emptyPage]) },
      ratios: {},
      goals:
        small && large ? goalsOf({ large, small, emptyPage, hasPeer: plan.peer !== 'none', patience: PATIENCE }) : [],
      remarks,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Programs {
  readonly floor: Program;
  readonly peer: Program;
  readonly hits: Program;
}

async function measureCell(
  cell: Cell,
  { cells, rounds, peer: where }: Plan,
  programs: Programs,
  folder: string,
  remarks: string[],
): Promise<Measured> {
  const lines = linesOf(cell.size);
  const marks = marksOf(cell, lines.join('\n').length);
  const notebook = await makeNotebook(folder, cell, lines, marks);
  const floor = createSamples();
  const lectern = createSamples();
  const peer = createSamples();
  let isPeerDone = where === 'all' || (where === 'largest' && cell === cells.at(-1));
  for (let round = 0; round < rounds; round++) {
    console.error(`${nameOf(cell)}, round ${round + 1} of ${rounds}`);
    await measurePlain(programs.floor, lines, marks, floor, { isWhole: false });
    // A copy each time: what one round marked would be there already in the next.
    const path = join(folder, `round ${round}.lectern`);
    copyFileSync(notebook.path, path);
    await measureLectern(cell, { ...notebook, path }, programs.hits, lectern);
    rmSync(path);
    if (!isPeerDone) continue;
    const limit = AbortSignal.timeout(PATIENCE);
    isPeerDone = await measurePlain(programs.peer, lines, marks, peer, { isWhole: true, limit });
    if (!isPeerDone) remarks.push(`${nameOf(cell)}: the peer did not finish in ${PATIENCE / 1000} s.`);
  }
  rmSync(notebook.path);
  return { cell, floor, lectern, peer };
}

async function memoryOfNothing(): Promise<number> {
  const fresh = await freshPage();
  try {
    await fresh.page.setContent('<!doctype html><title>Nothing</title>');
    return await fresh.memoryAtRest();
  } finally {
    await fresh.close();
  }
}
