import { formatLocator, type Hit, toCodePoints } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Term } from './query.ts';
import { makeSnippet } from './snippet.ts';

interface BlockRow {
  source: string;
  title: string;
  number: number;
  start: number;
  text: string;
  label: string | null;
}

/** Places in the texts of sources, the best first, and how many there are in all. */
export function blockHits(
  connection: Connection,
  match: string,
  terms: readonly Term[],
  limit: number,
): { hits: Hit[]; total: number } {
  const rows = connection.all<BlockRow>(
    `SELECT b.source_id AS source, s.title, b.number, b.start, b.text, b.label
     FROM (SELECT rowid AS id, rank FROM block_index WHERE block_index MATCH ? ORDER BY rank) AS found
     CROSS JOIN blocks b ON b.id = found.id
     CROSS JOIN sources s ON s.id = b.source_id AND s.trashed_at IS NULL
     ORDER BY found.rank LIMIT ?`,
    match,
    limit,
  );
  return { hits: rows.map((row) => toHit(row, terms)), total: countBlocks(connection, match) };
}

function countBlocks(connection: Connection, match: string): number {
  // Most notebooks have an empty trash, and then the index alone can count.
  const anyTrashed = connection.get('SELECT 1 FROM sources WHERE trashed_at IS NOT NULL LIMIT 1') !== undefined;
  const counted = connection.get<{ total: number }>(
    anyTrashed
      ? `SELECT count(*) AS total FROM block_index CROSS JOIN blocks b ON b.id = block_index.rowid
         CROSS JOIN sources s ON s.id = b.source_id AND s.trashed_at IS NULL WHERE block_index MATCH ?`
      : 'SELECT count(*) AS total FROM block_index WHERE block_index MATCH ?',
    match,
  );
  return counted?.total ?? 0;
}

function toHit({ source, title, number, start, text, label }: BlockRow, terms: readonly Term[]): Hit {
  const { snippet, marks, match } = makeSnippet(text, terms);
  const [from, to] = match ?? [0, 0];
  return {
    kind: 'block',
    id: source,
    title,
    snippet,
    marks,
    sourceId: source,
    start: start + toCodePoints(text, from),
    end: start + toCodePoints(text, to),
    locator: formatLocator({ firstBlock: number, lastBlock: number, ...(label === null ? {} : { label }) }),
    block: number,
  };
}
