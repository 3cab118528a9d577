import { type Entity, joinDescriptions, LecternError } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { putIdentifiers, putNames } from './entity-facts.ts';
import { retargetReferences } from './references.ts';

/**
 * Makes one entity of two. The second keeps its name and gets everything the first had: its names (the canonical one
 * as another name), identifiers, mentions, relations, places in notes and outlines. What both had stays once, a
 * relation between the two goes, and the first goes to the trash.
 * @throws LecternError `not-found`, `not-allowed` for an entity and itself
 */
export function mergeEntities(connection: Connection, id: string, intoId: string): Entity {
  const from = entities.get(connection, id);
  const into = entities.get(connection, intoId);
  if (id === intoId) {
    throw new LecternError('not-allowed', `“${from.name}” cannot be merged with itself.`, { name: from.name });
  }
  moveFacts(connection, from, into);
  moveMentions(connection, id, intoId);
  moveRelations(connection, id, intoId);
  moveOutlineItems(connection, id, intoId);
  retargetReferences(connection, 'entity', id, intoId);
  entities.remove(connection, id);
  return entities.get(connection, intoId);
}

function moveFacts(connection: Connection, from: Entity, into: Entity): void {
  putNames(connection, into.id, into.name, [...into.names, { name: from.name }, ...from.names]);
  const identifiers = [...into.identifiers, ...from.identifiers];
  putIdentifiers(connection, into.id, identifiers, identifiers);
  // Of descriptions both are kept; of other facts the second takes over what it does not say.
  connection.run(
    `UPDATE entities SET updated_at = ?, description = ?, description_document = ?,
       dates = iif(entities.dates = '', f.dates, entities.dates), coordinates = iif(entities.coordinates = '', f.coordinates, entities.coordinates),
       fields = json_patch(f.fields, entities.fields)
     FROM (SELECT dates, coordinates, fields FROM entities WHERE id = ?) f WHERE entities.id = ?`,
    connection.now(),
    ...entities.columnsOf(joinDescriptions(entities.described({}, into), entities.described({}, from))),
    from.id,
    into.id,
  );
  connection.changed({ noun: 'entity', id: into.id, deed: 'updated' });
}

function moveMentions(connection: Connection, id: string, intoId: string): void {
  for (const { sourceId, mentionId } of connection.all<{ sourceId: string; mentionId: string }>(
    'SELECT source_id AS sourceId, id AS mentionId FROM mentions WHERE entity_id = ?',
    id,
  )) {
    connection.changed({ noun: 'mention', id: mentionId, deed: 'updated', sourceId });
  }
  connection.run('UPDATE OR IGNORE mentions SET entity_id = ? WHERE entity_id = ?', intoId, id);
  connection.run('DELETE FROM mentions WHERE entity_id = ?', id);
  connection.run('UPDATE OR IGNORE rejected_mentions SET entity_id = ? WHERE entity_id = ?', intoId, id);
  connection.run('DELETE FROM rejected_mentions WHERE entity_id = ?', id);
  // What is linked is not rejected.
  connection.run(
    `DELETE FROM rejected_mentions WHERE entity_id = ? AND EXISTS (
       SELECT 1 FROM mentions m WHERE m.entity_id = rejected_mentions.entity_id
         AND m.source_id = rejected_mentions.source_id AND m.start = rejected_mentions.start
         AND m."end" = rejected_mentions."end")`,
    intoId,
  );
}

function moveRelations(connection: Connection, id: string, intoId: string): void {
  const relations = connection.all<{ id: string; fromId: string; toId: string }>(
    'SELECT id, from_id AS fromId, to_id AS toId FROM relations WHERE from_id = ? OR to_id = ?',
    id,
    id,
  );
  for (const relation of relations) {
    const fromId = relation.fromId === id ? intoId : relation.fromId;
    const toId = relation.toId === id ? intoId : relation.toId;
    if (fromId === toId) {
      connection.run('DELETE FROM relation_evidence WHERE relation_id = ?', relation.id);
      connection.run('DELETE FROM relations WHERE id = ?', relation.id);
      connection.changed({ noun: 'relation', id: relation.id, deed: 'removed' });
    } else {
      connection.run('UPDATE relations SET from_id = ?, to_id = ? WHERE id = ?', fromId, toId, relation.id);
      connection.changed({ noun: 'relation', id: relation.id, deed: 'updated' });
    }
  }
}

function moveOutlineItems(connection: Connection, id: string, intoId: string): void {
  const outlines = connection.all<{ id: string }>(
    'SELECT DISTINCT outline_id AS id FROM outline_items WHERE entity_id = ?',
    id,
  );
  connection.run('UPDATE outline_items SET entity_id = ? WHERE entity_id = ?', intoId, id);
  for (const outline of outlines) connection.changed({ noun: 'outline', id: outline.id, deed: 'updated' });
}
