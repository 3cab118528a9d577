import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withNotebook } from '../main/cli/session.ts';
import { readSource } from '../main/interchange/index.ts';
import { column, pdf } from '../tests/main/interchange/documents/pdf.ts';
import { bareImport, barePdfText } from './bare-import.ts';
import { besideImport } from './beside-an-import.ts';
import { timed } from './job.ts';
import { asked } from './open-window.ts';
import { type Goal, measureOf, type Result } from './result.ts';

const ROUNDS = 3;
const PDF_ROUNDS = 5;
const MEGABYTES = 100;
const PAGES = 500;
const DOCUMENTS = 1_000;
const LIMIT = 1.5;
/** Milliseconds: three beats of a screen. */
const FRAME_LIMIT = 50;

/**
 * Times the import of a large plain text through the app against the bare statements that store and index the same, and the
 * reading of a long PDF against pdf.js alone, in turn; and the window's frames while it takes in many documents of all formats.
 * @param words `--size=MB` of the text, `--documents=COUNT`
 */
export async function run(words: readonly string[]): Promise<Result> {
  const size = asked(words, 'size', MEGABYTES) * 1e6;
  const count = asked(words, 'documents', DOCUMENTS);
  const lines = linesOf(size);
  const bytes = Buffer.from(lines.join('\n'));
  const paper = longPdf();
  const taken: Record<string, number[]> = { 'text: import': [], 'text: bare': [], 'PDF: read': [], 'PDF: bare': [] };
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
    try {
      const text = join(folder, 'long.txt');
      writeFileSync(text, bytes);
      taken['text: import']?.push(await timed(() => importText(join(folder, 'ours.lectern'), text)));
      taken['text: bare']?.push(await timed(() => bareImport(join(folder, 'bare.lectern'), bytes, lines)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  // The first reading, in which everything is compiled, is not counted.
  for (let round = 0; round <= PDF_ROUNDS; round++) {
    const read = await timed(() => readSource(paper, 'long.pdf'));
    const bare = await timed(() => barePdfText(paper));
    if (round === 0) continue;
    taken['PDF: read']?.push(read);
    taken['PDF: bare']?.push(bare);
  }
  const frames = await besideImport(count);
  taken['frame of the window, nothing done'] = [...frames.idle];
  taken['frame of the window, importing'] = [...frames.importing];
  const slow = frames.importing.filter((frame) => Math.round(frame) > FRAME_LIMIT).length;
  const measures = Object.fromEntries(Object.entries(taken).map(([road, all]) => [road, measureOf(all)]));
  const ratio = (one: string, other: string) =>
    (measures[one]?.p50 ?? Number.NaN) / (measures[other]?.p50 ?? Number.NaN);
  const ratios = {
    'text: import / bare': ratio('text: import', 'text: bare'),
    'PDF: read / bare': ratio('PDF: read', 'PDF: bare'),
  };
  return {
    bench: 'import',
    subject: `${size / 1e6} MB of generated text in ${lines.length} lines; a generated PDF of ${PAGES} pages in two columns; ${count} documents of nine formats in turn`,
    measures,
    ratios,
    goals: [
      goalOf('text: at most 1.5 times bare inserts and an index made at once', ratios['text: import / bare']),
      goalOf('PDF: at most 1.5 times bare pdf.js', ratios['PDF: read / bare']),
      {
        goal: `no frame over ${FRAME_LIMIT} ms while many documents come in`,
        measured: slow,
        limit: 0,
        holds: slow === 0,
      },
    ],
  };
}

function goalOf(goal: string, measured: number): Goal {
  return { goal, measured, limit: LIMIT, holds: measured <= LIMIT };
}

async function importText(notebook: string, upload: string): Promise<void> {
  await withNotebook(notebook, ({ call }) => call('sources.import', { files: [{ upload, name: 'long.txt' }] }), {
    create: true,
  });
}

const WORDS =
  'lampen sto på odden og Ингеборг skrev at isen kom tidlig den høsten mens ingen lenger trodde på fyret'.split(' ');

/** Lines of about 300 bytes, none like another. */
function linesOf(size: number): string[] {
  const lines: string[] = [];
  for (let written = 0; written < size; ) {
    const line = Array.from({ length: 48 }, (_, at) => WORDS[(lines.length * 7 + at * at) % WORDS.length]).join(' ');
    lines.push(`${lines.length} ${line}`);
    written += Buffer.byteLength(lines.at(-1) ?? '') + 1;
  }
  return lines;
}

function longPdf(): Uint8Array {
  const line = (at: number) =>
    Array.from({ length: 6 }, (_, word) => WORDS[(at * 5 + word * 3) % WORDS.length]).join(' ');
  const latin = (at: number) => line(at).replace(/[^\x20-\x7e]/g, 'o');
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const side = (x: number, from: number) =>
      column(
        x,
        720,
        Array.from({ length: 50 }, (_, at) => latin(page * 100 + from + at)),
      );
    return [{ text: `The Journal of Lamps ${page + 1}`, x: 240, y: 770, size: 8 }, ...side(60, 0), ...side(320, 50)];
  });
  return pdf(pages);
}
