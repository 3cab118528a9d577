import { createNotebook } from '../db/index.ts';
import { codePointLength, countWords, fold } from '../db/model/index.ts';
import { openHandle } from '../db/sqlite/handle.ts';

/** As many blocks in one transaction as an import stores in one. */
const AT_ONCE = 400;
const PIECE = 512 * 1024;

/**
 * What an import of plain text has to store, as bare statements on a file opened as a notebook is: the original, the blocks,
 * and then the whole index at once. No reading, no pauses, no journal.
 */
export function bareImport(path: string, bytes: Uint8Array, lines: readonly string[]): void {
  createNotebook(path).close();
  const handle = openHandle(path, false);
  handle.pragma('journal_mode = DELETE');
  handle.pragma('locking_mode = EXCLUSIVE');
  handle.pragma('synchronous = FULL');
  const hash = '0'.repeat(64);
  handle.prepare('INSERT INTO originals (sha256, size) VALUES (?, ?)').run(hash, bytes.length);
  const keep = handle.prepare('INSERT INTO original_pieces (sha256, number, bytes) VALUES (?, ?, ?)');
  for (let at = 0; at < bytes.length; at += PIECE) keep.run(hash, at / PIECE + 1, bytes.subarray(at, at + PIECE));
  handle
    .prepare(
      `INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count, created_at, updated_at)
       VALUES ('s', 't', 'text/plain', 'utf-8', ?, ?, 0, 0, 0, 0, 0)`,
    )
    .run(hash, hash);
  const insert = handle.prepare(
    "INSERT INTO blocks (source_id, number, kind, level, start, length, text) VALUES ('s', ?, 'paragraph', 0, ?, ?, ?)",
  );
  let start = 0;
  let words = 0;
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    handle.transaction(() => {
      for (const [at, text] of lines.slice(from, from + AT_ONCE).entries()) {
        const length = codePointLength(text);
        insert.run(from + at + 1, start, length, text);
        start += length + 1;
        words += countWords(text);
      }
    })();
  }
  handle.function('bare_fold', { deterministic: true }, (text: unknown) => fold(String(text)));
  handle.exec('INSERT INTO block_index (rowid, text) SELECT id, bare_fold(text) FROM blocks');
  handle.prepare('UPDATE sources SET length = ?, words = ?').run(start, words);
  handle.close();
}

/** The characters of every page as pdf.js hands them over, and nothing made of them. */
export async function barePdfText(bytes: Uint8Array): Promise<number> {
  // Loaded after the reader has made it ready, which is where the first reading goes.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) characters += item.str.length;
    page.cleanup();
  }
  await task.destroy();
  return characters;
}
