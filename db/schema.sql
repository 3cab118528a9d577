-- The schema of a notebook, made from db/migrations. For reading; a test keeps it true.

CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

CREATE TABLE original_pieces (
  sha256 TEXT NOT NULL REFERENCES originals (sha256),
  number INTEGER NOT NULL CHECK (number >= 1),
  bytes BLOB NOT NULL,
  UNIQUE (sha256, number)
) STRICT;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  authors TEXT NOT NULL DEFAULT '[]' CHECK (json_type(authors) = 'array'),
  date TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT '',
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  original_sha256 TEXT NOT NULL REFERENCES originals (sha256),
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  length INTEGER NOT NULL CHECK (length >= 0),
  words INTEGER NOT NULL CHECK (words >= 0),
  block_count INTEGER NOT NULL CHECK (block_count >= 0),
  remarks TEXT NOT NULL DEFAULT '[]' CHECK (json_type(remarks) = 'array'),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  trashed_at INTEGER
, publisher TEXT NOT NULL DEFAULT '', identifiers TEXT NOT NULL DEFAULT '[]' CHECK (json_type(identifiers) = 'array'), citation TEXT NOT NULL DEFAULT '{}' CHECK (json_type(citation) = 'object'), status TEXT NOT NULL DEFAULT 'unread' CHECK (status IN ('unread', 'reading', 'read'))) STRICT;

CREATE INDEX sources_by_original ON sources (original_sha256);

CREATE TABLE highlights (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  first_block INTEGER NOT NULL,
  last_block INTEGER NOT NULL,
  colour TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'red', 'blue', 'violet')),
  quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  trashed_at INTEGER,
  CHECK (start < "end"),
  CHECK (first_block <= last_block)
) STRICT;

CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  parent_id TEXT REFERENCES tags (id),
  rank INTEGER NOT NULL,
  colour TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'red', 'blue', 'violet')),
  memo TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  trashed_at INTEGER
) STRICT;

CREATE UNIQUE INDEX tags_by_name ON tags (coalesce(parent_id, ''), name) WHERE trashed_at IS NULL;

CREATE INDEX tags_by_parent ON tags (parent_id, rank);

CREATE TRIGGER tags_form_no_cycle_on_update BEFORE UPDATE OF parent_id ON tags
WHEN NEW.parent_id IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'tag cycle') WHERE NEW.parent_id = NEW.id OR EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.parent_id UNION SELECT tags.parent_id FROM tags JOIN above ON tags.id = above.id
    ) SELECT 1 FROM above WHERE id = NEW.id);
END;

CREATE TRIGGER tags_form_no_cycle_on_insert BEFORE INSERT ON tags
WHEN NEW.parent_id = NEW.id
BEGIN
  SELECT raise(ABORT, 'tag cycle');
END;

