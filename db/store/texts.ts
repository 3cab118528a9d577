import type { Block, NoteCall, TextMark } from '../model/index.ts';
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

/** What stretches of a source's text were marked as in the original, in the order of the text. */
export function marks(connection: Connection, sourceId: string): TextMark[] {
  return connection.all<TextMark>(
    'SELECT kind, start, "end" AS "end", value FROM text_marks WHERE source_id = ? ORDER BY start, "end", kind, value',
    sourceId,
  );
}

/** The calls of notes in a source's text, in its order, each with the note it calls. */
export function noteCalls(connection: Connection, sourceId: string): NoteCall[] {
  return connection
    .all<{ start: number; end: number; from: number; length: number; text: string }>(
      `SELECT marks.start, marks."end" AS "end", blocks.start AS "from", blocks.length, substr(blocks.text, 1, ?) AS text
       FROM text_marks AS marks JOIN blocks ON blocks.source_id = marks.source_id AND blocks.number = CAST(marks.value AS INTEGER)
       WHERE marks.source_id = ? AND marks.kind = 'note-call' ORDER BY marks.start`,
      LONGEST_NUMBER + 1,
      sourceId,
    )
    .map(({ start, end, from, length, text }) => ({
      start,
      end,
      note: { start: from, end: from + length },
      number: NUMBER.exec(text)?.[0].length ?? 0,
    }));
}

/** What a note begins with that is no word of it: `[12]`, `3.`, `*`; in UTF-16 units, of which such signs have one each. */
const LONGEST_NUMBER = 8;
const NUMBER = /^[\d[\]().*†‡§¶#^↑]{1,8}(?=\s)/;

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
