import { fold, soundKey, wordKey } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';

/** A name in the forms it is looked for in. */
export interface KnownName {
  readonly name: string;
  /** Folded, its words with one space between. */
  readonly folded: string;
  /** `wordKey` and `soundKey`; asked for, because most names are never held against others. */
  keys(): { readonly words: string; readonly sound: string };
}

/** An entity with what is needed for choosing among thousands. */
export interface NamedEntity {
  readonly id: string;
  readonly type: string;
  /** The canonical name first. */
  readonly names: readonly KnownName[];
  /** Grows with the time of the last link; 0 where it is none of the latest. */
  readonly lastLinked: number;
}

/** So many links back somebody remembers. */
const RECENT = 2000;

/** Names as they were folded, kept as long as the program runs: a notebook's names hardly change from deed to deed. */
const folded = new Map<string, KnownName>();
const MOST_KEPT = 200_000;

/** The list of each notebook, good until something is written in it. */
const lists = new WeakMap<Connection, { readonly changes: number; readonly list: readonly NamedEntity[] }>();

/** Every entity outside the trash with its names. Made once after each deed, so asking again costs nothing. */
export function namedEntities(connection: Connection): readonly NamedEntity[] {
  const changes = connection.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
  const last = lists.get(connection);
  if (last?.changes === changes) return last.list;
  const list = read(connection);
  lists.set(connection, { changes, list });
  return list;
}

function read(connection: Connection): NamedEntity[] {
  const links = new Map(
    connection
      .all<{ id: string; lastLinked: number }>(
        // The number of its row says when a link was made.
        `SELECT entity_id AS id, max(link) AS lastLinked
         FROM (SELECT entity_id, rowid AS link FROM mentions ORDER BY rowid DESC LIMIT ${RECENT}) GROUP BY entity_id`,
      )
      .map(({ id, lastLinked }) => [id, lastLinked]),
  );
  const others = new Map<string, KnownName[]>();
  for (const { id, name } of connection.all<{ id: string; name: string }>(
    'SELECT entity_id AS id, name FROM entity_names',
  )) {
    const known = others.get(id);
    if (known) known.push(knownName(name));
    else others.set(id, [knownName(name)]);
  }
  return connection
    .all<{ id: string; type: string; name: string }>('SELECT id, type, name FROM entities WHERE trashed_at IS NULL')
    .map(({ id, type, name }) => ({
      id,
      type,
      names: [knownName(name), ...(others.get(id) ?? [])],
      lastLinked: links.get(id) ?? 0,
    }));
}

function knownName(name: string): KnownName {
  const known = folded.get(name);
  if (known) return known;
  if (folded.size >= MOST_KEPT) folded.clear();
  let keys: { words: string; sound: string } | undefined;
  const made: KnownName = {
    name,
    folded: foldedName(name),
    keys() {
      keys ??= { words: wordKey(name), sound: soundKey(name) };
      return keys;
    },
  };
  folded.set(name, made);
  return made;
}

/** A name, or what is typed to find one, as names are held against each other. */
export function foldedName(text: string): string {
  return fold(text)
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
