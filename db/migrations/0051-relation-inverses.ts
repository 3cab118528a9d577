/** How a relation reads from its other end: “has member” for “member of”; empty where nobody has said. */
export const relationInverses = {
  version: 51,
  sql: `
ALTER TABLE relations ADD COLUMN inverse TEXT NOT NULL DEFAULT '';
`,
} as const;
