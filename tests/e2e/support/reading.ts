import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { highlights, openNotebook, sources } from '../../../db/index.ts';
import type { Colour } from '../../../db/model/index.ts';
import { parseHere } from '../../../main/app/index.ts';
import { withNotebook } from '../../../main/cli/session.ts';
import { type LecternApp, startLectern } from './app.ts';
import { CLI } from './loopback.ts';

/** Lists a notebook's highlights with the command line. */
function listHighlights(notebook: string): readonly StoredHighlight[] {
  const args = [CLI, 'list', notebook, 'highlights', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A notebook with one source, served. */
export interface Reading {
  readonly app: LecternApp;
  /** Stops the program and answers what the notebook then holds. */
  stored(): Promise<readonly StoredHighlight[]>;
  stop(): Promise<void>;
}

export interface StoredHighlight {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
  readonly tags: readonly string[];
  readonly entities: readonly string[];
  readonly comment: string;
}

/** Imports a text into a new notebook, marks passages of it, and serves it. The file's name says its format. */
export async function startReading(
  text: string | Uint8Array,
  marks: readonly Omit<highlights.NewHighlight, 'sourceId'>[] = [],
  name = 'text.txt',
): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-reading-'));
  const notebook = join(folder, 'reading.lectern');
  const upload = join(folder, name);
  writeFileSync(upload, text);
  // Parsed by the test itself, which has the parsers already; a process would have to load them for every test.
  await withNotebook(notebook, ({ call }) => call('sources.import', { files: [{ upload, name }] }), {
    create: true,
    parsers: parseHere,
  });
  if (marks.length > 0) markAll(notebook, marks);
  const app = await startLectern(notebook);
  return {
    app,
    async stored() {
      await app.stop();
      return listHighlights(notebook);
    },
    async stop() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function markAll(path: string, marks: readonly Omit<highlights.NewHighlight, 'sourceId'>[]): void {
  const notebook = openNotebook(path);
  try {
    const sourceId = notebook.read(sources.list)[0]?.id ?? '';
    notebook.write({ deed: 'create-highlight', subject: '' }, (connection) => {
      for (const mark of marks) highlights.create(connection, { ...mark, sourceId });
    });
  } finally {
    notebook.close();
  }
}

/**
 * Where words stand on screen, once they are there: the middle of the left edge of the first letter and of the right
 * edge of the last.
 */
export async function ends(page: Page, words: string) {
  const found = await page.waitForFunction((wanted) => {
    for (const row of document.querySelectorAll('[role="document"] [dir="auto"]')) {
      const at = (row.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      // The words may go over several pieces, where the original marks some of them.
      const range = new Range();
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        if (at >= before && at < before + node.length) range.setStart(node, at - before);
        const end = at + wanted.length - before;
        if (end > 0 && end <= node.length) range.setEnd(node, end);
        before += node.length;
      }
      const rects = range.getClientRects();
      const first = rects[0];
      const last = rects[rects.length - 1];
      if (!first || !last) continue;
      return {
        from: { x: first.left + 0.5, y: first.top + first.height / 2 },
        to: { x: last.right - 0.5, y: last.top + last.height / 2 },
      };
    }
    return null;
  }, words);
  const where = await found.jsonValue();
  if (!where) throw new Error(`“${words}” is not on screen`);
  return where;
}

/** Draws a selection over words with the mouse. */
export async function drag(page: Page, words: string): Promise<void> {
  const { from, to } = await ends(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Three clicks handed over together: waiting for each would make them single ones on a busy machine. */
export async function tripleClick(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  const clicks = [1, 2, 3].flatMap((clickCount) => [page.mouse.down({ clickCount }), page.mouse.up({ clickCount })]);
  await Promise.all(clicks);
}

/** Waits until the text has stood still for ten frames: what the wheel asked for is done. */
export async function atRest(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const top = () => document.querySelector('.reader-scroll, .whole')?.scrollTop;
        const before = top();
        for (let frame = 0; frame < 10; frame++) await new Promise((painted) => requestAnimationFrame(painted));
        return top() === before;
      }),
    )
    .toBe(true);
}

export function sourceText(page: Page): Locator {
  return page.getByRole('document', { name: 'Source text' });
}

/** `read`: shows a text, marked, and fails the test when the page throws. */
export const test = base.extend<{ read: (...input: Parameters<typeof startReading>) => Promise<Reading> }>({
  read: async ({ page }, use) => {
    const started: Reading[] = [];
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await use(async (...input) => {
      const reading = await startReading(...input);
      started.push(reading);
      await page.goto(reading.app.url);
      await expect(sourceText(page).getByRole('article').first()).toBeVisible();
      return reading;
    });
    for (const reading of started) await reading.stop();
    expect(errors, 'errors of the page').toEqual([]);
  },
});
