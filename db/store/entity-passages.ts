import { datesOrder, type EntityPassage, type SourceMentions } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as mentions from './mentions.ts';

/** In which order the passages of an entity stand; in a source always that of its text. A closed list. */
export type PassageOrder = 'text' | 'date';

interface SpeakingSource {
  readonly id: string;
  readonly date: string;
}

/**
 * The passages linked to an entity, with the tags of the highlights they touch: by the sources as they came into the
 * notebook, or by the sources' dates, undated ones last.
 * @param limit how many at most; -1 gives all
 */
export function entityPassages(
  connection: Connection,
  entityId: string,
  order: PassageOrder,
  limit: number,
): EntityPassage[] {
  const sources = connection.all<SpeakingSource>(
    `SELECT id, date FROM sources WHERE trashed_at IS NULL AND id IN (SELECT source_id FROM mentions WHERE entity_id = ?)
     ORDER BY created_at, id`,
    entityId,
  );
  if (order === 'date') sources.sort((a, b) => compare(datesOrder(a.date), datesOrder(b.date)));
  const listed: ReturnType<typeof mentions.list> = [];
  for (const source of sources) {
    const left = limit < 0 ? -1 : limit - listed.length;
    if (left === 0) break;
    listed.push(...mentions.list(connection, { entityId, sourceId: source.id, limit: left }));
  }
  const dates = new Map(sources.map(({ id, date }) => [id, date]));
  const tags = tagsOf(
    connection,
    listed.map(({ id }) => id),
  );
  return listed.map((mention) => ({
    ...mention,
    sourceDate: dates.get(mention.sourceId) ?? '',
    tags: tags.get(mention.id) ?? [],
  }));
}

/** Two undated ones are as they were: the difference of two infinities is none. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

interface TagRow {
  readonly mentionId: string;
  readonly id: string;
  readonly name: string;
  readonly colour: EntityPassage['tags'][number]['colour'];
}

/** A highlight that touches begins less than the longest highlight's length before the mention: that keeps it an index search. */
const TAGS_OF = `
  WITH mine AS MATERIALIZED (SELECT m.* FROM json_each(?) j JOIN mentions m ON m.id = j.value),
    longest AS MATERIALIZED (
      SELECT source_id, max("end" - start) AS length FROM highlights
      WHERE source_id IN (SELECT source_id FROM mine) GROUP BY source_id)
  SELECT m.id AS mentionId, t.id, t.name, t.colour
  FROM mine m JOIN longest l ON l.source_id = m.source_id
  JOIN highlights h ON h.source_id = m.source_id AND h.start < m."end" AND h.start > m.start - l.length
    AND h."end" > m.start AND h.trashed_at IS NULL
  JOIN highlight_tags ht ON ht.highlight_id = h.id
  JOIN tags t ON t.id = ht.tag_id AND t.trashed_at IS NULL
  GROUP BY m.id, t.id ORDER BY t.name, t.id`;

function tagsOf(connection: Connection, ids: readonly string[]): ReadonlyMap<string, EntityPassage['tags']> {
  const rows = connection.all<TagRow>(TAGS_OF, JSON.stringify(ids));
  const grouped = Map.groupBy(rows, ({ mentionId }) => mentionId);
  return new Map(
    [...grouped].map(([mentionId, tags]) => [mentionId, tags.map(({ id, name, colour }) => ({ id, name, colour }))]),
  );
}

interface PartRow {
  readonly sourceId: string;
  readonly title: string;
  readonly part: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/**
 * How often an entity is mentioned along each source, the sources that mention it most first.
 * @param sourceId of one source only, where it is told
 * @param parts into how many of equal length a text is divided; those that mention nothing are left out
 */
export function alongSources(
  connection: Connection,
  entityId: string,
  parts: number,
  sourceId?: string,
): SourceMentions[] {
  const rows = connection.all<PartRow>(
    `SELECT s.id AS sourceId, s.title, min(m.start * p.parts / max(s.length, 1), p.parts - 1) AS part, count(*) AS count,
       min(m.start) AS start, m."end" AS "end"
     FROM (SELECT CAST(? AS INTEGER) AS parts) p, mentions m
     JOIN sources s ON s.id = m.source_id AND s.trashed_at IS NULL
     WHERE m.entity_id = ? AND m.source_id = coalesce(?, m.source_id) GROUP BY s.id, part ORDER BY s.created_at, s.id, part`,
    parts,
    entityId,
    sourceId ?? null,
  );
  return [...Map.groupBy(rows, ({ sourceId }) => sourceId)]
    .map(([sourceId, own]) => ({
      sourceId,
      title: own[0]?.title ?? '',
      mentions: own.reduce((sum, { count }) => sum + count, 0),
      parts: own.map(({ part, count, start, end }) => ({ part, count, start, end })),
    }))
    .sort((a, b) => b.mentions - a.mentions);
}
