/** Which mentions stand in a block: without it, what an entity of many passages stands together with takes minutes. */
export const mentionsByBlock = {
  version: 52,
  sql: `
CREATE INDEX mentions_by_block ON mentions (source_id, first_block, entity_id);
`,
} as const;
