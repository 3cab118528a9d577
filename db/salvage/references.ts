import type { Handle } from '../sqlite/handle.ts';
import type { Value } from './records.ts';
import type { Table } from './tables.ts';

interface Reference {
  column: string;
  parent: string;
  key: string;
}

/**
 * Takes away references to what is lost: one that may be empty becomes so, and what cannot be without it goes. An item
 * of an outline keeps its words. Answers how many rows it concerned.
 */
export function detachLost(handle: Handle, tables: readonly Table[]): number {
  keepOutlineWords(handle);
  let detached = 0;
  for (let before = -1; detached !== before; ) {
    before = detached;
    for (const table of tables) {
      for (const reference of referencesOf(handle, table.name)) detached += detach(handle, table, reference);
    }
  }
  return detached + detachNotes(handle, tables);
}

/** Whether a row refers to something, and all of it is there. */
export function refersToWhatIsThere(handle: Handle, table: string, row: Readonly<Record<string, Value>>): boolean {
  const references = referencesOf(handle, table).filter(({ column }) => (row[column] ?? null) !== null);
  return (
    references.length > 0 &&
    references.every(
      ({ column, parent, key }) =>
        handle.prepare<unknown[]>(`SELECT 1 FROM "${parent}" WHERE "${key}" = ?`).get(row[column]) !== undefined,
    )
  );
}

function referencesOf(handle: Handle, table: string): Reference[] {
  return handle
    .prepare<[string], Reference>(
      'SELECT "from" AS "column", "table" AS parent, "to" AS "key" FROM pragma_foreign_key_list(?)',
    )
    .all(table);
}

function detach(handle: Handle, { name, columns }: Table, { column, parent, key }: Reference): number {
  const lost = `"${column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p."${key}" = "${name}"."${column}")`;
  const required = columns.find((each) => each.name === column)?.required ?? true;
  // Names are unique among siblings; one that comes to the top among others of its name goes below none of them.
  const emptied = required
    ? 0
    : handle.prepare(`UPDATE OR IGNORE "${name}" SET "${column}" = NULL WHERE ${lost}`).run().changes +
      (WITH_SIBLINGS.has(name) ? renameTwins(handle, name, lost) : 0);
  return emptied + handle.prepare(`DELETE FROM "${name}" WHERE ${lost}`).run().changes;
}

/** Trees in which a name is taken once in a place. */
const WITH_SIBLINGS: ReadonlySet<string> = new Set(['tags', 'collections']);

function renameTwins(handle: Handle, table: string, lost: string): number {
  return handle
    .prepare(`UPDATE ${table} SET name = name || ' (' || substr(id, -4) || ')', parent_id = NULL WHERE ${lost}`)
    .run().changes;
}

/** What a quotation, a note or an entity said when it was put into an outline stays as a text. */
function keepOutlineWords(handle: Handle): void {
  handle.exec(`
    UPDATE outline_items SET kind = 'text', highlight_id = NULL, note_id = NULL, entity_id = NULL
    WHERE (highlight_id IS NOT NULL AND highlight_id NOT IN (SELECT id FROM highlights))
       OR (note_id IS NOT NULL AND note_id NOT IN (SELECT id FROM notes))
       OR (entity_id IS NOT NULL AND entity_id NOT IN (SELECT id FROM entities))`);
}

const TABLES_OF_KINDS = { source: 'sources', highlight: 'highlights', tag: 'tags', entity: 'entities', note: 'notes' };

/** Notes belong to things by no foreign key; before version 182 each belonged to one, which stood in its own row. */
function detachNotes(handle: Handle, tables: readonly Table[]): number {
  const isHere = (kind: string, id: string) => {
    const cases = Object.entries(TABLES_OF_KINDS).map(
      ([name, table]) => `WHEN '${name}' THEN ${id} IN (SELECT id FROM ${table})`,
    );
    return `CASE ${kind} ${cases.join(' ')} END`;
  };
  const sql = tables.some(({ name }) => name === 'note_attachments')
    ? `DELETE FROM note_attachments WHERE NOT ${isHere('kind', 'target_id')}`
    : `UPDATE notes SET attached_kind = NULL, attached_id = NULL
       WHERE attached_id IS NOT NULL AND NOT ${isHere('attached_kind', 'attached_id')}`;
  return handle.prepare(sql).run().changes;
}
