import { createMemoryHandle, type Handle } from '../sqlite/handle.ts';
import { type Migration, migrate } from './run.ts';

/** The tables, indexes and triggers a file holds: their statements by `kind name`, in the order they were made. */
export function schemaObjects(handle: Handle): Map<string, string> {
  const rows = handle
    .prepare<[], { name: string; sql: string }>(
      "SELECT type || ' ' || name AS name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid",
    )
    .all();
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}

/** What a new notebook's schema is after the given versions. */
export function schemaAfter(migrations: readonly Migration[]): Map<string, string> {
  const handle = createMemoryHandle();
  try {
    migrate(handle, migrations);
    return schemaObjects(handle);
  } finally {
    handle.close();
  }
}
