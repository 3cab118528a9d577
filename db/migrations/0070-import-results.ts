/**
 * Schema version 70: what became of every file that was to be imported. Frozen. A result outlives its source, and points at it
 * without a foreign key.
 */
export const importResults = {
  version: 70,
  sql: `
CREATE TABLE import_results (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL,
  at INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'duplicate', 'failed', 'cancelled')),
  source_id TEXT,
  remarks TEXT NOT NULL CHECK (json_type(remarks) = 'array'),
  failure TEXT CHECK (failure IS NULL OR json_type(failure) = 'object')
) STRICT;

CREATE INDEX import_results_by_run ON import_results (run, id);
`,
} as const;
