import createParser, { type MarkdownIt, type StateBlock } from 'markdown-it';
import { footnoteDefinitions } from './footnotes.ts';

/** Levels of nesting that are read as such; the parser drops without a word what lies deeper than its own limit. */
const DEEPEST_READ = 500;
const DEEPEST_PARSED = DEEPEST_READ + 10;

/**
 * The one parser of Markdown: CommonMark with tables, strikethrough and footnote definitions. HTML is text like any other,
 * since a source keeps every character; nothing is made a link or typographic that was not written so.
 */
export function markdownParser(): MarkdownIt {
  const parser = createParser({ html: false, linkify: false, typographer: false, maxNesting: DEEPEST_PARSED });
  parser.block.ruler.before('table', 'too_deep', takeAsText);
  return parser.use(footnoteDefinitions);
}

/** What is nested too deep is one paragraph of its source text, marks and all. */
function takeAsText(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.level < DEEPEST_READ || silent) return false;
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = endLine;
  return true;
}
