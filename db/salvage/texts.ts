import {
  type BlockDraft,
  codePointLength,
  imageFacts,
  type Remark,
  type SalvagedText,
  sliceCodePoints,
  sourceText,
} from '../model/index.ts';
import type { Handle } from '../sqlite/handle.ts';
import { sha256 } from '../sqlite/hash.ts';

/** How a source was read when it was imported. */
export interface ReadAs {
  readonly encoding: string;
  readonly remarks: readonly Remark[];
}

/** Reads the blocks of an original file, as its import did. @throws when it cannot */
export type Reread = (
  bytes: Uint8Array,
  fileName: string,
  as: ReadAs,
) => Promise<readonly BlockDraft[]> | readonly BlockDraft[];

interface SourceRow {
  id: string;
  title: string;
  file: string;
  encoding: string;
  remarks: string;
  original: string;
  hash: string;
  length: number;
  blocks: number;
}

interface BlockRow {
  number: number;
  start: number;
  length: number;
  text: string;
}

const NO_HASH = '0'.repeat(64);
const LOST = '\uFFFD';

/** Fills what is missing of each text so that every offset stays true, and holds texts and originals against their hashes. */
export async function mendTexts(
  handle: Handle,
  reread: Reread | undefined,
): Promise<{ texts: SalvagedText[]; originals: number }> {
  bringBackSources(handle);
  if (hasImages(handle)) bringBackImages(handle);
  const originals = lostOriginals(handle);
  const sources = handle
    .prepare<[], SourceRow>(
      // What was still coming in is discarded at the first opening.
      `SELECT id, title, file_name AS file, encoding, remarks, original_sha256 AS original, text_sha256 AS hash, length, block_count AS blocks
       FROM sources WHERE trashed_at IS NOT 0 ORDER BY id`,
    )
    .all();
  const texts: SalvagedText[] = [];
  for (const source of sources) texts.push(...(await mendText(handle, source, originals, reread)));
  return { texts, originals: originals.size };
}

async function mendText(
  handle: Handle,
  source: SourceRow,
  lost: ReadonlySet<string>,
  reread: Reread | undefined,
): Promise<SalvagedText[]> {
  const { id, title, hash } = source;
  const missing = fillGaps(handle, source);
  if (sha256(textOf(handle, id)) === hash) return [];
  if (hash !== NO_HASH && reread && !lost.has(source.original)) {
    const blocks = await readAnew(handle, source, reread);
    if (blocks && sha256(sourceText(blocks)) === hash) {
      replaceBlocks(handle, id, blocks);
      return [{ id, title, state: 'restored', missing }];
    }
  }
  return [{ id, title, state: hash === NO_HASH ? 'unverified' : 'damaged', missing }];
}

/** Sources of which only blocks or passages are left: without what was known of them, but with a place for those. */
function bringBackSources(handle: Handle): void {
  handle.exec(
    `
    INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count,
      created_at, updated_at)
    SELECT id, LOST, 'text/plain', 'utf-8', NONE, NONE, max(length), 0, max(blocks), 0, 0 FROM (
      SELECT source_id AS id, max(start + length + 1) AS length, max(number) AS blocks FROM blocks GROUP BY source_id
      UNION ALL SELECT source_id, max("end"), max(last_block) FROM highlights GROUP BY source_id
      UNION ALL SELECT source_id, max("end"), max(last_block) FROM mentions GROUP BY source_id)
    WHERE id NOT IN (SELECT id FROM sources) GROUP BY id`
      .replaceAll('LOST', `'${LOST}'`)
      .replaceAll('NONE', `'${NO_HASH}'`),
  );
  handle.exec(`
    INSERT INTO originals (sha256, size)
    SELECT sha256, sum(length(bytes)) FROM original_pieces WHERE sha256 NOT IN (SELECT sha256 FROM originals) GROUP BY 1;
    INSERT INTO originals (sha256, size)
    SELECT DISTINCT original_sha256, coalesce((SELECT sum(length(bytes)) FROM original_pieces WHERE sha256 = original_sha256), 0)
    FROM sources WHERE original_sha256 NOT IN (SELECT sha256 FROM originals)`);
}

/** Images of which only the bytes are left: the rest is in them. */
function bringBackImages(handle: Handle): void {
  const lost = handle
    .prepare<[], string>(
      `SELECT DISTINCT n.sha256 FROM note_images n JOIN originals o USING (sha256)
       WHERE n.sha256 NOT IN (SELECT sha256 FROM images)`,
    )
    .pluck()
    .all();
  const bring = handle.prepare<unknown[]>('INSERT INTO images VALUES (?, ?, ?, ?, ?, 0)');
  for (const hash of lost) {
    const facts = imageFacts(originalOf(handle, hash));
    if (facts) bring.run(hash, facts.mediaType, facts.width, facts.height, facts.turn);
  }
}