CREATE TABLE highlight_tags (
  highlight_id TEXT NOT NULL REFERENCES highlights (id),
  tag_id TEXT NOT NULL REFERENCES tags (id),
  PRIMARY KEY (highlight_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX highlight_tags_by_tag ON highlight_tags (tag_id, highlight_id);

CREATE TABLE entity_types (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  colour TEXT NOT NULL,
  shape TEXT NOT NULL,
  rank INTEGER NOT NULL
, fields TEXT NOT NULL DEFAULT '[]' CHECK (json_type(fields) = 'array')) STRICT;

CREATE TABLE entities (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL REFERENCES entity_types (name),
  name TEXT NOT NULL CHECK (name <> ''),
  description TEXT NOT NULL DEFAULT '',
  dates TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  trashed_at INTEGER
, coordinates TEXT NOT NULL DEFAULT '' CHECK (coordinates = '' OR coordinates LIKE '%,%'), fields TEXT NOT NULL DEFAULT '{}' CHECK (json_type(fields) = 'object'), description_document TEXT NOT NULL DEFAULT ''
  CHECK (description_document = '' OR json_type(description_document) = 'object')) STRICT;

CREATE INDEX entities_by_type ON entities (type, name);

CREATE TABLE entity_names (
  entity_id TEXT NOT NULL REFERENCES entities (id),
  name TEXT NOT NULL CHECK (name <> ''),
  language TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  rank INTEGER NOT NULL,
  PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_identifiers (
  entity_id TEXT NOT NULL REFERENCES entities (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (entity_id, kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  first_block INTEGER NOT NULL,
  last_block INTEGER NOT NULL,
  entity_id TEXT NOT NULL REFERENCES entities (id),
  quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
  created_at INTEGER NOT NULL,
  CHECK (start < "end"),
  CHECK (first_block <= last_block),
  UNIQUE (source_id, start, "end", entity_id)
) STRICT;

CREATE INDEX mentions_by_entity ON mentions (entity_id, source_id, start);

CREATE TABLE rejected_mentions (
  source_id TEXT NOT NULL REFERENCES sources (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  entity_id TEXT NOT NULL REFERENCES entities (id),
  PRIMARY KEY (entity_id, source_id, start, "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES entities (id),
  to_id TEXT NOT NULL REFERENCES entities (id),
  type TEXT NOT NULL CHECK (type <> ''),
  dates TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, inverse TEXT NOT NULL DEFAULT '',
  CHECK (from_id <> to_id)
) STRICT;

CREATE INDEX relations_by_from ON relations (from_id);

CREATE INDEX relations_by_to ON relations (to_id);

CREATE TABLE relation_evidence (
  relation_id TEXT NOT NULL REFERENCES relations (id),
  highlight_id TEXT NOT NULL REFERENCES highlights (id),
  PRIMARY KEY (relation_id, highlight_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note_references (
  note_id TEXT NOT NULL REFERENCES notes (id),
  kind TEXT NOT NULL CHECK (kind IN ('source', 'highlight', 'tag', 'entity', 'note')),
  target_id TEXT NOT NULL,
  PRIMARY KEY (note_id, kind, target_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_references_by_target ON note_references (kind, target_id);

CREATE TABLE outlines (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  trashed_at INTEGER
) STRICT;

CREATE TABLE outline_items (
  id TEXT PRIMARY KEY,
  outline_id TEXT NOT NULL REFERENCES outlines (id),
  parent_id TEXT REFERENCES outline_items (id),
  rank INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'text', 'quotation', 'note', 'entity')),
  highlight_id TEXT REFERENCES highlights (id),
  note_id TEXT REFERENCES notes (id),
  entity_id TEXT REFERENCES entities (id),
  text TEXT NOT NULL DEFAULT '',
  source_title TEXT NOT NULL DEFAULT '',
  locator TEXT NOT NULL DEFAULT '',
  words INTEGER NOT NULL DEFAULT 0, gist TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT '' CHECK (status IN ('', 'to-do', 'draft', 'done')), target INTEGER CHECK (target > 0),
  CHECK ((kind = 'quotation') = (highlight_id IS NOT NULL)),
  CHECK ((kind = 'note') = (note_id IS NOT NULL)),
  CHECK ((kind = 'entity') = (entity_id IS NOT NULL))
) STRICT;

CREATE INDEX outline_items_by_place ON outline_items (outline_id, parent_id, rank);

CREATE INDEX outline_items_by_parent ON outline_items (parent_id);

CREATE INDEX outline_items_by_highlight ON outline_items (highlight_id);

CREATE INDEX outline_items_by_note ON outline_items (note_id);

CREATE INDEX outline_items_by_entity ON outline_items (entity_id);

CREATE TRIGGER outline_items_form_no_cycle_on_update BEFORE UPDATE OF parent_id ON outline_items
WHEN NEW.parent_id IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'outline cycle') WHERE NEW.parent_id = NEW.id OR EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.parent_id UNION SELECT outline_items.parent_id FROM outline_items JOIN above ON outline_items.id = above.id
    ) SELECT 1 FROM above WHERE id = NEW.id);
END;

CREATE TRIGGER outline_items_form_no_cycle_on_insert BEFORE INSERT ON outline_items
WHEN NEW.parent_id = NEW.id
BEGIN
  SELECT raise(ABORT, 'outline cycle');
END;

CREATE TABLE settings (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE history_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deed TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
, kept TEXT NOT NULL DEFAULT 'whole' CHECK (kept IN ('whole', 'part', 'none'))) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE history_rows (
  step_id INTEGER NOT NULL REFERENCES history_steps (id),
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL CHECK (json_type(row_key) = 'array'),
  before TEXT CHECK (before IS NULL OR json_type(before) = 'object'),
  after TEXT CHECK (after IS NULL OR json_type(after) = 'object'),
  PRIMARY KEY (step_id, table_name, row_key)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE block_index USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'block_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'block_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'block_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'block_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE item_index_keys (
  id INTEGER PRIMARY KEY,
  noun TEXT NOT NULL,
  item_id TEXT NOT NULL,
  UNIQUE (noun, item_id)
) STRICT;

CREATE VIRTUAL TABLE item_index USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'item_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'item_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'item_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'item_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

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

CREATE INDEX highlights_by_place ON highlights (source_id, start, "end", id, colour, trashed_at);

CREATE TABLE "blocks" (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL CHECK (kind IN
    ('paragraph', 'heading', 'list-item', 'quote', 'preformatted', 'table-row', 'footnote', 'caption', 'header-footer')),
  level INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 99),
  start INTEGER NOT NULL CHECK (start >= 0),
  length INTEGER NOT NULL CHECK (length >= 0),
  text TEXT NOT NULL CHECK (length(text) = length),
  label TEXT,
  UNIQUE (source_id, number),
  UNIQUE (source_id, start)
) STRICT;

CREATE INDEX mentions_by_block ON mentions (source_id, first_block, entity_id);

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

CREATE TABLE note_tags (
  note_id TEXT NOT NULL REFERENCES notes (id),
  tag_id TEXT NOT NULL REFERENCES tags (id),
  PRIMARY KEY (note_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_tags_by_tag ON note_tags (tag_id, note_id);

CREATE TABLE images (
  sha256 TEXT PRIMARY KEY REFERENCES originals (sha256),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  width INTEGER NOT NULL CHECK (width >= 1),
  height INTEGER NOT NULL CHECK (height >= 1),
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE note_images (
  note_id TEXT NOT NULL REFERENCES notes (id),
  sha256 TEXT NOT NULL,
  PRIMARY KEY (note_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_images_by_image ON note_images (sha256);

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

CREATE TABLE note_attachments (
  note_id TEXT NOT NULL REFERENCES notes (id),
  target_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('source', 'highlight', 'tag', 'entity', 'note')),
  PRIMARY KEY (note_id, target_id, kind),
  CHECK (kind <> 'note' OR target_id <> note_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_attachments_by_target ON note_attachments (kind, target_id);

CREATE TABLE "text_marks" (
  source_id TEXT NOT NULL REFERENCES sources (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('em', 'strong', 'underline', 'strike', 'superscript', 'subscript', 'code', 'link',
    'language', 'note-call', 'number')),
  value TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (source_id, start, "end", kind, value),
  CHECK (start < "end")
) STRICT, WITHOUT ROWID;
