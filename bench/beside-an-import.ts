import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createNotebook } from '../db/index.ts';
import { expect } from '../tests/e2e/support/app.ts';
import { mixedDocuments } from './mixed-documents.ts';
import { openWindow } from './open-window.ts';

/** Milliseconds of every frame of the window. */
export interface BesideImport {
  /** While nothing is done. */
  readonly idle: readonly number[];
  /** From the press that begins it until the report of the last is read. */
  readonly importing: readonly number[];
}

const IDLE_FRAMES = 300;

/**
 * Imports mixed documents through the real window and watches its frames, by their own time stamps.
 * @param count of documents; every one must come in
 */
export async function besideImport(count: number): Promise<BesideImport> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  const notebook = join(folder, 'mixed.lectern');
  try {
    createNotebook(notebook).close();
    mkdirSync(join(folder, 'papers'));
    const paths = mixedDocuments(count).map(({ name, bytes }) => {
      const path = join(folder, 'papers', name);
      writeFileSync(path, bytes);
      return path;
    });
    const opened = await openWindow(notebook);
    try {
      const { page } = opened;
      const library = page.getByRole('navigation', { name: 'Library' });
      await expect(library).toBeVisible();
      const watchIdle = await watchFrames(page);
      await page.waitForFunction((frames) => (window.framesSeen?.length ?? 0) >= frames, IDLE_FRAMES);
      const idle = await watchIdle.stop();
      const chooser = page.waitForEvent('filechooser');
      await library.getByRole('button', { name: 'Import…' }).click();
      await (await chooser).setFiles(paths);
      // To give a page a thousand files takes the browser a frame of its own, before anything is imported.
      const dialog = page.getByRole('dialog', { name: 'Web pages' });
      await expect(dialog.getByRole('status')).toBeVisible();
      const watch = await watchFrames(page);
      await dialog.getByRole('button', { name: 'Import' }).click();
      await expect(page.getByRole('dialog', { name: 'Import report' })).toContainText(
        `${count} imported · 0 skipped · 0 failed`,
        {
          timeout: 600_000,
        },
      );
      return { idle, importing: await watch.stop() };
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

declare global {
  interface Window {
    /** Milliseconds of every frame since the watch began. */
    framesSeen?: number[];
  }
}

async function watchFrames(page: Page): Promise<{ stop(): Promise<number[]> }> {
  await page.evaluate(() => {
    const seen: number[] = [];
    window.framesSeen = seen;
    const see = (before: number) =>
      requestAnimationFrame((now) => {
        if (window.framesSeen !== seen) return;
        seen.push(now - before);
        see(now);
      });
    requestAnimationFrame(see);
  });
  return {
    stop: () =>
      page.evaluate(() => {
        const seen = window.framesSeen ?? [];
        delete window.framesSeen;
        return seen;
      }),
  };
}
