import { painted } from '../painted.ts';
import type { Program } from './bundle.ts';
import { scroll, turn } from './frames.ts';
import { click, type FreshPage, freshPage, rest } from './fresh-browser.ts';
import type { Samples } from './samples.ts';
import type { Mark } from './text.ts';

/** How often each act is done in one browser. */
const TURNS = 6;

/** How often a page of one screen is opened: it takes so little time that whatever else the machine does is seen in it. */
const OPENINGS = 14;

interface Way {
  /** The page shows the whole text: it is opened once, for that may take a minute, and scrolled. */
  readonly isWhole: boolean;
  /** When the page is given up. */
  readonly limit?: AbortSignal;
}

/**
 * The first screen, jumps and marks of a page compared with, in one fresh browser.
 * @returns whether it came to an end; what was measured before is in the samples
 */
export async function measurePlain(
  program: Program,
  lines: readonly string[],
  marks: readonly Mark[],
  samples: Samples,
  { isWhole, limit }: Way,
): Promise<boolean> {
  const fresh = await freshPage();
  limit?.addEventListener('abort', () => void fresh.close());
  try {
    for (let turn = 0; turn < (isWhole ? 1 : OPENINGS); turn++) {
      await prepare(fresh, program, lines, marks);
      await act(fresh, 'open', samples);
      for (let jump = 0; jump < (isWhole ? TURNS : 1); jump++) await act(fresh, 'jump', samples);
      for (let mark = 0; mark < (isWhole ? TURNS : TURNS / 2); mark++) await act(fresh, 'add', samples);
    }
    await frames(fresh, samples, isWhole);
    // A page of one screen is no measure for what a text takes.
    if (isWhole) {
      samples.add('memory: at once', await fresh.memory());
      samples.add('memory', await fresh.memoryAtRest());
    }
    return true;
  } catch (error) {
    if (limit?.aborted) return false;
    throw error;
  } finally {
    await fresh.close();
  }
}

async function prepare(
  { page }: FreshPage,
  program: Program,
  lines: readonly string[],
  marks: readonly Mark[],
): Promise<void> {
  await page.setContent('<!doctype html><html lang="nb"><title>Bench</title><body><div id="text"></div></body></html>');
  await page.addStyleTag({ content: program.style });
  await page.addScriptTag({ content: program.script });
  await page.evaluate(([text, all]) => window.plainPage?.prepare(text.split('\n'), all), [
    lines.join('\n'),
    marks,
  ] as const);
}

async function act({ page }: FreshPage, name: 'open' | 'jump' | 'add', samples: Samples): Promise<void> {
  await page.mouse.move(700, 400);
  await rest(page);
  const done = await page.evaluateHandle(() => () => window.plainPage?.isDone() ?? false);
  if (name === 'add') {
    samples.add(name, await painted(page, 'keydown', done, () => page.keyboard.down('2')));
    await page.keyboard.up('2');
  } else if (name === 'open') {
    samples.add(name, await painted(page, 'pointerdown', done, () => click(page)));
  } else {
    samples.add(name, await painted(page, 'pointerdown', done, () => page.mouse.down()));
    await page.mouse.up();
  }
}

async function frames(fresh: FreshPage, samples: Samples, isWhole: boolean): Promise<void> {
  for (const [rate, name] of [
    [1, 'frames'],
    [4, 'frames slowed 4×'],
  ] as const) {
    await fresh.slowDown(rate);
    const { slow, longest } = isWhole ? await scroll(fresh.page, 'html', null) : await turn(fresh.page);
    samples.add(`${name}: over 50 ms`, slow);
    samples.add(`${name}: longest`, longest);
  }
  await fresh.slowDown(1);
}
