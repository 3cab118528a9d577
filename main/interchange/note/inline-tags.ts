import type { MarkdownIt, StateInline, Token } from 'markdown-it';

const TAG = /^<(\/?)(u|sup|sub)>/;

/** The type of the tokens this rule makes; their content is the tag as written. */
export const INLINE_TAG = 'inline_tag';

/** Reads `<u>`, `<sup>`, `<sub>` and their closing tags: what Markdown has no sign for. Every other tag stays text. */
export function inlineTags(parser: MarkdownIt): void {
  parser.inline.ruler.before('html_inline', INLINE_TAG, parseTag);
}

function parseTag(state: StateInline, silent: boolean): boolean {
  const [written, slash, tag] = TAG.exec(state.src.slice(state.pos, state.pos + '</sup>'.length)) ?? [];
  if (written === undefined || tag === undefined || state.pos + written.length > state.posMax) return false;
  if (!silent) {
    const token = state.push(INLINE_TAG, tag, 0);
    token.content = written;
    token.meta = { closes: slash === '/' };
  }
  state.pos += written.length;
  return true;
}

/** The tags among the tokens that have their counterpart; any other is text. */
export function pairedTags(tokens: readonly Token[]): ReadonlySet<Token> {
  const paired = new Set<Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.type !== INLINE_TAG) continue;
    if (!isClosing(token)) {
      open.push(token);
      continue;
    }
    const at = open.findLastIndex((other) => other.tag === token.tag);
    const opening = open[at];
    if (opening === undefined) continue;
    open.splice(at);
    paired.add(opening).add(token);
  }
  return paired;
}

export function isClosing(tag: Token): boolean {
  return tag.meta?.['closes'] === true;
}
