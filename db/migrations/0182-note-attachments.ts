/**
 * Schema version 182: a note is attached to as many things as it is about. `notes` is made anew because SQLite cannot take away
 * columns that stand in a check; under its old name from the start, so that what refers to it does all along. The kind comes last, so
 * that its rows do not look like references where a damaged file is saved. Frozen.
 */
export const noteAttachments = {
  version: 182,
  sql: `
CREATE TABLE notes_before AS SELECT * FROM notes;
DROP TABLE notes;

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL CHECK (json_type(document) = 'object'),
  document_version INTEGER NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  words INTEGER NOT NULL DEFAULT 0,
  quotations INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  trashed_at INTEGER
) STRICT;

INSERT INTO notes (id, title, document, document_version, text, words, quotations, revision, created_at, updated_at, trashed_at)
  SELECT id, title, document, document_version, text, words, quotations, revision, created_at, updated_at, trashed_at
  FROM notes_before;

CREATE TABLE note_attachments (
  note_id TEXT NOT NULL REFERENCES notes (id),
  target_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('source', 'highlight', 'tag', 'entity', 'note')),
  PRIMARY KEY (note_id, target_id, kind),
  CHECK (kind <> 'note' OR target_id <> note_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_attachments_by_target ON note_attachments (kind, target_id);

INSERT INTO note_attachments (note_id, kind, target_id)
  SELECT id, attached_kind, attached_id FROM notes_before
  WHERE attached_kind IS NOT NULL AND NOT (attached_kind = 'note' AND attached_id = id);

DROP TABLE notes_before;
`,
} as const;
