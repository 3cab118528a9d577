/** Schema version 190: descriptions of entities with a form; those there are keep their words, a paragraph for every line. Frozen. */
export const descriptions = {
  version: 190,
  sql: `
ALTER TABLE entities ADD COLUMN description_document TEXT NOT NULL DEFAULT ''
  CHECK (description_document = '' OR json_type(description_document) = 'object');
`,
} as const;
