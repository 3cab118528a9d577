/** Markdown in, as a source, and out, as a summary; the pieces of both that notes share. */

export { visibleText } from './blocks.ts';
export { FOOTNOTE_CALL, footnoteCalls } from './footnotes.ts';
export { takeFrontMatter } from './front-matter.ts';
export { markdownParser } from './parser.ts';
export { markdownReader } from './read.ts';
export { markdownWriter } from './write.ts';
export { type BlockOptions, blockLines, footnoteLines, NAMELESS } from './write-blocks.ts';
