import { formatLocator, type Hit, type HitKind } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Term } from './query.ts';
import { makeSnippet, type Snippet } from './snippet.ts';

/** A thing that was found, as a hit; undefined where it is gone. */
export function describe(connection: Connection, kind: HitKind, id: string, terms: readonly Term[]): Hit | undefined {
  switch (kind) {
    case 'source':
      return describeNamed(connection, SOURCE, kind, id, terms);
    case 'highlight':
      return describeHighlight(connection, id, terms);
    case 'note':
      return describeNamed(connection, NOTE, kind, id, terms);
    case 'entity':
      return describeNamed(connection, ENTITY, kind, id, terms);
    case 'tag':
      return describeNamed(connection, TAG, kind, id, terms);
    case 'outline':
      return describeNamed(connection, OUTLINE, kind, id, terms);
    case 'collection':
      return describeNamed(connection, COLLECTION, kind, id, terms);
    case 'block':
      return undefined;
  }
}

interface NamedRow {
  title: string;
  sign: string | null;
  /** The texts to show a match in, best first, as JSON. */
  texts: string;
}

const SOURCE = `SELECT title, NULL AS sign,
  json_array(title, (SELECT group_concat(value, ', ') FROM json_each(authors))) AS texts FROM sources WHERE id = ?`;
const NOTE = 'SELECT title, NULL AS sign, json_array(text, title) AS texts FROM notes WHERE id = ?';
const ENTITY = `SELECT name AS title, type AS sign,
  json_array(name, (SELECT group_concat(n.name, ', ') FROM (
    SELECT name FROM entity_names WHERE entity_id = e.id ORDER BY rank) n), description,
    (SELECT group_concat(key || ': ' || value, ', ') FROM json_each(fields))) AS texts
  FROM entities e WHERE id = ?`;
const TAG = 'SELECT name AS title, colour AS sign, json_array(name, memo) AS texts FROM tags WHERE id = ?';
/** With the names of those it stands in, as far up as two. */
const COLLECTION = `SELECT c.name AS title, NULL AS sign,
  json_array(concat_ws(' › ', (SELECT name FROM collections WHERE id = p.parent_id), p.name, c.name)) AS texts
  FROM collections c LEFT JOIN collections p ON p.id = c.parent_id WHERE c.id = ?`;
const OUTLINE = `SELECT title, NULL AS sign, json_insert(
    (SELECT json_group_array(text || iif(gist = '', '', ' – ' || gist)) FROM outline_items i WHERE i.outline_id = o.id AND text || gist <> ''), '$[#]', title) AS texts
  FROM outlines o WHERE id = ?`;

function describeNamed(
  connection: Connection,
  sql: string,
  kind: HitKind,
  id: string,
  terms: readonly Term[],
): Hit | undefined {
  const row = connection.get<NamedRow>(sql, id);
  if (!row) return undefined;
  const texts: (string | null)[] = JSON.parse(row.texts);
  const { snippet, marks } = firstMatch(texts, terms);
  return { kind, id, title: row.title, snippet, marks, ...(row.sign === null ? {} : { sign: row.sign }) };
}

/** The snippet of the first text in which something is found, or of the first that says anything. */
function firstMatch(texts: readonly (string | null)[], terms: readonly Term[]): Snippet {
  let fallback: Snippet | undefined;
  for (const text of texts) {
    if (!text) continue;
    const snippet = makeSnippet(text, terms);
    if (snippet.match) return snippet;
    fallback ??= snippet;
  }
  return fallback ?? { snippet: '', marks: [], match: undefined };
}

interface HighlightRow {
  source: string;
  title: string;
  start: number;
  end: number;
  first: number;
  last: number;
  label: string | null;
  colour: string;
  quote: string;
  comment: string;
}

function describeHighlight(connection: Connection, id: string, terms: readonly Term[]): Hit | undefined {
  const row = connection.get<HighlightRow>(
    `SELECT h.source_id AS source, s.title, h.start, h."end", h.first_block AS first, h.last_block AS last,
       b.label, h.colour, h.quote, h.comment
     FROM highlights h JOIN sources s ON s.id = h.source_id
       LEFT JOIN blocks b ON b.source_id = h.source_id AND b.number = h.first_block
     WHERE h.id = ?`,
    id,
  );
  if (!row) return undefined;
  const { snippet, marks } = firstMatch([row.quote, row.comment], terms);
  const label = row.label === null ? {} : { label: row.label };
  return {
    kind: 'highlight',
    id,
    title: row.title,
    snippet,
    marks,
    sourceId: row.source,
    start: row.start,
    end: row.end,
    locator: formatLocator({ firstBlock: row.first, lastBlock: row.last, ...label }),
    block: row.first,
    sign: row.colour,
  };
}
