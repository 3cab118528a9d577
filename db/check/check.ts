import type { CheckReport, Defect } from '../model/index.ts';
import { rebuildIndexes } from '../search/index.ts';
import type { Connection, Core } from '../sqlite/connection.ts';
import { sqliteCode } from '../sqlite/handle.ts';
import { type Written, write } from '../sqlite/write.ts';
import { images } from '../store/index.ts';
import { findStaleIndexes } from './indexes.ts';
import { findOrphans } from './orphans.ts';
import { findPassageDefects } from './passages.ts';
import { findStaleReferences, findUnresolvedReferences, mendReferences } from './references.ts';
import { findStructureDefects } from './structure.ts';
import { findTextDefects } from './texts.ts';

/** What the report counts, in the words of the product. */
const COUNTED = [
  'sources',
  'blocks',
  'highlights',
  'tags',
  'entities',
  'mentions',
  'relations',
  'notes',
  'outlines',
] as const;

/** Looks at everything a notebook holds; changes nothing. Reads every text and original, so it takes its time. */
export function checkNotebook(core: Core): CheckReport {
  const defects = findDefects(core);
  return { ok: defects.length === 0, defects, repaired: 0, checked: counts(core) };
}

/**
 * Mends what can be mended without losing anything, as one step of the history, and looks again. What is left in the
 * report is what was not mended.
 * @throws LecternError `read-only`
 */
export function repairNotebook(core: Core): Written<CheckReport> {
  const before = findDefects(core).filter(({ repairable }) => repairable);
  const changes =
    before.length === 0 ? [] : write(core, { deed: 'repair', subject: '' }, () => repair(core, before)).changes;
  const report = checkNotebook(core);
  const left = report.defects.filter(({ repairable }) => repairable).length;
  return { result: { ...report, repaired: before.length - left }, changes };
}

function findDefects(core: Core): Defect[] {
  const finders = [
    findStructureDefects,
    findTextDefects,
    findOrphans,
    findPassageDefects,
    findStaleIndexes,
    findUnresolvedReferences,
    findStaleReferences,
  ];
  return finders.flatMap((find) => asFarAsItCanBeRead(() => find(core)));
}

/** A damaged page ends a look, not the whole check: what else is wrong is worth knowing. */
function asFarAsItCanBeRead(find: () => Defect[]): Defect[] {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof Error && isDamage(error))) throw error;
    return [{ code: 'sqlite-integrity', table: '', id: '', message: error.message, repairable: false }];
  }
}

/** A page that cannot be read, or a table that is no longer what our statements ask for. */
function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|ERROR|NOTADB)/.test(sqliteCode(error) ?? '');
}

function repair(core: Core, defects: readonly Defect[]): void {
  if (defects.some(({ code }) => code === 'index-stale')) rebuildIndexes(core);
  for (const { code, id } of defects) {
    if (code === 'reference-stale') mendReferences(core, id);
    if (code === 'orphaned-image') images.remove(core, id);
    if (code !== 'orphaned-original') continue;
    core.run('DELETE FROM original_pieces WHERE sha256 = ?', id);
    core.run('DELETE FROM originals WHERE sha256 = ?', id);
  }
}

function counts(connection: Connection): Record<string, number> {
  const count = (table: string) => connection.get<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)?.rows ?? 0;
  return Object.fromEntries(
    COUNTED.map((table) => {
      try {
        return [table, count(table)];
      } catch (error) {
        // What cannot be read cannot be counted; that it is so is among the defects.
        if (isDamage(error)) return [table, 0];
        throw error;
      }
    }),
  );
}
