/**
 * Schema version 181: images of notes. Frozen.
 *
 * Their bytes are originals like the files of sources. What a note shows may be missing, so `note_images` points at it without
 * a foreign key, as `note_references` does.
 */
export const noteImages = {
  version: 181,
  sql: `
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
`,
} as const;
