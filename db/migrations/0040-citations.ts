/** What a citation says of a source beside title, authors, date, language, address, publisher and identifiers: a JSON object, empty where unknown. */
export const citations = {
  version: 40,
  sql: `
ALTER TABLE sources ADD COLUMN citation TEXT NOT NULL DEFAULT '{}' CHECK (json_type(citation) = 'object');
`,
} as const;
