import type { Connection } from '../sqlite/connection.ts';

/** The nouns of what can be deleted for good, each with its own table. */
export const MORTAL = ['source', 'highlight', 'tag', 'entity', 'note', 'outline'] as const;

export type Mortal = (typeof MORTAL)[number];

/** Ids by noun. */
export type Doomed = Readonly<Record<Mortal, ReadonlySet<string>>>;

/** Everything in the trash, and what stands in a trashed source. An import that is not finished (its time is 0) is not there. */
const IN_TRASH = `
  SELECT 'source' AS noun, id FROM sources WHERE trashed_at > 0
  UNION ALL SELECT 'highlight', h.id FROM highlights h JOIN sources s ON s.id = h.source_id
    WHERE h.trashed_at IS NOT NULL OR s.trashed_at > 0
  UNION ALL SELECT 'tag', id FROM tags WHERE trashed_at IS NOT NULL
  UNION ALL SELECT 'entity', id FROM entities WHERE trashed_at IS NOT NULL
  UNION ALL SELECT 'note', id FROM notes WHERE trashed_at IS NOT NULL
  UNION ALL SELECT 'outline', id FROM outlines WHERE trashed_at IS NOT NULL`;

/** What needs what: the first would lose something if the second were deleted. */
const NEEDS = `
  SELECT 'note' AS noun, note_id AS id, kind AS needs, target_id AS needed FROM note_references
  UNION ALL SELECT 'note', note_id, kind, target_id FROM note_attachments
  UNION ALL SELECT 'outline', outline_id, 'highlight', highlight_id FROM outline_items WHERE highlight_id IS NOT NULL
  UNION ALL SELECT 'outline', outline_id, 'note', note_id FROM outline_items WHERE note_id IS NOT NULL
  UNION ALL SELECT 'outline', outline_id, 'entity', entity_id FROM outline_items WHERE entity_id IS NOT NULL
  UNION ALL SELECT 'entity', r.from_id, 'highlight', e.highlight_id
    FROM relation_evidence e JOIN relations r ON r.id = e.relation_id
  UNION ALL SELECT 'highlight', h.id, 'source', s.id FROM highlights h JOIN sources s ON s.id = h.source_id
    WHERE s.trashed_at > 0
  UNION ALL SELECT 'source', s.id, 'highlight', h.id FROM highlights h JOIN sources s ON s.id = h.source_id
    WHERE s.trashed_at > 0 AND h.trashed_at IS NULL`;

/**
 * What emptying the trash deletes: all that is in it, except what something that stays still needs. A highlight quoted in
 * an outline, for instance, keeps its source with it.
 */
export function doomed(connection: Connection): Doomed {
  const ids: Record<Mortal, Set<string>> = {
    source: new Set(),
    highlight: new Set(),
    tag: new Set(),
    entity: new Set(),
    note: new Set(),
    outline: new Set(),
  };
  for (const { noun, id } of connection.all<{ noun: Mortal; id: string }>(IN_TRASH)) ids[noun].add(id);
  const needs = connection
    .all<{ noun: Mortal; id: string; needs: Mortal; needed: string }>(NEEDS)
    .filter((each) => ids[each.needs].has(each.needed));
  for (let isChanging = true; isChanging; ) {
    isChanging = false;
    for (const { noun, id, needs: what, needed } of needs) {
      if (!ids[noun].has(id) && ids[what].delete(needed)) isChanging = true;
    }
  }
  return ids;
}
