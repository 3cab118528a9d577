/** The nouns of Lectern: pure types and rules, no DOM, no Node, no SQL. */
export * from './authority.ts';
export * from './brief-highlight.ts';
export * from './change.ts';
export * from './citation.ts';
export * from './collection.ts';
export * from './colour.ts';
export * from './coordinates.ts';
export * from './dates/index.ts';
export * from './defect.ts';
export {
  asDescription,
  type Description,
  descriptionDocument,
  descriptionOf,
  joinDescriptions,
} from './document/description.ts';
export * from './document/plain-text.ts';
export * from './document/schema.ts';
export * from './entity.ts';
export * from './entity-list.ts';
export * from './entity-type.ts';
export * from './failure.ts';
export * from './find-words.ts';
export { fold } from './fold.ts';
export * from './folded-text.ts';
export * from './for-index.ts';
export * from './graphemes.ts';
export * from './highlight.ts';
export * from './hit.ts';
export * from './identifier.ts';
export * from './ids.ts';
export * from './image.ts';
export * from './image-facts.ts';
export * from './import-limits.ts';
export * from './import-result.ts';
export * from './inline-style.ts';
export * from './names/index.ts';
export * from './note.ts';
export * from './occurrence.ts';
export * from './offsets.ts';
export * from './outline.ts';
export * from './outline-draft.ts';
export * from './passage.ts';
export * from './reading-filter.ts';
export * from './reading-place.ts';
export * from './salvage.ts';
export * from './source.ts';
export * from './tag.ts';
