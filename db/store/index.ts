/** What a notebook holds, noun by noun: functions of a connection that answer the model's types. */
export * as arrivals from './arrivals.ts';
export * as entities from './entities.ts';
export { findMentions } from './find-mentions.ts';
export * as highlights from './highlights.ts';
export * as mentions from './mentions.ts';
export { mergeEntities } from './merge-entities.ts';
export * as notes from './notes.ts';
export * as outlineItems from './outline-items.ts';
export * as outlines from './outlines.ts';
export * as passages from './passages.ts';
export * as relations from './relations.ts';
export * as settings from './settings.ts';
export * as sources from './sources.ts';
export * as tagTree from './tag-tree.ts';
export * as tags from './tags.ts';
export * as texts from './texts.ts';
export * as trash from './trash.ts';
