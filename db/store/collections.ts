/** The shelves of the Library: a tree of names, and which sources are on which. Sources stay when a shelf goes. */
import { type Collection, LecternError } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, isoTime } from './rows.ts';

interface CollectionRow extends Omit<Collection, 'createdAt' | 'updatedAt'> {
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Every collection with itself and all that stand below it. */
const BELOW = `
  below (root, id) AS (
    SELECT id, id FROM collections
    UNION SELECT below.root, c.id FROM below JOIN collections c ON c.parent_id = below.id)`;

const SELECT = `
  WITH RECURSIVE ${BELOW},
    held (root, own, below) AS (
      SELECT b.root, count(DISTINCT iif(b.id = b.root, s.id, NULL)), count(DISTINCT s.id)
      FROM below b JOIN collection_sources cs ON cs.collection_id = b.id
        JOIN sources s ON s.id = cs.source_id AND s.trashed_at IS NULL
      GROUP BY b.root)
  SELECT c.id, c.name, c.parent_id AS parentId, coalesce(held.own, 0) AS sources, coalesce(held.below, 0) AS sourcesBelow,
    c.created_at AS createdAt, c.updated_at AS updatedAt
  FROM collections c LEFT JOIN held ON held.root = c.id`;

/** All of them, by name; which stands below which is in `parentId`. */
export function list(connection: Connection): Collection[] {
  return connection.all<CollectionRow>(`${SELECT} ORDER BY c.name, c.id`).map(fromRow);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Collection {
  return fromRow(found(connection.get<CollectionRow>(`${SELECT} WHERE c.id = ?`, id), 'collection', id));
}

/** The name under which the history speaks of it. @throws LecternError `not-found` */
export function nameOf(connection: Connection, id: string): string {
  return found(connection.get<{ name: string }>('SELECT name FROM collections WHERE id = ?', id), 'collection', id)
    .name;
}

/** The id of a collection by id or else by name, of several of that name the first made. @throws LecternError `not-found` */
export function idOf(connection: Connection, idOrName: string): string {
  const row = connection.get<{ id: string }>(
    'SELECT id FROM collections WHERE ? IN (id, name) ORDER BY id <> ?, id LIMIT 1',
    idOrName,
    idOrName,
  );
  return found(row, 'collection', idOrName).id;
}

/** @throws LecternError `not-found` for the parent, `name-taken` */
export function create(connection: Connection, name: string, parentId: string | null): Collection {
  if (parentId !== null) nameOf(connection, parentId);
  refuseTakenName(connection, name, parentId, '');
  return get(connection, insert(connection, name, parentId));
}

function insert(connection: Connection, name: string, parentId: string | null): string {
  const id = connection.newId();
  const now = connection.now();
  connection.run(
    'INSERT INTO collections (id, name, parent_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
    id,
    name,
    parentId,
    now,
    now,
  );
  connection.changed({ noun: 'collection', id, deed: 'created' });
  return id;
}

/** @throws LecternError `not-found`, `name-taken` */
export function rename(connection: Connection, id: string, name: string): Collection {
  return settle(connection, id, name, get(connection, id).parentId);
}

/**
 * Puts a collection, with all below it, under another one or to the top.
 * @throws LecternError `not-found`, `name-taken`, `would-make-a-cycle`
 */
export function move(connection: Connection, id: string, parentId: string | null): Collection {
  const name = nameOf(connection, id);
  if (parentId !== null) {
    nameOf(connection, parentId);
    const isBelow = connection.get(
      `WITH RECURSIVE ${BELOW} SELECT 1 FROM below WHERE root = ? AND id = ?`,
      id,
      parentId,
    );
    if (isBelow) throw new LecternError('would-make-a-cycle', `“${name}” cannot be put below itself.`, { name });
  }
  return settle(connection, id, name, parentId);
}

/**
 * Takes a collection away. What stands in it, sources and collections, moves up to its place; at the top, sources are in
 * none any more. Undo brings it back; it does not go to the trash, because nothing was in it but an order of things.
 * @throws LecternError `not-found`, `name-taken` where a collection that would move up meets one of its name
 */
export function remove(connection: Connection, id: string): void {
  const { parentId } = get(connection, id);
  const held = sourcesIn(connection, id);
  const below = connection.all<{ id: string; name: string }>(
    'SELECT id, name FROM collections WHERE parent_id = ?',
    id,
  );
  for (const each of below) {
    refuseTakenName(connection, each.name, parentId, id);
    // Where it has the name of the one that goes, that one has to be gone first.
    connection.run('UPDATE collections SET name = ? WHERE id = ?', id, id);
    settle(connection, each.id, each.name, parentId);
  }
  arrange(connection, held, parentId === null ? [] : [parentId], [id]);
  connection.run('DELETE FROM collections WHERE id = ?', id);
  connection.changed({ noun: 'collection', id, deed: 'removed' });
}

/**
 * Puts sources into collections and takes them out of others; where they are already stays.
 * @throws LecternError `not-found`
 */
export function arrange(
  connection: Connection,
  sourceIds: readonly string[],
  into: readonly string[],
  outOf: readonly string[],
): void {
  for (const id of [...into, ...outOf]) nameOf(connection, id);
  for (const sourceId of sourceIds) {
    found(connection.get('SELECT 1 FROM sources WHERE id = ?', sourceId), 'source', sourceId);
    for (const id of outOf) {
      connection.run('DELETE FROM collection_sources WHERE collection_id = ? AND source_id = ?', id, sourceId);
    }
    for (const id of into) {
      connection.run('INSERT OR IGNORE INTO collection_sources (collection_id, source_id) VALUES (?, ?)', id, sourceId);
    }
    connection.changed({ noun: 'source', id: sourceId, deed: 'updated', sourceId });
  }
  for (const id of [...into, ...outOf]) connection.changed({ noun: 'collection', id, deed: 'updated' });
}

/** A source and the names of the collections it belongs in, each standing in the one before it. */
export interface Placed {
  readonly sourceId: string;
  readonly names: readonly string[];
}

/** What became of sources that were put where names lead. */
export interface Followed {
  /** Every collection the names lead through, those above others first. */
  readonly ids: readonly string[];
  readonly made: number;
  /** Sources that were not there already. */
  readonly put: number;
}

/**
 * Puts each source into the collection its names lead to. One of a name in its place is used again, where there is none it is made.
 * @param parentId where the first names stand; null for the top
 * @throws LecternError `not-found`
 */
export function follow(connection: Connection, placed: readonly Placed[], parentId: string | null): Followed {
  if (parentId !== null) nameOf(connection, parentId);
  const known = new Map<string, string>();
  const put = new Set<string>();
  let made = 0;
  const standing = (name: string, inside: string | null) => {
    const key = JSON.stringify([inside, name]);
    let id = known.get(key) ?? idIn(connection, name, inside);
    if (id === undefined) {
      id = insert(connection, name, inside);
      made += 1;
    }
    known.set(key, id);
    return id;
  };
  const held = new Map<string, Set<string>>();
  for (const { sourceId, names } of placed) {
    const id = names.reduce<string | null>((inside, name) => standing(name, inside), parentId);
    if (id !== null) held.set(id, (held.get(id) ?? new Set()).add(sourceId));
  }
  for (const [id, sourceIds] of held) {
    const own = new Set(sourcesIn(connection, id));
    const strangers = [...sourceIds].filter((each) => !own.has(each));
    if (strangers.length > 0) arrange(connection, strangers, [id], []);
    for (const each of strangers) put.add(each);
  }
  return { ids: [...new Set(known.values())], made, put: put.size };
}

/** The sources in a collection itself, those in the trash among them. */
function sourcesIn(connection: Connection, id: string): string[] {
  return connection
    .all<{ id: string }>('SELECT source_id AS id FROM collection_sources WHERE collection_id = ?', id)
    .map((source) => source.id);
}

function idIn(connection: Connection, name: string, parentId: string | null): string | undefined {
  return connection.get<{ id: string }>('SELECT id FROM collections WHERE name = ? AND parent_id IS ?', name, parentId)
    ?.id;
}

/** @throws LecternError `name-taken` */
function settle(connection: Connection, id: string, name: string, parentId: string | null): Collection {
  refuseTakenName(connection, name, parentId, id);
  connection.run(
    'UPDATE collections SET name = ?, parent_id = ?, updated_at = ? WHERE id = ?',
    name,
    parentId,
    connection.now(),
    id,
  );
  connection.changed({ noun: 'collection', id, deed: 'updated' });
  return get(connection, id);
}

function refuseTakenName(connection: Connection, name: string, parentId: string | null, except: string): void {
  const taken = connection.get(
    'SELECT 1 FROM collections WHERE name = ? AND parent_id IS ? AND id <> ?',
    name,
    parentId,
    except,
  );
  if (taken) throw new LecternError('name-taken', `There is already a collection “${name}” in this place.`, { name });
}

function fromRow({ createdAt, updatedAt, ...row }: CollectionRow): Collection {
  return { ...row, createdAt: isoTime(createdAt), updatedAt: isoTime(updatedAt) };
}
