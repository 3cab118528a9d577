import { codePointLength, type Defect, sliceCodePoints } from '../model/index.ts';
import type { Core } from '../sqlite/connection.ts';

interface PassageRow {
  table: 'highlights' | 'mentions';
  id: string;
  source: string;
  start: number;
  end: number;
  quote: string;
  first: number;
  last: number;
}

const PASSAGES = `
  SELECT 'highlights' AS "table", id, source_id AS source, start, "end", quote, first_block AS first, last_block AS last
    FROM highlights
  UNION ALL
  SELECT 'mentions', id, source_id, start, "end", quote, first_block, last_block FROM mentions
  ORDER BY source, start`;

/** The text from one block to another, with the block it begins in. */
const TEXT = `
  SELECT group_concat(text, char(10)) AS text, min(start) AS start, count(*) AS blocks
  FROM (SELECT text, start FROM blocks WHERE source_id = ? AND number BETWEEN ? AND ? ORDER BY number)`;

/** Whether every highlight and mention lies in its source's text, in the blocks it names, and quotes it to the letter. */
export function findPassageDefects(core: Core): Defect[] {
  return core.all<PassageRow>(PASSAGES).flatMap((passage) => {
    const { table, id, source, start, end, first, last } = passage;
    const found = core.get<{ text: string | null; start: number; blocks: number }>(TEXT, source, first, last);
    const defect = (code: Defect['code'], message: string): Defect[] => [
      { code, table, id, message, repairable: false },
    ];
    if (!found || found.text === null || found.blocks !== last - first + 1) {
      return defect('passage-outside-text', 'A passage lies outside of its source’s text.');
    }
    // The line break after a block is part of the source's text and may be marked with it.
    const quote = sliceCodePoints(`${found.text}\n`, start - found.start, end - found.start);
    if (quote === passage.quote) return [];
    return start < found.start || codePointLength(quote) < end - start
      ? defect('passage-outside-text', 'A passage lies outside of its source’s text.')
      : defect('quote-differs', `A passage quotes “${passage.quote}” where the text has “${quote}”.`);
  });
}
