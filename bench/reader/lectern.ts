import type { JSHandle, Page } from '@playwright/test';
import { expect, libraryRow, startLectern } from '../../tests/e2e/support/app.ts';
import { markOfSelection, painted } from '../painted.ts';
import type { Program } from './bundle.ts';
import { type Cell, nameOf } from './cell.ts';
import { scroll } from './frames.ts';
import { click, freshPage, rest } from './fresh-browser.ts';
import { type CellNotebook, OTHER } from './notebook.ts';
import type { Samples } from './samples.ts';

const OPENINGS = 6;
const MARKS = 10;
const WORDS = ['bro', 'seier', 'тбилиси', 'ås', 'denform'];
const WIDTHS = [1200, 1440, 900, 1440];

/** The reader in its window, before its shell and its engine: one fresh browser, everything that is measured. */
export async function measureLectern(
  cell: Cell,
  { path, sourceId }: CellNotebook,
  hits: Program,
  samples: Samples,
): Promise<void> {
  const app = await startLectern(path);
  const fresh = await freshPage();
  const { page } = fresh;
  try {
    await page.addInitScript(lookAtScreen);
    await page.goto(app.url);
    const other = libraryRow(page, 'Sources', OTHER);
    const row = libraryRow(page, 'Sources', nameOf(cell));
    const open = async (isPrepared: boolean) => {
      await other.click();
      await expect(sourceText(page)).toContainText('Nothing much.');
      const box = await row.boundingBox();
      if (!box) throw new Error('The source is not in the Library.');
      const isPainted = await screenIsPainted(page, cell, null);
      await rest(page);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      if (isPrepared) await aim(page);
      samples.add(nameFor('open', isPrepared), await painted(page, 'pointerdown', isPainted, () => click(page)));
      // It knows the pane that was there before.
      await isPainted.dispose();
      await rest(page);
    };
    const jump = async (share: number, isPrepared: boolean) => {
      const map = await page.getByRole('slider', { name: 'Position in text' }).boundingBox();
      if (!map) throw new Error('There is no map.');
      const isPainted = await screenIsPainted(page, cell, share);
      await page.mouse.move(map.x + map.width / 2, map.y + map.height * share);
      if (isPrepared) await aim(page);
      samples.add(nameFor('jump', isPrepared), await painted(page, 'pointerdown', isPainted, () => page.mouse.down()));
      await page.mouse.up();
      await isPainted.dispose();
      await rest(page);
    };
    for (let opening = 0; opening < OPENINGS; opening++) {
      await open(false);
      await open(true);
      // A little further each time, so that no screen was seen before.
      await jump(0.5 + opening * 0.02, true);
      await jump(0.2 + opening * 0.02, false);
      await sourceText(page).focus();
      for (let mark = 0; mark < MARKS / 2; mark++) samples.add('add', await addByKey(page));
      await page.keyboard.press('Control+Home');
      await rest(page);
    }
    for (const [rate, name] of [
      [1, 'frames'],
      [4, 'frames slowed 4×'],
    ] as const) {
      await fresh.slowDown(rate);
      const { slow, longest, blank } = await scroll(page, '.reader-scroll', '.reader-row');
      samples.add(`${name}: over 50 ms`, slow);
      samples.add(`${name}: longest`, longest);
      samples.add(`${name}: blank`, blank);
    }
    await fresh.slowDown(1);
    samples.add('nodes', await nodes(page));
    for (const width of WIDTHS) samples.add('width change, frames', await framesOfWidth(page, width));
    for (const [at, word] of WORDS.entries()) {
      samples.add(at === 0 ? 'find: the first time' : 'find: again', await find(page, word));
    }
    samples.add('memory: with all of the text at hand to find in', await fresh.memory());
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox', { name: 'Find in text' })).toBeHidden();
    await rest(page);
    samples.add('memory: at once', await fresh.memory());
    samples.add('memory', await fresh.memoryAtRest());
    const { each, hit } = await page.evaluate<{ each: number; hit: number }>(
      `${hits.script}\nbench.measureHits(${JSON.stringify(sourceId)})`,
    );
    samples.add('hit test', each);
    samples.add('hit test: share of places with highlights', hit);
  } finally {
    await fresh.close();
    await app.stop();
  }
}

