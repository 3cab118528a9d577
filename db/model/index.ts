/** The nouns of Lectern: pure types and rules, no DOM, no Node, no SQL. */
export * from './change.ts';
export * from './colour.ts';
export * from './defect.ts';
export * from './document/plain-text.ts';
export * from './document/schema.ts';
export * from './entity.ts';
export * from './failure.ts';
export * from './highlight.ts';
export * from './hit.ts';
export * from './ids.ts';
export * from './note.ts';
export * from './offsets.ts';
export * from './outline.ts';
export * from './passage.ts';
export * from './reading-filter.ts';
export * from './source.ts';
export * from './tag.ts';
