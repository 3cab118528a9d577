/** Schema version 180: tags of notes, as highlights have them. Frozen. */
export const noteTags = {
  version: 180,
  sql: `
CREATE TABLE note_tags (
  note_id TEXT NOT NULL REFERENCES notes (id),
  tag_id TEXT NOT NULL REFERENCES tags (id),
  PRIMARY KEY (note_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_tags_by_tag ON note_tags (tag_id, note_id);
`,
} as const;
