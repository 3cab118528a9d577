import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createNotebook, entities } from '../db/index.ts';
import { withNotebook } from '../main/cli/session.ts';
import { expect } from '../tests/e2e/support/app.ts';
import { addSource } from './add-source.ts';
import { namedText } from './named-text.ts';
import { openWindow } from './open-window.ts';
import { painted } from './painted.ts';

/** Milliseconds of every key and of every frame, while nothing else is done and while mentions are looked for. */
export interface BesideScan {
  readonly typing: { readonly idle: number[]; readonly scanning: number[] };
  readonly scrolling: { readonly idle: number[]; readonly scanning: number[] };
  /** Scans begun meanwhile. */
  readonly scans: number;
}

export interface BesideScanSize {
  readonly sources: number;
  /** Characters of each. */
  readonly length: number;
  readonly names: number;
  /** Keys typed, and a tenth of the screens scrolled by, idle and again while scanning. */
  readonly keys: number;
}

/**
 * Types in a note and scrolls a source in one window while another window on the same notebook looks for the mentions of
 * all names in all sources, again as soon as it is done.
 */
export async function besideScan(size: BesideScanSize): Promise<BesideScan> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  const path = join(folder, 'large.lectern');
  try {
    await fill(path, size);
    const window = await openWindow(path);
    try {
      const { page, context, url } = window;
      const idle = { typing: await type(page, size.keys), scrolling: await scroll(page, size.keys) };
      const other = await context.newPage();
      await other.goto(url);
      const scan = keepScanning(other);
      await scan.begun;
      await page.bringToFront();
      const scanning = { typing: await type(page, size.keys), scrolling: await scroll(page, size.keys) };
      return {
        typing: { idle: idle.typing, scanning: scanning.typing },
        scrolling: { idle: idle.scrolling, scanning: scanning.scrolling },
        scans: await scan.stop(),
      };
    } finally {
      await window.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(path: string, { sources, length, names }: BesideScanSize): Promise<void> {
  const subject = namedText(length, names);
  const notebook = createNotebook(path);
  try {
    for (let at = 0; at < sources; at++) addSource(notebook, `Source ${at}`, subject.blocks);
    notebook.write({ deed: 'create-entity', subject: '' }, (connection) => {
      for (const { name } of subject.names) entities.create(connection, { type: 'person', name });
    });
  } finally {
    notebook.close();
  }
  await withNotebook(path, ({ call }) => call('notes.create', { title: 'The note', markdown: 'A thought.' }));
}

async function type(page: Page, keys: number): Promise<number[]> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('row', { name: 'The note' }).click();
  await page.getByRole('textbox', { name: 'Note text' }).click();
  await page.keyboard.press('Control+End');
  const taken: number[] = [];
  for (let key = 0; key < keys; key++) {
    const ready = await page.evaluateHandle(() => {
      const before = document.querySelector('.note-text')?.textContent?.length ?? 0;
      return () => (document.querySelector('.note-text')?.textContent?.length ?? 0) > before;
    });
    taken.push(await painted(page, 'keydown', ready, () => page.keyboard.press('lectern'.charAt(key % 7))));
  }
  return taken;
}

/** By a third of a screen every frame: milliseconds of each frame. */
async function scroll(page: Page, frames: number): Promise<number[]> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('row', { name: 'Source 0' }).click();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText(/\S/);
  return page.evaluate(async (count) => {
    const pane = document.querySelector('.reader-scroll');
    if (!pane) throw new Error('There is no text to scroll.');
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const taken: number[] = [];
    let before = await frame();
    for (let at = 0; at < count; at++) {
      pane.scrollTop += pane.clientHeight / 3;
      const now = await frame();
      taken.push(now - before);
      before = now;
    }
    return taken;
  }, frames);
}

function keepScanning(page: Page): { readonly begun: Promise<void>; stop(): Promise<number> } {
  const begun = Promise.withResolvers<void>();
  let isOver = false;
  let scans = 0;
  const run = async () => {
    await page.getByRole('tab', { name: 'Entities' }).click();
    while (!isOver) {
      await page.getByRole('button', { name: 'Find mentions' }).click();
      scans++;
      begun.resolve();
      await page.getByRole('heading', { name: /unlinked mention/ }).waitFor({ timeout: 600_000 });
      await page.getByRole('button', { name: 'All entities' }).click();
    }
  };
  const running = run();
  return {
    begun: begun.promise,
    async stop() {
      isOver = true;
      await running;
      return scans;
    },
  };
}
