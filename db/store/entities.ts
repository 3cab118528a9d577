import { type Entity, type Identifier, LecternError } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, isoTime } from './rows.ts';

interface EntityRow {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly dates: string;
  readonly aliases: string;
  readonly identifiers: string;
  readonly mentions: number;
  readonly sources: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A type of entities with the colour and shape of its sign. */
export interface EntityType {
  readonly name: string;
  readonly colour: string;
  readonly shape: string;
  readonly entities: number;
}

const select = (condition: string): string => `
  WITH wanted AS (SELECT * FROM entities WHERE trashed_at IS NULL AND ${condition}),
    linked AS (
      SELECT m.entity_id, count(*) AS mentions, count(DISTINCT m.source_id) AS sources
      FROM wanted JOIN mentions m ON m.entity_id = wanted.id JOIN sources s ON s.id = m.source_id
      WHERE s.trashed_at IS NULL GROUP BY m.entity_id)
  SELECT e.id, e.type, e.name, e.description, e.dates, e.created_at AS createdAt, e.updated_at AS updatedAt,
    (SELECT json_group_array(name ORDER BY rank, name) FROM entity_names WHERE entity_id = e.id) AS aliases,
    (SELECT json_group_array(json_object('kind', kind, 'value', value) ORDER BY kind, value)
      FROM entity_identifiers WHERE entity_id = e.id) AS identifiers,
    coalesce(linked.mentions, 0) AS mentions, coalesce(linked.sources, 0) AS sources
  FROM wanted e LEFT JOIN linked ON linked.entity_id = e.id
  ORDER BY e.name COLLATE NOCASE, e.id`;

const ALL = select('TRUE');
const OF_TYPE = select('type = ?');
const ONE = select('id = ?');

/** Every entity that is not in the trash, of one type if that is said, by name. */
export function list(connection: Connection, type?: string): Entity[] {
  const rows = type === undefined ? connection.all<EntityRow>(ALL) : connection.all<EntityRow>(OF_TYPE, type);
  return rows.map(fromRow);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Entity {
  return fromRow(found(connection.get<EntityRow>(ONE, id), 'entity', id));
}

/** What an entity is called, where there is one of this id outside the trash. */
export function find(connection: Connection, id: string): { readonly name: string; readonly type: string } | undefined {
  return connection.get('SELECT name, type FROM entities WHERE id = ? AND trashed_at IS NULL', id);
}

/** The types in their order, with how many entities each has. */
export function types(connection: Connection): EntityType[] {
  return connection.all<EntityType>(
    `SELECT t.name, t.colour, t.shape,
       (SELECT count(*) FROM entities WHERE type = t.name AND trashed_at IS NULL) AS entities
     FROM entity_types t ORDER BY t.rank, t.name`,
  );
}

export interface NewEntity {
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly dates?: string | undefined;
  readonly identifiers?: readonly Identifier[] | undefined;
}

/** Makes an entity; a type the notebook does not know yet is added to its types. */
export function create(connection: Connection, entity: NewEntity): Entity {
  const id = connection.newId();
  const now = connection.now();
  addType(connection, entity.type);
  connection.run(
    'INSERT INTO entities (id, type, name, description, dates, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    entity.type,
    entity.name,
    entity.description ?? '',
    entity.dates ?? '',
    now,
    now,
  );
  putAliases(connection, id, entity.name, entity.aliases ?? []);
  putIdentifiers(connection, id, entity.identifiers ?? []);
  connection.changed({ noun: 'entity', id, deed: 'created' });
  return get(connection, id);
}

/** What can be changed; what is left out stays. */
export interface EntityChange extends Omit<NewEntity, 'type' | 'name'> {
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

/** Changes what is given; a list replaces the whole list. @throws LecternError `not-found` */
export function update(connection: Connection, id: string, change: EntityChange): Entity {
  const old = get(connection, id);
  const name = change.name ?? old.name;
  if (change.type !== undefined) addType(connection, change.type);
  connection.run(
    'UPDATE entities SET type = ?, name = ?, description = ?, dates = ?, updated_at = ? WHERE id = ?',
    change.type ?? old.type,
    name,
    change.description ?? old.description,
    change.dates ?? old.dates,
    connection.now(),
    id,
  );
  if (change.aliases || name !== old.name) putAliases(connection, id, name, change.aliases ?? old.aliases);
  if (change.identifiers) putIdentifiers(connection, id, change.identifiers);
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

/** Replaces the other names; the canonical name and repetitions are left out. */
export function putAliases(connection: Connection, id: string, name: string, aliases: readonly string[]): void {
  connection.run('DELETE FROM entity_names WHERE entity_id = ?', id);
  [...new Set(aliases)]
    .filter((alias) => alias !== name)
    .forEach((alias, rank) => {
      connection.run('INSERT INTO entity_names (entity_id, name, rank) VALUES (?, ?, ?)', id, alias, rank);
    });
}

function putIdentifiers(connection: Connection, id: string, identifiers: readonly Identifier[]): void {
  connection.run('DELETE FROM entity_identifiers WHERE entity_id = ?', id);
  for (const { kind, value } of identifiers) {
    connection.run(
      'INSERT OR IGNORE INTO entity_identifiers (entity_id, kind, value) VALUES (?, ?, ?)',
      id,
      kind,
      value,
    );
  }
}

function addType(connection: Connection, name: string): void {
  connection.run(
    `INSERT INTO entity_types (name, colour, shape, rank)
     SELECT ?, 'concept', 'circle', coalesce(max(rank), 0) + 1 FROM entity_types
     WHERE NOT EXISTS (SELECT 1 FROM entity_types WHERE name = ?) HAVING count(*) > 0`,
    name,
    name,
  );
}

function fromRow({ aliases, identifiers, createdAt, updatedAt, ...row }: EntityRow): Entity {
  return {
    ...row,
    aliases: JSON.parse(aliases),
    identifiers: JSON.parse(identifiers),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
