import { type Entity, LecternError } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { found } from './rows.ts';

/**
 * Makes a second entity of a part of one: the chosen mentions go to a new entity, everything else stays.
 * @throws LecternError `not-found` for an entity or a mention of it that is not there; `not-allowed` without mentions
 */
export function splitEntity(
  connection: Connection,
  id: string,
  mentionIds: readonly string[],
  { name, type }: { readonly name: string; readonly type?: string | undefined },
): Entity {
  const from = entities.get(connection, id);
  if (mentionIds.length === 0) {
    throw new LecternError('not-allowed', `No passage of “${from.name}” was chosen to be split off.`, {
      name: from.name,
    });
  }
  const made = entities.create(connection, { name, type: type ?? from.type });
  for (const mentionId of mentionIds) {
    const { sourceId } = found(
      connection.get<{ sourceId: string }>(
        'SELECT source_id AS sourceId FROM mentions WHERE id = ? AND entity_id = ?',
        mentionId,
        id,
      ),
      'mention',
      mentionId,
    );
    connection.run('UPDATE mentions SET entity_id = ? WHERE id = ?', made.id, mentionId);
    connection.changed({ noun: 'mention', id: mentionId, deed: 'updated', sourceId });
  }
  connection.changed({ noun: 'entity', id, deed: 'updated' });
  return entities.get(connection, made.id);
}