/** The originals whose bytes are not what was imported. */
function lostOriginals(handle: Handle): Set<string> {
  const images = hasImages(handle) ? 'UNION SELECT sha256 FROM images' : '';
  const kept = handle.prepare<[], string>(`SELECT DISTINCT original_sha256 FROM sources ${images}`).pluck().all();
  return new Set(kept.filter((hash) => sha256(originalOf(handle, hash)) !== hash));
}

/** Whether the notebook is of a version that has images. */
function hasImages(handle: Handle): boolean {
  return handle.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'images'").get() !== undefined;
}

function originalOf(handle: Handle, hash: string): Buffer {
  const pieces = handle
    .prepare<[string], Buffer>('SELECT bytes FROM original_pieces WHERE sha256 = ? ORDER BY number')
    .pluck();
  return Buffer.concat(pieces.all(hash));
}

/**
 * Puts blocks of � where some are missing, as many and as long as the ones around them say, and takes out such as do
 * not follow. Answers how many were missing.
 */
function fillGaps(handle: Handle, { id, length, blocks }: SourceRow): number {
  const rows = blockRows(handle, id);
  const end: BlockRow = { number: blocks + 1, start: length, length: 0, text: '' };
  let number = 1;
  let start = 0;
  let missing = 0;
  /** Put in once all that does not follow is out: a block under a wrong number stands where one is missing. */
  const gaps: { readonly number: number; readonly start: number; readonly text: string }[] = [];
  for (const row of [...rows, end]) {
    const count = row.number - number;
    const room = row.start - start - count;
    if (count < 0 || room < 0 || (count === 0 && room > 0) || (row !== end && row.number > blocks)) {
      if (row === end) continue;
      handle.prepare('DELETE FROM blocks WHERE source_id = ? AND number = ?').run(id, row.number);
      continue;
    }
    for (let at = 0; at < count; at++) {
      const text = at === 0 ? wordsFor(handle, id, start, room) : '';
      gaps.push({ number: number + at, start, text });
      start += (at === 0 ? room : 0) + 1;
    }
    missing += count;
    if (row === end) continue;
    number = row.number + 1;
    start = row.start + row.length + 1;
  }
  for (const gap of gaps) addBlock(handle, id, gap.number, gap.start, gap.text);
  return missing;
}

/** � for every lost character, with the words that highlights of the place remember. */
function wordsFor(handle: Handle, source: string, start: number, room: number): string {
  const quotes = handle
    .prepare<[string, number, number], { at: number; quote: string }>(
      'SELECT start AS at, quote FROM highlights WHERE source_id = ? AND start >= ? AND "end" <= ? ORDER BY start DESC',
    )
    .all(source, start, start + room);
  let text = LOST.repeat(room);
  for (const { at, quote } of quotes) {
    if (quote.includes('\n')) continue;
    const from = at - start;
    text = sliceCodePoints(text, 0, from) + quote + sliceCodePoints(text, from + codePointLength(quote), room);
  }
  return text;
}

async function readAnew(
  handle: Handle,
  { original, file, encoding, remarks }: SourceRow,
  reread: Reread,
): Promise<readonly BlockDraft[] | undefined> {
  try {
    return await reread(originalOf(handle, original), file, { encoding, remarks: JSON.parse(remarks) });
  } catch {
    // Pasted text, or a format this version no longer reads: then there is only what was found.
    return undefined;
  }
}

function replaceBlocks(handle: Handle, source: string, blocks: readonly BlockDraft[]): void {
  handle.prepare('DELETE FROM blocks WHERE source_id = ?').run(source);
  let start = 0;
  for (const [at, { kind, level = 0, text, label = null }] of blocks.entries()) {
    addBlock(handle, source, at + 1, start, text, kind, level, label);
    start += codePointLength(text) + 1;
  }
}

function addBlock(
  handle: Handle,
  source: string,
  number: number,
  start: number,
  text: string,
  kind = 'paragraph',
  level = 0,
  label: string | null = null,
): void {
  handle
    .prepare(
      'INSERT INTO blocks (source_id, number, kind, level, start, length, text, label) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(source, number, kind, level, start, codePointLength(text), text, label);
}

function blockRows(handle: Handle, source: string): BlockRow[] {
  return handle
    .prepare<[string], BlockRow>('SELECT number, start, length, text FROM blocks WHERE source_id = ? ORDER BY number')
    .all(source);
}

function textOf(handle: Handle, source: string): string {
  return sourceText(blockRows(handle, source));
}
