import {
  type CitationData,
  LAST_READ,
  LecternError,
  NO_CITATION,
  type Remark,
  type Source,
  type SourceFilter,
  type SourceMetadata,
} from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, isoTime, stringList } from './rows.ts';
import { conditionOfSources } from './source-filter.ts';

interface SourceRow
  extends Omit<Source, 'authors' | 'citation' | 'identifiers' | 'collectionIds' | 'createdAt' | 'updatedAt'> {
  readonly authors: string;
  readonly citation: string;
  readonly identifiers: string;
  readonly collectionIds: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const SELECT = `
  SELECT s.id, s.title, s.authors, s.date, s.language, s.url, s.publisher, s.identifiers, s.citation, s.file_name AS fileName, s.media_type AS mediaType,
    s.encoding, s.original_sha256 AS sha256, s.length, s.words, s.block_count AS blocks,
    s.status,
    (SELECT json_group_array(collection_id) FROM collection_sources WHERE source_id = s.id) AS collectionIds,
    (SELECT value ->> '$' FROM settings WHERE key = '${LAST_READ}' || s.id) AS lastReadAt,
    s.created_at AS createdAt, s.updated_at AS updatedAt,
    (SELECT size FROM originals WHERE sha256 = s.original_sha256) AS size,
    (SELECT count(*) FROM highlights WHERE source_id = s.id AND trashed_at IS NULL) AS highlights,
    (SELECT count(DISTINCT m.entity_id) FROM mentions m JOIN entities e ON e.id = m.entity_id
      WHERE m.source_id = s.id AND e.trashed_at IS NULL) AS entities
  FROM sources s`;

/** Every source that is not in the trash and that the filter asks for, in the order they came. */
export function list(connection: Connection, filter: SourceFilter = {}): Source[] {
  const { sql, values } = conditionOfSources(filter);
  const rows = connection.all<SourceRow>(
    `${SELECT} WHERE s.trashed_at IS NULL${sql} ORDER BY s.created_at, s.id`,
    ...values,
  );
  return rows.map(fromRow);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Source {
  return found(find(connection, id), 'source', id);
}

/** The source, where it is there and not in the trash. */
export function find(connection: Connection, id: string): Source | undefined {
  const row = connection.get<SourceRow>(`${SELECT} WHERE s.id = ? AND s.trashed_at IS NULL`, id);
  return row && fromRow(row);
}

/** @throws LecternError `not-found` where it is not there or in the trash */
export function mustBeThere(connection: Connection, id: string): void {
  found(connection.get('SELECT 1 FROM sources WHERE id = ? AND trashed_at IS NULL', id), 'source', id);
}

/** The source already made from a file with this SHA-256; one outside the trash before one in it. */
export function findByOriginal(
  connection: Connection,
  sha256: string,
): { readonly id: string; readonly trashed: boolean } | undefined {
  const row = connection.get<{ id: string; trashed: number }>(
    `SELECT id, trashed_at IS NOT NULL AS trashed FROM sources
     WHERE original_sha256 = ? AND trashed_at IS NOT 0 ORDER BY trashed, created_at LIMIT 1`,
    sha256,
  );
  return row && { id: row.id, trashed: row.trashed === 1 };
}

/** The last source before this one that came from a file of the same name and has highlights. */
export function findEarlier(connection: Connection, { id, fileName }: Source): Source | undefined {
  const row = connection.get<SourceRow>(
    `${SELECT} WHERE s.file_name = ? AND s.file_name <> '' AND s.id < ? AND s.trashed_at IS NULL
       AND EXISTS (SELECT 1 FROM highlights h WHERE h.source_id = s.id AND h.trashed_at IS NULL)
     ORDER BY s.id DESC LIMIT 1`,
    fileName,
    id,
  );
  return row && fromRow(row);
}

/** The name under which the history speaks of a source. */
export function title(connection: Connection, id: string): string {
  const row = connection.get<{ title: string }>('SELECT title FROM sources WHERE id = ?', id);
  return found(row, 'source', id).title;
}

/** What its import had to do. */
export function remarks(connection: Connection, id: string): Remark[] {
  const row = connection.get<{ remarks: string }>('SELECT remarks FROM sources WHERE id = ?', id);
  return JSON.parse(found(row, 'source', id).remarks);
}

/** What can be changed about a source; what is left out stays. */
export type SourceChange = {
  readonly [Fact in Exclude<keyof SourceMetadata, 'citation'> | 'title' | 'status']?: Source[Fact] | undefined;
} & { readonly citation?: { readonly [Fact in keyof CitationData]?: CitationData[Fact] | undefined } | undefined };

/** Changes what is known about a source; its text never changes. */
export function update(connection: Connection, id: string, facts: SourceChange): Source {
  const now = get(connection, id);
  connection.run(
    `UPDATE sources SET title = ?, authors = ?, date = ?, language = ?, url = ?, publisher = ?, identifiers = ?,
       citation = ?, status = ?, updated_at = ? WHERE id = ?`,
    facts.title ?? now.title,
    JSON.stringify(facts.authors ?? now.authors),
    facts.date ?? now.date,
    facts.language ?? now.language,
    facts.url ?? now.url,
    facts.publisher ?? now.publisher,
    JSON.stringify(facts.identifiers ?? now.identifiers),
    JSON.stringify(known({ ...now.citation, ...facts.citation })),
    facts.status ?? now.status,
    connection.now(),
    id,
  );
  connection.changed({ noun: 'source', id, deed: 'updated', sourceId: id });
  return get(connection, id);
}

/** Puts a source into the trash; everything that speaks of it stays and is left out of the lists. */
export function remove(connection: Connection, id: string): void {
  const changed = connection.run(
    'UPDATE sources SET trashed_at = ? WHERE id = ? AND trashed_at IS NULL',
    connection.now(),
    id,
  );
  found(changed || undefined, 'source', id);
  connection.changed({ noun: 'source', id, deed: 'removed', sourceId: id });
}

/** Takes a source out of the trash. */
export function restore(connection: Connection, id: string): Source {
  const changed = connection.run('UPDATE sources SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL', id);
  if (changed === 0) throw new LecternError('not-found', `There is no source “${id}” in the trash.`, { id });
  connection.changed({ noun: 'source', id, deed: 'created', sourceId: id });
  return get(connection, id);
}

/** What is known, as the column keeps it: without what is empty, so that a form with more fields reads older rows. */
function known(citation: SourceChange['citation'] & object): Partial<CitationData> {
  return Object.fromEntries(
    Object.entries(citation).filter(([fact, value]) => fact === 'type' || (value !== undefined && value.length > 0)),
  ) as Partial<CitationData>;
}

function fromRow(row: SourceRow): Source {
  return {
    ...row,
    authors: stringList(row.authors),
    // Written by us as a list of identifiers; the column is checked to hold a list.
    identifiers: JSON.parse(row.identifiers) as Source['identifiers'],
    collectionIds: stringList(row.collectionIds),
    citation: { ...NO_CITATION, ...JSON.parse(row.citation) },
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}
