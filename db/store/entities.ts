import {
  type Coordinates,
  type Description,
  type DocumentJson,
  descriptionOf,
  type Entity,
  type Identifier,
  LecternError,
  type OwnFields,
  readCoordinates,
  writeCoordinates,
} from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { checkDates, type NewName, putIdentifiers, putNames } from './entity-facts.ts';
import * as entityTypes from './entity-types.ts';
import { found, isoTime } from './rows.ts';

interface EntityRow {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly document: string;
  readonly dates: string;
  readonly names: string;
  readonly identifiers: string;
  readonly coordinates: string;
  readonly fields: string;
  readonly mentions: number;
  readonly sources: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const select = (condition: string): string => `
  WITH wanted AS (SELECT * FROM entities WHERE trashed_at IS NULL AND ${condition}),
    linked AS (
      SELECT m.entity_id, count(*) AS mentions, count(DISTINCT m.source_id) AS sources
      FROM wanted JOIN mentions m ON m.entity_id = wanted.id JOIN sources s ON s.id = m.source_id
      WHERE s.trashed_at IS NULL GROUP BY m.entity_id)
  SELECT e.id, e.type, e.name, e.description, e.description_document AS document, e.dates, e.coordinates, e.fields,
    e.created_at AS createdAt, e.updated_at AS updatedAt,
    (SELECT json_group_array(json_object('name', name, 'language', language, 'kind', kind) ORDER BY rank, name)
      FROM entity_names WHERE entity_id = e.id) AS names,
    (SELECT json_group_array(json_object('kind', kind, 'value', value) ORDER BY kind, value)
      FROM entity_identifiers WHERE entity_id = e.id) AS identifiers,
    coalesce(linked.mentions, 0) AS mentions, coalesce(linked.sources, 0) AS sources
  FROM wanted e LEFT JOIN linked ON linked.entity_id = e.id
  ORDER BY e.name COLLATE NOCASE, e.id`;

const ALL = select('TRUE');
const OF_TYPE = select('type = ?');
const ONE = select('id = ?');
const SOME = select('id IN (SELECT value FROM json_each(?))');

/** Every entity that is not in the trash, of one type if that is said, by name. */
export function list(connection: Connection, type?: string): Entity[] {
  const rows = type === undefined ? connection.all<EntityRow>(ALL) : connection.all<EntityRow>(OF_TYPE, type);
  return rows.map(fromRow);
}

/** Those of these ids that are there, by name. */
export function ofIds(connection: Connection, ids: readonly string[]): Entity[] {
  return connection.all<EntityRow>(SOME, JSON.stringify(ids)).map(fromRow);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Entity {
  return fromRow(found(connection.get<EntityRow>(ONE, id), 'entity', id));
}

/** What an entity is called, where there is one of this id outside the trash. */
export function find(connection: Connection, id: string): { readonly name: string; readonly type: string } | undefined {
  return connection.get('SELECT name, type FROM entities WHERE id = ? AND trashed_at IS NULL', id);
}

/** Of what type entities are, also those in the trash. */
export function typesOf(connection: Connection, ids: readonly string[]): { id: string; type: string }[] {
  return connection.all(
    'SELECT id, type FROM entities WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
}

export interface NewEntity {
  readonly type: string;
  readonly name: string;
  /** A plain string keeps what is known of that name. */
  readonly aliases?: readonly (string | NewName)[] | undefined;
  readonly description?: string | undefined;
  /** In place of plain words. */
  readonly descriptionDocument?: DocumentJson | undefined;
  readonly dates?: string | undefined;
  readonly identifiers?: readonly Identifier[] | undefined;
  readonly coordinates?: Coordinates | null | undefined;
  readonly fields?: OwnFields | undefined;
}

/**
 * Makes an entity; a type the notebook does not know yet is added to its types.
 * @throws LecternError `bad-dates`, `bad-identifier`, `bad-input` for a description that is no document of the schema
 */
export function create(connection: Connection, entity: NewEntity): Entity {
  return get(connection, add(connection, entity));
}

/**
 * `create` for many: answers the id alone. Inside a long deed the names come first, so that they are indexed once, with
 * the entity.
 */
export function add(connection: Connection, entity: NewEntity, namesFirst = false): string {
  const id = connection.newId();
  if (namesFirst) putNames(connection, id, entity.name, entity.aliases ?? []);
  const now = connection.now();
  checkDates(entity.dates ?? '');
  entityTypes.know(connection, entity.type);
  connection.run(
    `INSERT INTO entities (id, type, name, description, description_document, dates, coordinates, fields, created_at,
       updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    entity.type,
    entity.name,
    ...columnsOf(described(entity)),
    entity.dates ?? '',
    written(entity.coordinates ?? null),
    filled(entity.fields ?? {}),
    now,
    now,
  );
  if (!namesFirst) putNames(connection, id, entity.name, entity.aliases ?? []);
  putIdentifiers(connection, id, entity.identifiers ?? []);
  connection.changed({ noun: 'entity', id, deed: 'created' });
  return id;
}

/** What can be changed; what is left out stays. */
export interface EntityChange extends Omit<NewEntity, 'type' | 'name'> {
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * Changes what is given; a list replaces the whole list.
 * @throws LecternError `not-found`, `bad-dates`, `bad-identifier`
 */
export function update(connection: Connection, id: string, change: EntityChange): Entity {
  const old = get(connection, id);
  const name = change.name ?? old.name;
  const dates = change.dates ?? old.dates;
  if (dates !== old.dates) checkDates(dates);
  if (change.type !== undefined) entityTypes.know(connection, change.type);
  connection.run(
    `UPDATE entities SET type = ?, name = ?, description = ?, description_document = ?, dates = ?, coordinates = ?, fields = ?, updated_at = ?
     WHERE id = ?`,
    change.type ?? old.type,
    name,
    ...columnsOf(described(change, old)),
    dates,
    written(change.coordinates === undefined ? old.coordinates : change.coordinates),
    filled(change.fields ?? old.fields),
    connection.now(),
    id,
  );
  if (change.aliases || name !== old.name) putNames(connection, id, name, change.aliases ?? old.names, old.names);
  if (change.identifiers) putIdentifiers(connection, id, change.identifiers, old.identifiers);
  connection.changed({ noun: 'entity', id, deed: 'updated' });
  return get(connection, id);
}

/** Puts an entity into the trash; its mentions and relations stay and are left out of the lists. */
export function remove(connection: Connection, id: string): void {
  get(connection, id);
  connection.run('UPDATE entities SET trashed_at = ? WHERE id = ?', connection.now(), id);
  connection.changed({ noun: 'entity', id, deed: 'removed' });
}

/** Takes an entity out of the trash. */
export function restore(connection: Connection, id: string): Entity {
  const changed = connection.run('UPDATE entities SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL', id);
  if (changed === 0) throw new LecternError('not-found', `There is no entity “${id}” in the trash.`, { id });
  connection.changed({ noun: 'entity', id, deed: 'created' });
  return get(connection, id);
}

/** What a description becomes; the same words keep the form they have. @throws LecternError `bad-input` */
export function described(
  { description, descriptionDocument }: Pick<NewEntity, 'description' | 'descriptionDocument'>,
  old?: Pick<Entity, 'description' | 'descriptionDocument'>,
): Description {
  if (descriptionDocument) return readDescription(descriptionDocument);
  const text = description ?? old?.description ?? '';
  return { text, document: old?.description === text ? old.descriptionDocument : null };
}

function readDescription(json: DocumentJson): Description {
  try {
    return descriptionOf(json);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LecternError('bad-input', `The description cannot be read: ${error.message}.`, {
      field: 'descriptionDocument',
    });
  }
}

/** `description` and `description_document`. */
export function columnsOf({ text, document }: Description): readonly [string, string] {
  return [text, document ? JSON.stringify(document) : ''];
}

function written(coordinates: Coordinates | null): string {
  return coordinates === null ? '' : writeCoordinates(coordinates);
}

/** The fields that say something. */
function filled(fields: OwnFields): string {
  return JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== '')));
}

function fromRow({
  names: json,
  document,
  identifiers,
  coordinates,
  fields,
  createdAt,
  updatedAt,
  ...row
}: EntityRow): Entity {
  const names: Entity['names'] = JSON.parse(json);
  return {
    ...row,
    aliases: names.map(({ name }) => name),
    names,
    descriptionDocument: document === '' ? null : JSON.parse(document),
    identifiers: JSON.parse(identifiers),
    coordinates: readCoordinates(coordinates),
    fields: JSON.parse(fields),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
