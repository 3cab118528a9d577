import { type EntityDraft, type EntityList, type RowFault, writeCoordinates } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import * as entityTypes from './entity-types.ts';

/** A row that goes in, or went in: as a new entity, or into one that was there. */
export interface TakenRow {
  readonly row: number;
  readonly name: string;
  readonly type: string;
  readonly updates: boolean;
}

/** What became of rows. */
export interface Taken {
  readonly taken: readonly TakenRow[];
  readonly faults: readonly RowFault[];
}

/**
 * Takes the rows of a list in, some at a time: what has an identifier of an entity that is there, or its id, changes that
 * one; the others become entities. A row that follows another of the same identifier changes what that one made. Nobody
 * else may change entities between the first rows and the last.
 * @param type of new ones that name none
 * @param isTrial says what would become of the rows and writes nothing
 */
export function takingEntities(
  type: string,
  isTrial: boolean,
): (connection: Connection, rows: EntityList['rows']) => Taken {
  let byIdentifier: Map<string, string[]> | undefined;
  return (connection, rows) => {
    byIdentifier ??= knownIdentifiers(connection);
    const taken: TakenRow[] = [];
    const faults: RowFault[] = [];
    for (const { row, draft } of rows) {
      const keys = draft.identifiers.map(({ kind, value }) => `${kind}\n${value}`);
      const owners = new Set(keys.flatMap((key) => byIdentifier?.get(key) ?? []));
      // An id of another notebook means nothing here: the row is a new entity then.
      if (draft.id !== undefined && entities.find(connection, draft.id)) owners.add(draft.id);
      const [owner, ...others] = owners;
      if (others.length > 0) {
        faults.push({ row, reason: 'ambiguous', detail: draft.name.slice(0, 80) });
        continue;
      }
      const known = owner === undefined ? type : (entities.find(connection, owner)?.type ?? type);
      const typed = draft.type ?? known;
      taken.push({ row, name: draft.name, type: typed, updates: owner !== undefined });
      // In a trial the row stands for what it would make, so that the next one of its identifier changes that.
      const id = isTrial ? (owner ?? `row ${row}`) : take(connection, { ...draft, type: typed }, owner);
      for (const key of keys) byIdentifier.set(key, [id]);
    }
    return { taken, faults };
  };
}

function take(
  connection: Connection,
  draft: EntityDraft & { readonly type: string },
  owner: string | undefined,
): string {
  entityTypes.know(connection, draft.type);
  if (draft.fields) entityTypes.addFields(connection, draft.type, Object.keys(draft.fields));
  if (owner === undefined) return entities.add(connection, { ...draft, aliases: draft.names }, true);
  change(connection, draft, owner);
  return owner;
}

interface Facts {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly document: string;
  readonly dates: string;
  readonly coordinates: string;
  readonly fields: string;
}

/** What the row says takes the place of what was there; names and identifiers are added. */
function change(connection: Connection, draft: EntityDraft & { readonly type: string }, id: string): void {
  const old = connection.get<Facts>(
    'SELECT type, name, description, description_document AS document, dates, coordinates, fields FROM entities WHERE id = ?',
    id,
  );
  if (!old) return;
  const now: Facts = {
    type: draft.type,
    name: draft.name,
    description: draft.description ?? old.description,
    // A list tells words without their form: those that are the same keep it.
    document: (draft.description ?? old.description) === old.description ? old.document : '',
    dates: draft.dates ?? old.dates,
    coordinates: draft.coordinates ? writeCoordinates(draft.coordinates) : old.coordinates,
    fields: draft.fields ? JSON.stringify({ ...JSON.parse(old.fields), ...draft.fields }) : old.fields,
  };
  addNames(connection, id, draft, old.name);
  for (const { kind, value } of draft.identifiers) {
    connection.run(
      'INSERT OR IGNORE INTO entity_identifiers (entity_id, kind, value) VALUES (?, ?, ?)',
      id,
      kind,
      value,
    );
  }
  // Lists come back with most of their rows as they were.
  if (JSON.stringify(now) !== JSON.stringify(old)) {
    connection.run(
      `UPDATE entities SET type = ?, name = ?, description = ?, description_document = ?, dates = ?, coordinates = ?, fields = ?, updated_at = ?
       WHERE id = ?`,
      ...Object.values(now),
      connection.now(),
      id,
    );
  }
  connection.changed({ noun: 'entity', id, deed: 'updated' });
}

/** New names behind those there are; the former canonical name stays a name. */
function addNames(connection: Connection, id: string, { name, names }: EntityDraft, formerName: string): void {
  const former = formerName === name ? [] : [{ name: formerName, language: '', kind: '' as const }];
  for (const other of [...names, ...former]) {
    if (other.name === name) continue;
    connection.run(
      `INSERT INTO entity_names (entity_id, name, language, kind, rank)
       SELECT ?, ?, ?, ?, coalesce(max(rank) + 1, 0) FROM entity_names WHERE entity_id = ?
       ON CONFLICT (entity_id, name) DO UPDATE SET
         language = iif(excluded.language = '', language, excluded.language), kind = iif(excluded.kind = '', kind, excluded.kind)
       WHERE (excluded.language NOT IN ('', language)) OR (excluded.kind NOT IN ('', kind))`,
      id,
      other.name,
      other.language,
      other.kind,
      id,
    );
  }
  connection.run('DELETE FROM entity_names WHERE entity_id = ? AND name = ?', id, name);
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
