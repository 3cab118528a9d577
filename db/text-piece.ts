/**
 * A text made ready to be stored, without SQLite: whoever reads what strangers wrote loads this alone of `db`, in a process of
 * its own.
 */
import type { Hash } from 'node:crypto';
import { type BlockDraft, codePointLength, countWords, forIndex, type TextMark } from './model/index.ts';

/**
 * Some blocks of a text, made ready to be stored by whoever read it: what stores them keeps others waiting meanwhile, and has
 * no word of theirs to look at.
 */
export interface TextPiece {
  /** How many blocks. */
  readonly count: number;
  /** In code points, the line break after each block included. */
  readonly length: number;
  readonly words: number;
  /** SHA-256 of the whole text from its beginning to the end of this piece, in lower-case hexadecimal. */
  readonly sha256: string;
  /** JSON in UTF-8: for each block `[kind, level, start, length, text, label]`, `start` counted from the beginning of the piece. */
  readonly blocks: Uint8Array;
  /** JSON in UTF-8: for each mark `[block, start, end, kind, value]`, the block counted from 0, the offsets as above. */
  readonly marks: Uint8Array;
  /** JSON in UTF-8: of each block what the full-text index takes in. */
  readonly index: Uint8Array;
}

type BlockRow = readonly [BlockDraft['kind'], number, number, number, string, string | null];
type MarkRow = readonly [number, number, number, TextMark['kind'], string];

/**
 * Makes blocks ready.
 * @param hash SHA-256 of the text before them; goes on with theirs
 */
export function textPiece(drafts: readonly BlockDraft[], hash: Hash): TextPiece {
  const whole = new Utf8();
  const blocks = new Utf8();
  const index = new Utf8();
  const marks: MarkRow[] = [];
  let start = 0;
  let words = 0;
  blocks.add('[');
  index.add('[');
  for (const [at, draft] of drafts.entries()) {
    // Half a character cannot be written in UTF-8.
    const text = draft.text.toWellFormed();
    const length = codePointLength(text);
    const { kind, level = 0, label = null } = draft;
    const between = at === 0 ? '' : ',';
    whole.add(text);
    whole.add('\n');
    blocks.add(`${between}["${kind}",${level},${start},${length},`);
    blocks.addJson(text);
    blocks.add(label === null ? ',null]' : `,${JSON.stringify(label)}]`);
    index.add(between);
    index.addJson(forIndex(text));
    for (const mark of draft.marks ?? []) marks.push([at, start + mark.start, start + mark.end, mark.kind, mark.value]);
    start += length + 1;
    words += countWords(text);
  }
  hash.update(whole.bytes());
  blocks.add(']');
  index.add(']');
  return {
    count: drafts.length,
    length: start,
    words,
    sha256: hash.copy().digest('hex'),
    blocks: blocks.bytes(),
    marks: Buffer.from(JSON.stringify(marks)),
    index: index.bytes(),
  };
}

/** What has to be spelled otherwise in JSON. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among it
const ESCAPED = /["\\\u0000-\u001f]/;

/** Writes text after text in UTF-8: several times faster than to join them first. */
class Utf8 {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #length = 0;

  add(text: string): void {
    // A UTF-16 unit is three bytes at most.
    const most = this.#length + 3 * text.length;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * most);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** As JSON. Most texts are that as they are. */
  addJson(text: string): void {
    if (ESCAPED.test(text)) {
      this.add(JSON.stringify(text));
      return;
    }
    this.add('"');
    this.add(text);
    this.add('"');
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** The blocks of a piece as they were. */
export function blocksOf(piece: TextPiece): BlockDraft[] {
  const rows: readonly BlockRow[] = parsed(piece.blocks);
  const marksOf = Map.groupBy<number, MarkRow>(parsed(piece.marks), ([block]) => block);
  return rows.map(([kind, level, from, , text, label], at) => {
    const marks = marksOf.get(at)?.map(([, start, end, of, value]) => ({
      start: start - from,
      end: end - from,
      kind: of,
      value,
    }));
    return { kind, text, ...(level !== 0 && { level }), ...(label !== null && { label }), ...(marks && { marks }) };
  });
}

function parsed<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
}
