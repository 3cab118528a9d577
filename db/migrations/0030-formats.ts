/**
 * What documents have and plain text has not: captions and the lines pages carry beside their text, marks beside the text,
 * publisher and identifiers. `blocks` is made anew because SQLite cannot change a check.
 */
export const formats = {
  version: 30,
  sql: `
CREATE TABLE blocks_of_more_kinds (
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
INSERT INTO blocks_of_more_kinds (id, source_id, number, kind, level, start, length, text, label)
  SELECT id, source_id, number, kind, level, start, length, text, label FROM blocks;
DROP TABLE blocks;
ALTER TABLE blocks_of_more_kinds RENAME TO blocks;

CREATE TABLE text_marks (
  source_id TEXT NOT NULL REFERENCES sources (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('em', 'strong', 'underline', 'strike', 'superscript', 'subscript', 'code', 'link',
    'language', 'note-call')),
  value TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (source_id, start, "end", kind, value),
  CHECK (start < "end")
) STRICT, WITHOUT ROWID;

ALTER TABLE sources ADD COLUMN publisher TEXT NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN identifiers TEXT NOT NULL DEFAULT '[]' CHECK (json_type(identifiers) = 'array');
`,
} as const;
