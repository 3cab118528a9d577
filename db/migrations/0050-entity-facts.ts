/** Where an entity is on the globe: latitude and longitude in decimal degrees (WGS 84) with a comma between, or empty. */
export const entityFacts = {
  version: 50,
  sql: `
ALTER TABLE entities ADD COLUMN coordinates TEXT NOT NULL DEFAULT '' CHECK (coordinates = '' OR coordinates LIKE '%,%');
`,
} as const;
