import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { withNotebook } from '../main/cli/session.ts';
import config from '../playwright.config.ts';
import { startLectern } from '../tests/e2e/support/app.ts';
import { letterDocxParts } from '../tests/main/interchange/documents/letter-docx.ts';
import { letterParts } from '../tests/main/interchange/documents/letter-odt.ts';
import { pdf } from '../tests/main/interchange/documents/pdf.ts';
import { zip } from '../tests/main/interchange/documents/zip.ts';

interface Document {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What the window did while documents were imported; milliseconds. */
export interface Frames {
  /** From one frame to the next. */
  readonly gaps: readonly number[];
  /** What kept the window's thread for 50 ms or longer without a pause; the browser tells of no shorter ones. */
  readonly longTasks: readonly number[];
  readonly imported: number;
}

/** Imports documents of many formats through the window, and watches its frames from the first to the last. */
export async function framesOfImport(count: number): Promise<Frames> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const path = join(folder, 'many.lectern');
  await withNotebook(path, async () => {}, { create: true });
  const app = await startLectern(path);
  const { launchOptions = {}, viewport } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage(viewport ? { viewport } : {});
    await page.goto(app.url);
    const chooser = page.getByLabel('Choose files to import');
    await chooser.waitFor({ state: 'attached' });
    await page.evaluate(watchFrames);
    await chooser.setInputFiles(documents(count));
    const whole = page.getByRole('dialog', { name: 'Web pages' });
    await whole
      .getByRole('button', { name: 'Import' })
      .click({ timeout: 30_000 })
      .catch(() => undefined);
    await page.getByRole('dialog', { name: 'Import report' }).waitFor({ timeout: 900_000 });
    const seen = await page.evaluate(seenFrames);
    return { ...seen, imported: count };
  } finally {
    await browser.close();
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page. */
function watchFrames(): void {
  const seen = { gaps: [] as number[], longTasks: [] as number[] };
  Object.assign(window, { seenFrames: seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const next = (now: number) => {
    seen.gaps.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** Runs in the page. */
function seenFrames(): { gaps: number[]; longTasks: number[] } {
  return (window as unknown as { seenFrames: { gaps: number[]; longTasks: number[] } }).seenFrames;
}

const WORDS =
  'the lamp at the end of the point was lit for the first time and the office wrote down who had been there'.split(' ');

/** Documents of eight formats in turn, a page or two each, none like another. */
function documents(count: number): Document[] {
  return Array.from({ length: count }, (_, at) => {
    const words = (paragraph: number) =>
      `${at}.${paragraph} ${Array.from({ length: 60 }, (__, word) => WORDS[(at + paragraph + word * word) % WORDS.length]).join(' ')}.`;
    const paragraphs = Array.from({ length: 12 }, (__, paragraph) => words(paragraph));
    const format = FORMATS[at % FORMATS.length] ?? plain;
    return format(`document-${at}`, paragraphs);
  });
}

type Format = (name: string, paragraphs: readonly string[]) => Document;

const text = (ending: string, mimeType: string, write: (paragraphs: readonly string[]) => string): Format => {
  return (name, paragraphs) => ({ name: `${name}.${ending}`, mimeType, buffer: Buffer.from(write(paragraphs)) });
};

const plain = text('txt', 'text/plain', (paragraphs) => paragraphs.join('\n'));
const cue = (words: string, at: number) => `${at + 1}\n00:00:${10 + at},000 --> 00:00:${10 + at},900\n${words}\n`;

/** An office document of the tests with other words at its end. */
const office = (
  ending: string,
  parts: Record<string, string>,
  body: string,
  end: string,
  block: (words: string) => string,
): Format => {
  return (name, paragraphs) => {
    const added = { ...parts, [body]: (parts[body] ?? '').replace(end, `${paragraphs.map(block).join('')}${end}`) };
    const bytes = zip(
      Object.entries(added).map(([part, xml]) => ({
        name: part,
        bytes: Buffer.from(xml),
        stored: part === 'mimetype',
      })),
    );
    return { name: `${name}.${ending}`, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  };
};

const FORMATS: readonly Format[] = [
  plain,
  text('md', 'text/markdown', (paragraphs) => `# A heading\n\n${paragraphs.join('\n\n')}`),
  text(
    'html',
    'text/html',
    (paragraphs) => `<!doctype html><title>A page</title>${paragraphs.map((each) => `<p>${each}</p>`).join('')}`,
  ),
  text('rtf', 'application/rtf', (paragraphs) => `{\\rtf1\\ansi ${paragraphs.join('\\par ')}}`),
  text('srt', 'application/x-subrip', (paragraphs) => paragraphs.map(cue).join('\n')),
  office(
    'docx',
    letterDocxParts(),
    'word/document.xml',
    '</w:body>',
    (words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`,
  ),
  office('odt', letterParts(), 'content.xml', '</office:text>', (words) => `<text:p>${words}</text:p>`),
  (name, paragraphs) => ({
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf([paragraphs.map((words, at) => ({ text: words.slice(0, 90), x: 72, y: 720 - 20 * at }))])),
  }),
];