const sourceText = (page: Page) => page.getByRole('document', { name: 'Source text' });

const nameFor = (act: string, isPrepared: boolean) => (isPrepared ? act : `${act}: unprepared`);

/** As long as a hand rests on what it is about to press, in milliseconds; a press at once is measured as `unprepared`. */
const AIM = 300;

async function aim(page: Page): Promise<void> {
  await page.waitForTimeout(AIM);
  await rest(page);
}

declare global {
  interface Window {
    /** Whether rows of the text cover the screen without a gap. */
    isScreenCovered?: () => boolean;
  }
}

/** Runs in the page before anything else. */
function lookAtScreen(): void {
  window.isScreenCovered = () => {
    const pane = document.querySelector('.reader-scroll');
    const canvas = pane?.querySelector('.reader-canvas');
    if (!pane || !canvas) return false;
    const { top, bottom } = pane.getBoundingClientRect();
    const text = canvas.getBoundingClientRect();
    let covered = Math.max(top, text.top);
    for (const row of canvas.querySelectorAll('.reader-place')) {
      const box = row.getBoundingClientRect();
      if (box.top <= covered + 1 && box.bottom > covered) covered = box.bottom;
    }
    return covered >= Math.min(bottom, text.bottom) - 1;
  };
}

/** From so many highlights a megabyte, some ten a screen, no screen is without one. */
const DENSE = 2_000;

/**
 * Whether rows with their highlights cover the screen.
 * @param share of the text the screen has to be at; null for the beginning of a text that is not there yet
 */
function screenIsPainted(page: Page, cell: Cell, share: number | null): Promise<JSHandle<() => boolean>> {
  return page.evaluateHandle(
    ([wanted, hasHighlights]) => {
      const before = document.querySelector('.reader-scroll');
      return () => {
        const pane = document.querySelector('.reader-scroll');
        if (!pane || (wanted === null && pane === before)) return false;
        const at = (pane.scrollTop + pane.clientHeight / 2) / pane.scrollHeight;
        if (wanted !== null && Math.abs(at - wanted) > 0.01) return false;
        if (hasHighlights && document.querySelector('.reader-bands [d]') === null) return false;
        return Boolean(window.isScreenCovered?.());
      };
    },
    [share, cell.highlights / cell.size >= DENSE] as const,
  );
}

async function addByKey(page: Page): Promise<number> {
  for (const _ of 'abc') await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeVisible();
  await rest(page);
  const { isMarked, check } = await markOfSelection(page);
  const time = await painted(page, 'keydown', isMarked, () => page.keyboard.down('2'));
  await page.keyboard.up('2');
  await check();
  return time;
}

function nodes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.reader-text') ?? document.body);
    let count = 1;
    while (walker.nextNode()) count++;
    return count;
  });
}

/** Frames from the resize to the one in which rows of the new width lie one below the other. */
async function framesOfWidth(page: Page, width: number): Promise<number> {
  const counting = await page.evaluateHandle(() => {
    const frames = new Promise<number>((resolve) => {
      window.addEventListener(
        'resize',
        () => {
          let frame = 0;
          const look = () => {
            frame++;
            if (window.isScreenCovered?.()) resolve(frame);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { once: true },
      );
    });
    return { frames };
  });
  const height = page.viewportSize()?.height ?? 900;
  await page.setViewportSize({ width, height });
  return counting.evaluate(({ frames }) => frames);
}

/** From the letters in the box to the number of all matches in the document. */
async function find(page: Page, words: string): Promise<number> {
  await page.keyboard.press('Control+f');
  const box = page.getByRole('searchbox', { name: 'Find in text' });
  await box.fill('');
  await rest(page);
  const counted = await page.evaluateHandle(() => {
    const output = document.querySelector('.find-count');
    const time = new Promise<number>((resolve) => {
      window.addEventListener(
        'input',
        ({ timeStamp }) => {
          const observer = new MutationObserver(() => {
            if (!/^\d[\d,]* of |matche?s?$/.test(output?.textContent ?? '')) return;
            observer.disconnect();
            resolve(performance.now() - timeStamp);
          });
          if (output) observer.observe(output, { childList: true, subtree: true, characterData: true });
        },
        { capture: true, once: true },
      );
    });
    return { time };
  });
  await box.fill(words);
  return counted.evaluate(({ time }) => time);
}
