import { type Colour, colourOfNextTag, LecternError, type Tag } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, isoTime } from './rows.ts';
import { inTreeOrder, makeRoom, type Sibling } from './siblings.ts';

export interface TagRow extends Sibling {
  readonly name: string;
  readonly parentId: string | null;
  readonly colour: Colour;
  readonly memo: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const SELECT = `
  SELECT id, name, parent_id AS parentId, rank, colour, memo, created_at AS createdAt, updated_at AS updatedAt
  FROM tags WHERE trashed_at IS NULL`;

/**
 * Highlights that are in the trash, by themselves or with their source: few. Leaving those out counts from the indexes alone; joining
 * the highlights that are there would look each of them up.
 */
const GONE = `
  gone (id) AS MATERIALIZED (
    SELECT id FROM highlights WHERE trashed_at IS NOT NULL
    UNION ALL SELECT h.id FROM sources s JOIN highlights h ON h.source_id = s.id WHERE s.trashed_at IS NOT NULL)`;

/** Live highlights of each tag itself. */
const OWN = `
  WITH ${GONE}
  SELECT tag_id AS id, count(*) AS highlights FROM highlight_tags WHERE highlight_id NOT IN gone GROUP BY tag_id`;

/** Live highlights of each tag that has others below it, with it or any of those, each highlight once. */
const BELOW = `
  WITH RECURSIVE ${GONE},
    below (root, id) AS (
      SELECT id, id FROM tags
        WHERE trashed_at IS NULL AND id IN (SELECT parent_id FROM tags WHERE trashed_at IS NULL)
      UNION SELECT below.root, t.id FROM below JOIN tags t ON t.parent_id = below.id WHERE t.trashed_at IS NULL)
  SELECT below.root AS id, count(DISTINCT ht.highlight_id) AS highlights
  FROM below JOIN highlight_tags ht ON ht.tag_id = below.id WHERE ht.highlight_id NOT IN gone GROUP BY below.root`;

/** Every tag that is not in the trash, in tree order. */
export function list(connection: Connection): Tag[] {
  const countsBy = (sql: string) =>
    new Map(connection.all<{ id: string; highlights: number }>(sql).map(({ id, highlights }) => [id, highlights]));
  const own = countsBy(OWN);
  const below = countsBy(BELOW);
  const rows = inTreeOrder(connection.all<TagRow>(SELECT));
  const known = new Set(rows.map(({ id }) => id));
  const used = new Map<string | null, number>();
  return rows.map(({ rank: _, createdAt, updatedAt, ...row }) => {
    const parentId = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    const position = used.get(parentId) ?? 0;
    used.set(parentId, position + 1);
    return {
      ...row,
      parentId,
      position,
      highlights: own.get(row.id) ?? 0,
      highlightsBelow: below.get(row.id) ?? own.get(row.id) ?? 0,
      createdAt: isoTime(createdAt),
      updatedAt: isoTime(updatedAt),
    };
  });
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Tag {
  const tag = list(connection).find((candidate) => candidate.id === id);
  return found(tag, 'tag', id);
}

/** @throws LecternError `not-found` */
export function row(connection: Connection, id: string): TagRow {
  return found(connection.get<TagRow>(`${SELECT} AND id = ?`, id), 'tag', id);
}

/** Where each tag stands in the whole tree, counted from 0. */
export function placeInTree(connection: Connection): Map<string, number> {
  return new Map(inTreeOrder(connection.all<TagRow>(SELECT)).map(({ id }, index) => [id, index]));
}

export function children(connection: Connection, parentId: string | null): TagRow[] {
  return connection.all<TagRow>(`${SELECT} AND parent_id IS ? ORDER BY rank, id`, parentId);
}

export interface NewTag {
  readonly name: string;
  readonly parentId?: string | null | undefined;
  readonly colour?: Colour | undefined;
  readonly memo?: string | undefined;
}

/**
 * Makes a tag, last among its siblings.
 * @throws LecternError `not-found` for the parent, `name-taken`
 */
export function create(connection: Connection, tag: NewTag): Tag {
  return get(connection, insert(connection, tag));
}

/**
 * The ids of tags by name. Tags under different parents may share one, so a name means all those `held` that have it,
 * else the first in tree order, else a new tag at the top level. Names said twice count once.
 */
export function idsOfNames(connection: Connection, names: readonly string[], held: readonly TagRow[] = []): string[] {
  if (names.length === 0) return [];
  const ids = Map.groupBy(held, ({ name }) => name);
  for (const tag of inTreeOrder(connection.all<TagRow>(SELECT))) if (!ids.has(tag.name)) ids.set(tag.name, [tag]);
  return [...new Set(names)].flatMap((name) => ids.get(name)?.map(({ id }) => id) ?? insert(connection, { name }));
}

/**
 * The id of a tag by id or else by name.
 * @throws LecternError `not-found`
 */
export function idOf(connection: Connection, idOrName: string): string {
  const tags = inTreeOrder(connection.all<TagRow>(SELECT));
  const tag = tags.find(({ id }) => id === idOrName) ?? tags.find(({ name }) => name === idOrName);
  return found(tag, 'tag', idOrName).id;
}

/** @throws LecternError `not-found`, `name-taken` */
export function update(
  connection: Connection,
  id: string,
  change: {
    readonly name?: string | undefined;
    readonly colour?: Colour | undefined;
    readonly memo?: string | undefined;
  },
): Tag {
  const old = row(connection, id);
  const name = change.name ?? old.name;
  refuseTakenName(connection, name, old.parentId, id);
  connection.run(
    'UPDATE tags SET name = ?, colour = ?, memo = ?, updated_at = ? WHERE id = ?',
    name,
    change.colour ?? old.colour,
    change.memo ?? old.memo,
    connection.now(),
    id,
  );
  connection.changed({ noun: 'tag', id, deed: 'updated' });
  return get(connection, id);
}

/** @throws LecternError `name-taken` where another tag beside it has the name already */
export function refuseTakenName(connection: Connection, name: string, parentId: string | null, except: string): void {
  const taken = children(connection, parentId).some((tag) => tag.name === name && tag.id !== except);
  if (taken) throw new LecternError('name-taken', `There is already a tag “${name}” in this place.`, { name });
}

function insert(connection: Connection, { name, parentId = null, colour, memo = '' }: NewTag): string {
  if (parentId !== null) row(connection, parentId);
  refuseTakenName(connection, name, parentId, '');
  const id = connection.newId();
  const now = connection.now();
  connection.run(
    'INSERT INTO tags (id, name, parent_id, rank, colour, memo, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    name,
    parentId,
    makeRoom(connection, 'tags', children(connection, parentId), undefined),
    colour ?? nextColour(connection),
    memo,
    now,
    now,
  );
  connection.changed({ noun: 'tag', id, deed: 'created' });
  return id;
}

function nextColour(connection: Connection): Colour {
  const count =
    connection.get<{ count: number }>('SELECT count(*) AS count FROM tags WHERE trashed_at IS NULL')?.count ?? 0;
  return colourOfNextTag(count);
}
