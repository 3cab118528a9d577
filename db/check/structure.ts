import { expectedSchema, schemaObjects } from '../migrations/index.ts';
import type { Defect } from '../model/index.ts';
import type { Core } from '../sqlite/connection.ts';
import { ABOUT_AN_INDEX, integrityFindings } from '../sqlite/verify.ts';

const MOST_FINDINGS = 100;

/** What SQLite itself can tell: pages and indexes, foreign keys, and whether the schema is ours and nothing but ours. */
export function findStructureDefects(core: Core): Defect[] {
  return [...integrity(core), ...foreignKeys(core), ...schema(core)];
}

function integrity(core: Core): Defect[] {
  return integrityFindings(core.handle, MOST_FINDINGS).map((message): Defect => {
    const index = ABOUT_AN_INDEX.test(message);
    return { code: index ? 'index-stale' : 'sqlite-integrity', table: '', id: '', message, repairable: index };
  });
}

function foreignKeys(core: Core): Defect[] {
  return core
    .all<{ table: string; row: number | null; parent: string }>(
      'SELECT "table", rowid AS row, parent FROM pragma_foreign_key_check LIMIT ?',
      MOST_FINDINGS,
    )
    .map(({ table, row, parent }) => ({
      code: 'foreign-key',
      table,
      id: row === null ? '' : String(row),
      message: `A row of ${table} points at a row of ${parent} that is not there.`,
      repairable: false,
    }));
}

function schema(core: Core): Defect[] {
  const expected = expectedSchema();
  const found = schemaObjects(core.handle);
  const strange = [...found].filter(([name, sql]) => expected.get(name) !== sql).map(([name]) => name);
  const missing = [...expected.keys()].filter((name) => !found.has(name));
  return [
    ...strange.map((name) => schemaDefect(name, `${name} is not as this version of the format has it.`)),
    ...missing.map((name) => schemaDefect(name, `${name} is missing.`)),
  ];
}

function schemaDefect(name: string, message: string): Defect {
  return { code: 'unexpected-schema', table: name, id: '', message, repairable: false };
}
