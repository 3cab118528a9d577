import { type EntityType, fold, isBuiltInType, LecternError, TYPE_COLOURS, TYPE_SHAPES } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, stringList } from './rows.ts';

/** The types in their order, with how many entities each has. */
export function list(connection: Connection): EntityType[] {
  return connection
    .all<Omit<EntityType, 'fields'> & { fields: string }>(
      `SELECT t.name, t.colour, t.shape, t.fields,
         (SELECT count(*) FROM entities WHERE type = t.name AND trashed_at IS NULL) AS entities
       FROM entity_types t ORDER BY t.rank, t.name`,
    )
    .map((row) => ({ ...row, fields: stringList(row.fields) }));
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, name: string): EntityType {
  return found(
    list(connection).find((type) => type.name === name),
    'entity-type',
    name,
  );
}

export interface NewType {
  readonly name: string;
  readonly colour?: string | undefined;
  readonly shape?: string | undefined;
  readonly fields?: readonly string[] | undefined;
}

/**
 * Adds a type behind the others; a sign that is not said is one no other type has, as long as there is one.
 * @throws LecternError `name-taken` where a type of that name is there, however it is written; `not-allowed` for two
 *   fields of one name
 */
export function create(connection: Connection, type: NewType): EntityType {
  assertFree(connection, type.name);
  insert(connection, type);
  return get(connection, type.name);
}

/** Adds a type of this name unless there is one: an entity may be of a type nobody has described yet. */
export function know(connection: Connection, name: string): void {
  if (connection.get('SELECT 1 FROM entity_types WHERE name = ?', name) === undefined) insert(connection, { name });
}

/** A field as it is to be. */
export interface FieldChange {
  readonly name: string;
  /** What it was called before; a new field where left out. */
  readonly was?: string | undefined;
}

export interface TypeChange {
  readonly newName?: string | undefined;
  readonly colour?: string | undefined;
  readonly shape?: string | undefined;
  /** All of its fields: one that is not among them any more goes, and with it what entities of the type had in it. */
  readonly fields?: readonly FieldChange[] | undefined;
}

/**
 * Changes what is given; entities of the type come along.
 * @throws LecternError `not-found`; `name-taken`; `not-allowed` for another name of a built-in type, or two fields of one name
 */
export function update(connection: Connection, name: string, change: TypeChange): EntityType {
  const old = get(connection, name);
  const newName = change.newName ?? name;
  if (newName !== name) rename(connection, old, newName);
  connection.run(
    'UPDATE entity_types SET colour = ?, shape = ?, fields = ? WHERE name = ?',
    change.colour ?? old.colour,
    change.shape ?? old.shape,
    written(change.fields?.map((field) => field.name) ?? old.fields),
    newName,
  );
  if (change.fields) moveValues(connection, newName, old.fields, change.fields);
  connection.changed({ noun: 'entity-type', id: newName, deed: 'updated' });
  return get(connection, newName);
}

/**
 * Takes a type away; its entities become those of another one and keep what they have in its fields.
 * @throws LecternError `not-found`; `not-allowed` for a built-in type, or one that is to become itself
 */
export function remove(connection: Connection, name: string, into: string): void {
  get(connection, name);
  get(connection, into);
  if (isBuiltInType(name) || into === name) {
    throw new LecternError('not-allowed', `The type “${name}” cannot be deleted.`, { name });
  }
  retype(connection, name, into);
  connection.run('DELETE FROM entity_types WHERE name = ?', name);
  connection.changed({ noun: 'entity-type', id: name, deed: 'removed' });
}

/** Adds to a type the fields it does not have yet, at the end. */
export function addFields(connection: Connection, name: string, fields: readonly string[]): void {
  const old = get(connection, name).fields;
  const added = fields.filter((field) => !old.includes(field));
  if (added.length === 0) return;
  connection.run('UPDATE entity_types SET fields = ? WHERE name = ?', written([...old, ...added]), name);
  connection.changed({ noun: 'entity-type', id: name, deed: 'updated' });
}

