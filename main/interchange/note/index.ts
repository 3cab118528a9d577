/** A note's document to and from Markdown, and into the blocks of a summary. */
export { noteFromMarkdown } from './from-markdown.ts';
export { NO_REFERENCES, type NoteReferences } from './references.ts';
export { asWritten, noteToBlocks, noteToMarkdown, type QuotationResolver } from './to-blocks.ts';
