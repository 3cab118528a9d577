import { datesOrder, type EntityPassage, type MentioningPart, type SourceMentions } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as mentions from './mentions.ts';

/** In which order the passages of an entity stand; in a source always that of its text. A closed list. */
export type PassageOrder = 'text' | 'date';

interface SpeakingSource {
  readonly id: string;
  readonly date: string;
}

export interface PassageChoice {
  readonly order: PassageOrder;
  /** Only those that touch a highlight with one of these tags or of one below; all where there are none. */
  readonly tagIds?: readonly string[] | undefined;
  /** How many at most; all where left out. */
  readonly limit?: number | undefined;
}

/**
 * The passages linked to an entity, with the tags of the highlights they touch and the entities named close by: by the
 * sources as they came into the notebook, or by the sources' dates, undated ones last.
 */
export function entityPassages(
  connection: Connection,
  entityId: string,
  { order, tagIds, limit = -1 }: PassageChoice,
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
    listed.push(...mentions.list(connection, { entityId, sourceId: source.id, tagIds, limit: left }));
  }
  const dates = new Map(sources.map(({ id, date }) => [id, date]));
  const ids = JSON.stringify(listed.map(({ id }) => id));
  const tags = tagsOf(connection, ids);
  const others = othersOf(connection, ids);
  return listed.map((mention) => ({
    ...mention,
    sourceDate: dates.get(mention.sourceId) ?? '',
    tags: tags.get(mention.id) ?? [],
    with: others.get(mention.id) ?? [],
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

/** @param ids of mentions, as JSON */
function tagsOf(connection: Connection, ids: string): ReadonlyMap<string, EntityPassage['tags']> {
  return byMention(connection.all<TagRow>(TAGS_OF, ids));
}

interface OtherRow {
  readonly mentionId: string;
  readonly entityId: string;
  readonly name: string;
  readonly type: string;
}

/** Named in the words a passage is shown with, the nearest first. */
const OTHERS_OF = `
  SELECT m.id AS mentionId, e.id AS entityId, e.name, e.type
  FROM json_each(?) j CROSS JOIN mentions m ON m.id = j.value
  CROSS JOIN mentions o INDEXED BY mentions_by_block ON o.source_id = m.source_id AND o.first_block = m.first_block
    AND o.entity_id <> m.entity_id AND o."end" > m.start - ${mentions.AROUND} AND o.start < m."end" + ${mentions.AROUND}
  JOIN entities e ON e.id = o.entity_id AND e.trashed_at IS NULL
  GROUP BY m.id, e.id ORDER BY min(abs(o.start - m.start)), e.name`;

/** @param ids of mentions, as JSON */
function othersOf(connection: Connection, ids: string): ReadonlyMap<string, EntityPassage['with']> {
  return byMention(connection.all<OtherRow>(OTHERS_OF, ids));
}

function byMention<T extends { readonly mentionId: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly Omit<T, 'mentionId'>[]> {
  const grouped = Map.groupBy(rows, ({ mentionId }) => mentionId);
  return new Map([...grouped].map(([mentionId, own]) => [mentionId, own.map(({ mentionId: _, ...rest }) => rest)]));
}

interface PartRow extends MentioningPart {
  readonly sourceId: string;
  readonly title: string;
}

/** Number of the block in which an offset of a counted part lies: one search of the index of places. */
const blockAt = (offset: string) => `coalesce((
  SELECT b.number FROM blocks b WHERE b.source_id = c.sourceId AND b.start <= ${offset} ORDER BY b.start DESC LIMIT 1), 1)`;

/** A part holds the offsets that, times the number of parts, reach its number of lengths and not yet the next. */
const ALONG = `
  WITH counted AS (
    SELECT s.id AS sourceId, s.title, s.created_at, s.length, p.parts,
      min(m.start * p.parts / max(s.length, 1), p.parts - 1) AS part, count(*) AS count, min(m.start) AS start, m."end" AS "end"
    FROM (SELECT CAST(? AS INTEGER) AS parts) p, mentions m
    JOIN sources s ON s.id = m.source_id AND s.trashed_at IS NULL
    WHERE m.entity_id = ? AND m.source_id = coalesce(?, m.source_id) GROUP BY s.id, part)
  SELECT c.sourceId, c.title, c.part, c.count, c.start, c."end",
    ${blockAt('(c.part * c.length + c.parts - 1) / c.parts')} AS firstBlock,
    ${blockAt('((c.part + 1) * c.length - 1) / c.parts')} AS lastBlock
  FROM counted c ORDER BY c.created_at, c.sourceId, c.part`;

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
  const rows = connection.all<PartRow>(ALONG, parts, entityId, sourceId ?? null);
  return [...Map.groupBy(rows, ({ sourceId }) => sourceId)]
    .map(([sourceId, own]) => ({
      sourceId,
      title: own[0]?.title ?? '',
      mentions: own.reduce((sum, { count }) => sum + count, 0),
      parts: own.map(({ sourceId: _, title: __, ...part }) => part),
    }))
    .sort((a, b) => b.mentions - a.mentions);
}
