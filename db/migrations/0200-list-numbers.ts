/** Schema version 200: the numbers of lists, kept as marks. Frozen. */
export const listNumbers = {
  version: 200,
  sql: `
CREATE TABLE text_marks_of_more_kinds (
  source_id TEXT NOT NULL REFERENCES sources (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('em', 'strong', 'underline', 'strike', 'superscript', 'subscript', 'code', 'link',
    'language', 'note-call', 'number')),
  value TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (source_id, start, "end", kind, value),
  CHECK (start < "end")
) STRICT, WITHOUT ROWID;
INSERT INTO text_marks_of_more_kinds (source_id, start, "end", kind, value)
  SELECT source_id, start, "end", kind, value FROM text_marks;
DROP TABLE text_marks;
ALTER TABLE text_marks_of_more_kinds RENAME TO text_marks;
`,
} as const;
