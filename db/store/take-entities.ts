import type { EntityDraft, EntityList, RowFault } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';

/** A row that goes in, or went in: as a new entity, or into one that was there. */
export interface TakenRow {
  readonly row: number;
  readonly name: string;
  readonly type: string;
  readonly updates: boolean;
}

/**
 * Takes the rows of a list in: what has an identifier of an entity that is there, or its id, changes that one; the others
 * become entities. A row that follows another of the same identifier changes what that one made.
 * @param type of new ones that name none
 * @param isTrial says what would become of the rows and writes nothing
 */
export function takeEntities(
  connection: Connection,
  rows: EntityList['rows'],
  type: string,
  isTrial: boolean,
): { readonly taken: TakenRow[]; readonly faults: RowFault[] } {
  const byIdentifier = knownIdentifiers(connection);
  const taken: TakenRow[] = [];
  const faults: RowFault[] = [];
  for (const { row, draft } of rows) {
    const keys = draft.identifiers.map(({ kind, value }) => `${kind}\n${value}`);
    const owners = new Set(keys.flatMap((key) => byIdentifier.get(key) ?? []));
    // An id of another notebook means nothing here: the row is a new entity then.
    if (draft.id !== undefined && entities.find(connection, draft.id)) owners.add(draft.id);
    const [owner, ...others] = owners;
    if (others.length > 0) {
      faults.push({ row, reason: 'ambiguous', detail: draft.name.slice(0, 80) });
      continue;
    }
    const known = owner === undefined ? type : (entities.find(connection, owner)?.type ?? type);
    taken.push({ row, name: draft.name, type: draft.type ?? known, updates: owner !== undefined });
    // In a trial the row stands for what it would make, so that the next one of its identifier changes that.
    const id = isTrial ? (owner ?? `row ${row}`) : take(connection, draft, owner, type);
    for (const key of keys) byIdentifier.set(key, [id]);
  }
  return { taken, faults };
}

function take(connection: Connection, draft: EntityDraft, owner: string | undefined, type: string): string {
  const { name, description, dates, coordinates } = draft;
  const facts = { description, dates, coordinates };
  if (owner === undefined) {
    const { names: aliases, identifiers } = draft;
    return entities.add(connection, { ...facts, type: draft.type ?? type, name, aliases, identifiers });
  }
  const old = entities.get(connection, owner);
  entities.update(connection, owner, {
    ...facts,
    name,
    type: draft.type,
    // The former canonical name stays a name.
    aliases: [...draft.names, ...old.names, ...(old.name === name ? [] : [{ name: old.name }])],
    identifiers: [...old.identifiers, ...draft.identifiers],
  });
  return owner;
}

function knownIdentifiers(connection: Connection): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const { key, id } of connection.all<{ key: string; id: string }>(
    `SELECT i.kind || char(10) || i.value AS key, i.entity_id AS id
     FROM entity_identifiers i JOIN entities e ON e.id = i.entity_id AND e.trashed_at IS NULL`,
  )) {
    known.set(key, [...(known.get(key) ?? []), id]);
  }
  return known;
}
