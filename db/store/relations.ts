import { type EvidencePassage, formatLocator, LecternError, type Relation } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { checkDates } from './entity-facts.ts';
import { found, isoTime, stringList } from './rows.ts';

interface RelationRow extends Omit<Relation, 'evidence' | 'passages' | 'createdAt' | 'updatedAt'> {
  readonly evidence: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

interface EvidenceRow extends Omit<EvidencePassage, 'locator'> {
  readonly relationId: string;
  readonly first: number;
  readonly last: number;
  readonly label: string | null;
}

/** A type of relations in use. */
export interface RelationType {
  readonly type: string;
  readonly inverse: string;
  readonly relations: number;
}

const SELECT = `
  SELECT r.id, r.from_id AS fromId, r.to_id AS toId, a.name AS fromName, b.name AS toName, r.type, r.inverse, r.dates,
    r.comment, r.created_at AS createdAt, r.updated_at AS updatedAt,
    (SELECT json_group_array(h.id ORDER BY h.id) FROM relation_evidence v JOIN highlights h ON h.id = v.highlight_id
      WHERE v.relation_id = r.id AND h.trashed_at IS NULL) AS evidence
  FROM relations r
  JOIN entities a ON a.id = r.from_id AND a.trashed_at IS NULL
  JOIN entities b ON b.id = r.to_id AND b.trashed_at IS NULL`;

/** Code points of a quotation that are shown: a highlight may be a chapter. */
const MOST_QUOTED = 200;

const EVIDENCE_OF = `
  SELECT v.relation_id AS relationId, h.id, h.source_id AS sourceId, h.start, h."end" AS "end", h.first_block AS first,
    h.last_block AS last, b.label, s.title AS sourceTitle,
    iif(h."end" - h.start > ${MOST_QUOTED}, rtrim(substr(h.quote, 1, ${MOST_QUOTED})) || '…', h.quote) AS quote
  FROM json_each(?) j
  JOIN relation_evidence v ON v.relation_id = j.value
  JOIN highlights h ON h.id = v.highlight_id AND h.trashed_at IS NULL
  JOIN sources s ON s.id = h.source_id AND s.trashed_at IS NULL
  LEFT JOIN blocks b ON b.source_id = h.source_id AND b.number = h.first_block
  ORDER BY s.created_at, s.id, h.start, h."end" DESC, h.id`;

const ORDER = 'ORDER BY r.created_at, r.id';

/** Every relation, or those of one entity in either direction. */
export function list(connection: Connection, entityId?: string): Relation[] {
  const rows =
    entityId === undefined
      ? connection.all<RelationRow>(`${SELECT} ${ORDER}`)
      : connection.all<RelationRow>(`${SELECT} WHERE r.from_id = ? OR r.to_id = ? ${ORDER}`, entityId, entityId);
  return withPassages(connection, rows);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Relation {
  const rows = connection.all<RelationRow>(`${SELECT} WHERE r.id = ?`, id);
  return found(withPassages(connection, rows)[0], 'relation', id);
}

export interface NewRelation {
  readonly fromId: string;
  readonly toId: string;
  readonly type: string;
  /** As it reads from the other end; what is said of one relation holds for all of its type. Left out, it is as known. */
  readonly inverse?: string | undefined;
  readonly dates?: string | undefined;
  readonly comment?: string | undefined;
  /** Ids of highlights. */
  readonly evidence?: readonly string[] | undefined;
}

/** @throws LecternError `not-found`, `bad-dates`, `not-allowed` for a relation of an entity to itself */
export function create(connection: Connection, relation: NewRelation): Relation {
  const { name } = entities.get(connection, relation.fromId);
  entities.get(connection, relation.toId);
  if (relation.fromId === relation.toId) {
    throw new LecternError('not-allowed', `“${name}” cannot be related to itself.`, { name });
  }
  checkDates(relation.dates ?? '');
  const id = connection.newId();
  const now = connection.now();
  connection.run(
    `INSERT INTO relations (id, from_id, to_id, type, inverse, dates, comment, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    relation.fromId,
    relation.toId,
    relation.type,
    relation.inverse ?? inverseOf(connection, relation.type),
    relation.dates ?? '',
    relation.comment ?? '',
    now,
    now,
  );
  if (relation.inverse !== undefined) sayInverse(connection, relation.type, relation.inverse);
  putEvidence(connection, id, relation.evidence ?? []);
  connection.changed({ noun: 'relation', id, deed: 'created' });
  return get(connection, id);
}

/** @throws LecternError `not-found`, `bad-dates` */
export function update(
  connection: Connection,
  id: string,
  change: Omit<NewRelation, 'fromId' | 'toId' | 'type'> & { readonly type?: string | undefined },
): Relation {
  const old = get(connection, id);
  const type = change.type ?? old.type;
  if (change.dates !== undefined && change.dates !== old.dates) checkDates(change.dates);
  connection.run(
    'UPDATE relations SET type = ?, inverse = ?, dates = ?, comment = ?, updated_at = ? WHERE id = ?',
    type,
    change.inverse ?? (type === old.type ? old.inverse : inverseOf(connection, type)),
    change.dates ?? old.dates,
    change.comment ?? old.comment,
    connection.now(),
    id,
  );
  if (change.inverse !== undefined) sayInverse(connection, type, change.inverse);
  if (change.evidence) putEvidence(connection, id, change.evidence);
  connection.changed({ noun: 'relation', id, deed: 'updated' });
  return get(connection, id);
}

/** Takes a relation away. @throws LecternError `not-found` */
export function remove(connection: Connection, id: string): void {
  get(connection, id);
  connection.run('DELETE FROM relation_evidence WHERE relation_id = ?', id);
  connection.run('DELETE FROM relations WHERE id = ?', id);
  connection.changed({ noun: 'relation', id, deed: 'removed' });
}

/** The types in use, the most used first, each with how it reads from the other end. */
export function types(connection: Connection): RelationType[] {
  return connection.all<RelationType>(
    `SELECT r.type, max(r.inverse) AS inverse, count(*) AS relations
     FROM relations r
     JOIN entities a ON a.id = r.from_id AND a.trashed_at IS NULL
     JOIN entities b ON b.id = r.to_id AND b.trashed_at IS NULL
     GROUP BY r.type ORDER BY relations DESC, r.type`,
  );
}

/** How relations of a type are known to read from the other end: as others of it do, or as the type it is the inverse of. */
function inverseOf(connection: Connection, type: string): string {
  const known = connection.get<{ inverse: string }>(
    `SELECT inverse FROM (
       SELECT inverse, 1 AS rank FROM relations WHERE type = ? AND inverse <> ''
       UNION ALL SELECT type, 2 FROM relations WHERE inverse = ?)
     ORDER BY rank LIMIT 1`,
    type,
    type,
  );
  return known?.inverse ?? '';
}

/** Gives all relations of a type the same inverse. */
function sayInverse(connection: Connection, type: string, inverse: string): void {
  const others = connection.all<{ id: string }>(
    'SELECT id FROM relations WHERE type = ? AND inverse <> ?',
    type,
    inverse,
  );
  connection.run('UPDATE relations SET inverse = ? WHERE type = ? AND inverse <> ?', inverse, type, inverse);
  for (const { id } of others) connection.changed({ noun: 'relation', id, deed: 'updated' });
}

function putEvidence(connection: Connection, id: string, highlightIds: readonly string[]): void {
  connection.run('DELETE FROM relation_evidence WHERE relation_id = ?', id);
  for (const highlightId of highlightIds) {
    const highlight = connection.get('SELECT 1 FROM highlights WHERE id = ? AND trashed_at IS NULL', highlightId);
    found(highlight, 'highlight', highlightId);
    connection.run(
      'INSERT OR IGNORE INTO relation_evidence (relation_id, highlight_id) VALUES (?, ?)',
      id,
      highlightId,
    );
  }
}

function withPassages(connection: Connection, rows: readonly RelationRow[]): Relation[] {
  const shown = connection.all<EvidenceRow>(EVIDENCE_OF, JSON.stringify(rows.map(({ id }) => id)));
  const byRelation = Map.groupBy(shown, ({ relationId }) => relationId);
  return rows.map(({ evidence, createdAt, updatedAt, ...row }) => ({
    ...row,
    evidence: stringList(evidence),
    passages: (byRelation.get(row.id) ?? []).map(passageOf),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  }));
}

function passageOf({ relationId: _, first, last, label, ...row }: EvidenceRow): EvidencePassage {
  return {
    ...row,
    locator: formatLocator({ firstBlock: first, lastBlock: last, ...(label === null ? {} : { label }) }),
  };
}
