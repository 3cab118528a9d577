/** Schema version 110: fields of the researcher's own: which a type has, and what an entity has in them. Frozen. */
export const ownFields = {
  version: 110,
  sql: `
ALTER TABLE entity_types ADD COLUMN fields TEXT NOT NULL DEFAULT '[]' CHECK (json_type(fields) = 'array');
ALTER TABLE entities ADD COLUMN fields TEXT NOT NULL DEFAULT '{}' CHECK (json_type(fields) = 'object');
`,
} as const;
