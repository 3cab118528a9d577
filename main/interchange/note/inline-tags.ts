import type { MarkdownIt, StateInline } from 'markdown-it';

const OPENING = /^<(u|sup|sub)>/;

/**
 * Reads `<u>`, `<sup>` and `<sub>` with their closing tags as the tokens `tag_open` and `tag_close`: what Markdown has no
 * sign for. Every other tag stays text.
 */
export function inlineTags(parser: MarkdownIt): void {
  parser.inline.ruler.before('html_inline', 'inline_tags', parseTag);
}

function parseTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const [opening, tag] = OPENING.exec(state.src.slice(state.pos, state.pos + 5)) ?? [];
  if (opening === undefined || tag === undefined) return false;
  const closing = `</${tag}>`;
  const start = state.pos + opening.length;
  const end = state.src.indexOf(closing, start);
  if (end === -1 || end + closing.length > state.posMax) return false;

  if (!silent) {
    const outerEnd = state.posMax;
    state.push('tag_open', tag, 1);
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('tag_close', tag, -1);
    state.posMax = outerEnd;
  }
  state.pos = end + closing.length;
  return true;
}
