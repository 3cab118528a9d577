import type { Block, Passage, TextMark } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';

interface BlockRow extends Omit<Block, 'label'> {
  readonly label: string | null;
}

const SELECT = 'SELECT number, kind, level, start, text, label FROM blocks';

/** All blocks of a source in order. */
export function blocks(connection: Connection, sourceId: string): Block[] {
  return connection.all<BlockRow>(`${SELECT} WHERE source_id = ? ORDER BY number`, sourceId).map(fromRow);
}

/** Up to `count` blocks of a source beginning with number `from`, which counts from 1. */
export function blockRange(connection: Connection, sourceId: string, from: number, count: number): Block[] {
  return connection
    .all<BlockRow>(
      `${SELECT} WHERE source_id = ? AND number >= ? AND number < ? ORDER BY number`,
      sourceId,
      from,
      from + count,
    )
    .map(fromRow);
}

/** The text of the same blocks, one line break between two. */
export function plainText(connection: Connection, sourceId: string, from: number, count: number): string {
  // Joined where they lie: thousands of texts are one answer.
  const row = connection.get<{ text: string | null }>(
    `SELECT group_concat(text, char(10) ORDER BY number) AS text FROM blocks
     WHERE source_id = ? AND number >= ? AND number < ?`,
    sourceId,
    from,
    from + count,
  );
  return row?.text ?? '';
}

/**
 * The length of each block in code points, without its line break. Told by where the next one begins, because that stands in an
 * index: the texts, which lie between the lengths, are not read.
 */
export function blockLengths(connection: Connection, sourceId: string): number[] {
  const starts = connection.all<{ start: number }>(
    'SELECT start FROM blocks WHERE source_id = ? ORDER BY start',
    sourceId,
  );
  const whole = connection.get<{ length: number }>('SELECT length FROM sources WHERE id = ?', sourceId)?.length ?? 0;
  return starts.map(({ start }, at) => (starts[at + 1]?.start ?? whole) - start - 1);
}

/** Number (from 1) of the block that holds an offset in code points: the last one for an offset beyond the text. */
export function blockAt(connection: Connection, sourceId: string, offset: number): number {
  const row = connection.get<{ number: number }>(
    'SELECT number FROM blocks WHERE source_id = ? AND start <= ? ORDER BY start DESC LIMIT 1',
    sourceId,
    Math.max(0, offset),
  );
  return row?.number ?? 1;
}

const SELECT_MARKS = 'SELECT kind, start, "end" AS "end", value FROM text_marks WHERE source_id = ?';

/** What stretches of a source's text were marked as in the original, in the order of the text. */
export function marks(connection: Connection, sourceId: string): TextMark[] {
  return connection.all<TextMark>(`${SELECT_MARKS} ORDER BY start, "end", kind, value`, sourceId);
}

/** The same of blocks that follow each other: a mark lies within one block. */
export function marksIn(connection: Connection, sourceId: string, blocks: readonly Block[]): TextMark[] {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return [];
  return connection.all<TextMark>(
    `${SELECT_MARKS} AND start >= ? AND start < (SELECT start + length FROM blocks WHERE source_id = ? AND number = ?)
     ORDER BY start, "end", kind, value`,
    sourceId,
    first.start,
    sourceId,
    last.number,
  );
}

/**
 * Where the footnote called at an offset begins, and for an offset in a footnote where its first call is; null elsewhere. A caret
 * beside a call is at it.
 */
export function acrossNote(connection: Connection, sourceId: string, offset: number): Passage | null {
  const here = blockAt(connection, sourceId, offset);
  const [block] = blockRange(connection, sourceId, here, 1);
  if (!block) return null;
  const calls = marksIn(connection, sourceId, [block]).filter(({ kind }) => kind === 'note-call');
  // Of two calls side by side the one that begins there.
  const call =
    calls.find(({ start, end }) => start <= offset && offset < end) ?? calls.find(({ end }) => end === offset);
  if (call) return spanOf(connection, sourceId, Number(call.value));
  return block.kind === 'footnote' ? callOf(connection, sourceId, here) : null;
}

function spanOf(connection: Connection, sourceId: string, number: number): Passage | null {
  const span = connection.get<Passage>(
    'SELECT start, start + length AS "end" FROM blocks WHERE source_id = ? AND number = ?',
    sourceId,
    number,
  );
  return span ?? null;
}

/** The first call of the note a footnote's paragraph belongs to: of the last called one that begins in it or right before it. */
function callOf(connection: Connection, sourceId: string, number: number): Passage | null {
  const first = connection.get<{ number: number | null }>(
    `SELECT max(CAST(value AS INTEGER)) AS number FROM text_marks
     WHERE source_id = ? AND kind = 'note-call' AND CAST(value AS INTEGER) <= ?`,
    sourceId,
    number,
  )?.number;
  if (first === null || first === undefined) return null;
  const between = connection.get(
    "SELECT 1 FROM blocks WHERE source_id = ? AND number BETWEEN ? AND ? AND kind <> 'footnote'",
    sourceId,
    first,
    number,
  );
  if (between) return null;
  const call = connection.get<Passage>(
    `SELECT start, "end" AS "end" FROM text_marks
     WHERE source_id = ? AND kind = 'note-call' AND value = ? ORDER BY start LIMIT 1`,
    sourceId,
    String(first),
  );
  return call ?? null;
}

/** The page or chapter label of a block, empty where it has none. */
export function blockLabel(connection: Connection, sourceId: string, number: number): string {
  const row = connection.get<{ label: string | null }>(
    'SELECT label FROM blocks WHERE source_id = ? AND number = ?',
    sourceId,
    number,
  );
  return row?.label ?? '';
}

function fromRow({ label, ...row }: BlockRow): Block {
  return label === null ? row : { ...row, label };
}
