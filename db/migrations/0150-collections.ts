/** Schema version 150: collections of sources, nested and overlapping, and how far a source is read. Frozen. */
export const collections = {
  version: 150,
  sql: `
CREATE TABLE collections (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  parent_id TEXT REFERENCES collections (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX collections_by_name ON collections (coalesce(parent_id, ''), name);

CREATE TRIGGER collections_form_no_cycle_on_update BEFORE UPDATE OF parent_id ON collections
WHEN NEW.parent_id IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'collection cycle') WHERE NEW.parent_id = NEW.id OR EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.parent_id UNION SELECT collections.parent_id FROM collections JOIN above ON collections.id = above.id
    ) SELECT 1 FROM above WHERE id = NEW.id);
END;

CREATE TRIGGER collections_form_no_cycle_on_insert BEFORE INSERT ON collections
WHEN NEW.parent_id = NEW.id
BEGIN
  SELECT raise(ABORT, 'collection cycle');
END;

CREATE TABLE collection_sources (
  collection_id TEXT NOT NULL REFERENCES collections (id),
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (collection_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX collection_sources_by_source ON collection_sources (source_id, collection_id);

ALTER TABLE sources ADD COLUMN status TEXT NOT NULL DEFAULT 'unread' CHECK (status IN ('unread', 'reading', 'read'));
`,
} as const;
