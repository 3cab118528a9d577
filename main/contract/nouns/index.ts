/** Parsers of the nouns that cross the contract; each is held to the type of `db/model` by the compiler. */

export { colour, count, id, newId, offset, reference, time } from './base.ts';
export * from './entities.ts';
export * from './highlights.ts';
export * from './notebook.ts';
export * from './notes.ts';
export * from './outlines.ts';
export * from './sources.ts';
