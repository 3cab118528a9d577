import { countWords, type Outline, type OutlineDraft } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as outlines from './outlines.ts';
import { RANK_GAP } from './ranks.ts';

/** Makes an outline of what was read from a file. */
export function createFromDraft(connection: Connection, { title, items }: OutlineDraft): Outline {
  const outline = outlines.create(connection, title);
  /** The last item of each depth, and how many stand below it. */
  const open: { readonly id: string | null; count: number }[] = [{ id: null, count: 0 }];
  for (const { depth, kind, text, gist, status } of items) {
    open.length = Math.min(open.length, depth + 1);
    const parent = open.at(-1) ?? { id: null, count: 0 };
    const id = connection.newId();
    connection.run(
      `INSERT INTO outline_items (id, outline_id, parent_id, rank, kind, text, words, gist, status)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      outline.id,
      parent.id,
      ++parent.count * RANK_GAP,
      kind,
      text,
      countWords(text),
      gist,
      status ?? '',
    );
    open.push({ id, count: 0 });
  }
  return outlines.get(connection, outline.id);
}
