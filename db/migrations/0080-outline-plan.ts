/** Schema version 80: what an outline says of the work on it: a gist for every item, how far a heading is, how long it is to become. Frozen. */
export const outlinePlan = {
  version: 80,
  sql: `
ALTER TABLE outline_items ADD COLUMN gist TEXT NOT NULL DEFAULT '';
ALTER TABLE outline_items ADD COLUMN status TEXT NOT NULL DEFAULT '' CHECK (status IN ('', 'to-do', 'draft', 'done'));
ALTER TABLE outline_items ADD COLUMN target INTEGER CHECK (target > 0);
`,
} as const;