function insert(connection: Connection, { name, colour, shape, fields = [] }: NewType): void {
  const others = list(connection);
  const free = <T extends string>(all: readonly T[], used: readonly string[]) =>
    all.find((each) => !used.includes(each)) ?? all[others.length % all.length] ?? '';
  connection.run(
    `INSERT INTO entity_types (name, colour, shape, fields, rank)
     SELECT ?, ?, ?, ?, coalesce(max(rank), 0) + 1 FROM entity_types`,
    name,
    colour ??
      free(
        TYPE_COLOURS,
        others.map((each) => each.colour),
      ),
    shape ??
      free(
        TYPE_SHAPES,
        others.map((each) => each.shape),
      ),
    written(fields),
  );
  connection.changed({ noun: 'entity-type', id: name, deed: 'created' });
}

function rename(connection: Connection, old: EntityType, newName: string): void {
  if (isBuiltInType(old.name)) {
    throw new LecternError('not-allowed', `The type “${old.name}” keeps its name.`, { name: old.name });
  }
  assertFree(connection, newName, old.name);
  connection.run(
    `INSERT INTO entity_types (name, colour, shape, fields, rank)
     SELECT ?, colour, shape, fields, rank FROM entity_types WHERE name = ?`,
    newName,
    old.name,
  );
  retype(connection, old.name, newName);
  connection.run('DELETE FROM entity_types WHERE name = ?', old.name);
  connection.changed({ noun: 'entity-type', id: old.name, deed: 'removed' });
}

/** Those in the trash too: they may come back. */
function retype(connection: Connection, name: string, into: string): void {
  for (const id of idsOf(connection, name)) connection.changed({ noun: 'entity', id, deed: 'updated' });
  connection.run('UPDATE entities SET type = ? WHERE type = ?', into, name);
}

function idsOf(connection: Connection, type: string): string[] {
  return connection.all<{ id: string }>('SELECT id FROM entities WHERE type = ?', type).map(({ id }) => id);
}

/** What entities have in a field follows its name; of one that is gone it goes. */
function moveValues(
  connection: Connection,
  type: string,
  before: readonly string[],
  after: readonly FieldChange[],
): void {
  const nameNow = new Map(after.map(({ name, was }) => [was ?? name, name]));
  const moved = before.filter((field) => nameNow.get(field) !== field);
  if (moved.length === 0) return;
  for (const { id, fields } of connection.all<{ id: string; fields: string }>(
    'SELECT id, fields FROM entities WHERE type = ? AND EXISTS (SELECT 1 FROM json_each(fields) WHERE key IN (SELECT value FROM json_each(?)))',
    type,
    JSON.stringify(moved),
  )) {
    const values = Object.entries<string>(JSON.parse(fields)).flatMap(([field, value]) => {
      const name = before.includes(field) ? nameNow.get(field) : field;
      return name === undefined ? [] : [[name, value] as const];
    });
    connection.run('UPDATE entities SET fields = ? WHERE id = ?', JSON.stringify(Object.fromEntries(values)), id);
    connection.changed({ noun: 'entity', id, deed: 'updated' });
  }
}

/** @throws LecternError `name-taken` */
function assertFree(connection: Connection, name: string, except?: string): void {
  const taken = list(connection).find((type) => type.name !== except && fold(type.name) === fold(name));
  if (taken) throw new LecternError('name-taken', `There is already a type “${taken.name}”.`, { name: taken.name });
}

/** @throws LecternError `not-allowed` where two fields have one name */
function written(fields: readonly string[]): string {
  const twice = fields.find((field, at) => fields.indexOf(field) !== at);
  if (twice !== undefined) {
    throw new LecternError('not-allowed', `There are two fields “${twice}”.`, { name: twice });
  }
  return JSON.stringify(fields);
}
