/**
 * Schema version 10: revisions of notes, and what is left of things deleted for good. Frozen.
 *
 * A revision outlives what undo does to its note, so it points at the note without a foreign key: undoing the note's
 * creation takes the row away and redoing brings it back. `kept` says how much of a step is left: a step of which a part
 * was deleted for good cannot be taken back, one of which all was is passed over.
 */
export const revisions = {
  version: 10,
  sql: `
CREATE TABLE note_revisions (
  note_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  title TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_type(document) = 'object'),
  document_version INTEGER NOT NULL,
  words INTEGER NOT NULL CHECK (words >= 0),
  saved_at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('sitting', 'loss', 'restore', 'merge', 'undo')),
  PRIMARY KEY (note_id, revision)
) STRICT;

CREATE TABLE tombstones (
  noun TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (noun, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE history_steps ADD COLUMN kept TEXT NOT NULL DEFAULT 'whole' CHECK (kept IN ('whole', 'part', 'none'));

-- Notebooks made before 0.1 was finished have this index with fewer columns.
DROP INDEX highlights_by_place;
CREATE INDEX highlights_by_place ON highlights (source_id, start, "end", id, colour, trashed_at);
`,
} as const;
