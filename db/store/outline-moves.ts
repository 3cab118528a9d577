import { LecternError, type Outline } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { children, sharedOutline } from './outline-items.ts';
import * as outlines from './outlines.ts';
import { makeRoomFor } from './siblings.ts';

/** Items of one outline that go, with all below them and in the order of `ids`, next to each other to one place. */
export interface OutlineMove {
  /** One that stands below another of them goes along with that one. */
  readonly ids: readonly string[];
  /** Null: to the top. */
  readonly parentId: string | null;
  /** Place among the new siblings without the moved items, from 0; last when left out. */
  readonly position?: number | undefined;
}

/**
 * Moves items, one move after the other, each starting from what the one before has left.
 * @throws LecternError `not-found`, `not-allowed` for items of several outlines, `would-make-a-cycle`
 */
export function move(connection: Connection, moves: readonly OutlineMove[]): Outline {
  const named = moves.flatMap(({ ids, parentId }) => (parentId === null ? ids : [...ids, parentId]));
  const outlineId = sharedOutline(connection, [...new Set(named)]);
  const parentOf = new Map(
    connection
      .all<{ id: string; parentId: string | null }>(
        'SELECT id, parent_id AS parentId FROM outline_items WHERE outline_id = ?',
        outlineId,
      )
      .map(({ id, parentId }) => [id, parentId]),
  );
  for (const { ids, parentId, position } of moves) {
    const named = new Set(ids);
    const isBelowNamed = (id: string) => ancestors(parentOf, id).some((each) => named.has(each));
    const moved = [...named].filter((id) => !isBelowNamed(id));
    if (parentId !== null && (named.has(parentId) || isBelowNamed(parentId))) {
      throw new LecternError('would-make-a-cycle', 'An item cannot be put below itself.', { id: parentId });
    }
    const siblings = children(connection, outlineId, parentId).filter(({ id }) => !named.has(id));
    const room = makeRoomFor(connection, 'outline_items', moved.length, siblings, position);
    moved.forEach((id, index) => {
      connection.run('UPDATE outline_items SET parent_id = ?, rank = ? WHERE id = ?', parentId, room[index] ?? 0, id);
      parentOf.set(id, parentId);
    });
  }
  outlines.touch(connection, outlineId);
  return outlines.get(connection, outlineId);
}

/** The items above one, from its parent upwards. */
function ancestors(parentOf: ReadonlyMap<string, string | null>, id: string): string[] {
  const above: string[] = [];
  for (let at = parentOf.get(id) ?? null; at !== null; at = parentOf.get(at) ?? null) above.push(at);
  return above;
}
