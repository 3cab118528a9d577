import createParser, { type MarkdownIt } from 'markdown-it';
import { footnoteDefinitions } from './footnotes.ts';

/** Deep enough for any document somebody wrote; below it nested text would be lost without a word. */
const DEEPEST_NESTING = 1000;

/**
 * The one parser of Markdown: CommonMark with tables and strikethrough. HTML is text like any other, since a source
 * keeps every character; nothing is made a link or typographic that was not written so.
 */
export function markdownParser(): MarkdownIt {
  return createParser({
    html: false,
    linkify: false,
    typographer: false,
    maxNesting: DEEPEST_NESTING,
  }).use(footnoteDefinitions);
}
