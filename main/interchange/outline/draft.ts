import type { DraftItem, OutlineDraft, OutlineRemark, OutlineStatus } from '../../../db/model/index.ts';
import { dropControls } from '../source/index.ts';

/** No outline anybody keeps is larger; storing as many takes a second. */
export const MOST_ITEMS = 10_000;
/** Levels below which everything is put at the last one. */
export const DEEPEST_ITEM = 60;
/** Of the words of one item, in UTF-16 units. */
const LONGEST_TEXT = 100_000;
const LONGEST_GIST = 1000;

/** A line as a file has it. */
export interface Line {
  readonly depth: number;
  readonly text: string;
  /** What the file itself calls a heading; else it is told by what stands below it. */
  readonly kind?: 'heading' | 'text';
  /** What stands beside a line: its gist if it is one line, else a text below it. */
  readonly note?: string;
  readonly status?: OutlineStatus;
}

/** Gathers the lines of an outline within the limits, and what had to be left out of it. */
export class DraftLines {
  readonly #lines: Line[] = [];
  readonly #met = new Map<OutlineRemark['code'], number>();

  /** Notes that something was met that the outline will not have. */
  met(code: OutlineRemark['code']): void {
    this.#met.set(code, (this.#met.get(code) ?? 0) + 1);
  }

  /** Takes a line in, or counts it where there are too many. */
  add(line: Line): void {
    if (this.#lines.length >= MOST_ITEMS) {
      this.met('beyond-limit');
      return;
    }
    // What stands below something that was left out comes up by as much.
    const deepest = Math.min(DEEPEST_ITEM, (this.#lines.at(-1)?.depth ?? -1) + 1);
    if (line.depth > DEEPEST_ITEM) this.met('flattened');
    const text = this.#shortened(dropControls(line.text).trim());
    const note = this.#shortened(dropControls(line.note ?? '').trim());
    const isGist = note.length <= LONGEST_GIST && !note.includes('\n');
    const depth = Math.min(line.depth, deepest);
    this.#lines.push({ ...line, depth, text, note: isGist ? note : '' });
    if (!isGist) this.add({ depth: depth + 1, text: note, kind: 'text' });
  }

  /**
   * The outline. A line that nothing calls a heading or a text is a heading where something stands below it, or where it
   * stands at the top: plans are full of chapters of which nothing but the name is known yet.
   */
  draft(title: string): OutlineDraft {
    const items = this.#lines.map((line, index): DraftItem => {
      const { depth, text, note = '', status = null } = line;
      const isAbove = (this.#lines[index + 1]?.depth ?? 0) > depth;
      const kind = line.kind ?? (isAbove || depth === 0 ? 'heading' : 'text');
      return { depth, kind, text, gist: note, status: kind === 'heading' ? status : null };
    });
    return { title, items, remarks: [...this.#met].map(([code, count]) => ({ code, count })) };
  }

  #shortened(text: string): string {
    if (text.length <= LONGEST_TEXT) return text;
    this.met('shortened');
    return text.slice(0, LONGEST_TEXT).toWellFormed();
  }
}
