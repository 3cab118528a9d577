import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** The type of the tokens of a call; their content is the call as written, `meta.label` its label. */
export const FOOTNOTE_CALL = 'footnote_call';

/** The labels a document defines, by the environment it is parsed in. */
const DEFINED = new WeakMap<object, Set<string>>();

/** Longer than any label, in UTF-16 units: what is no call is known to be none without reading on to the end. */
const LONGEST_CALL = 200;
const CALL = /^\[\^([^\]\s]+)\]/;
const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*/;
/** A continuation line belongs to a footnote when indented this far (Pandoc's and PHP Markdown Extra's rule). */
const CONTINUATION = 4;

/**
 * Recognises footnote definitions `[^label]: text` as blocks `footnote_open` … `footnote_close`, label in `meta`.
 * CommonMark would take a one-word definition for a link definition and drop its text.
 */
export function footnoteDefinitions(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote_definition', parseDefinition, {
    alt: ['paragraph', 'reference'],
  });
}

function parseDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const begin = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const line = state.src.slice(begin, state.eMarks[startLine]);
  const match = DEFINITION.exec(line);
  if (match === null || (state.sCount[startLine] ?? 0) - state.blkIndent >= CONTINUATION) return false;
  if (silent) return true;

  const [mark, label = ''] = match;
  DEFINED.set(state.env, (DEFINED.get(state.env) ?? new Set()).add(label));
  const open = state.push('footnote_open', 'aside', 1);
  open.meta = { label };

  const saved = {
    mark: state.bMarks[startLine] ?? 0,
    shift: state.tShift[startLine] ?? 0,
    count: state.sCount[startLine] ?? 0,
    indent: state.blkIndent,
    parent: state.parentType,
  };
  // The text after the mark is parsed as if it stood alone, four columns in, like its continuation lines.
  state.bMarks[startLine] = begin + mark.length;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = saved.indent + CONTINUATION;
  state.blkIndent = saved.indent + CONTINUATION;
  state.parentType = 'reference';
  state.md.block.tokenize(state, startLine, endLine);
  state.bMarks[startLine] = saved.mark;
  state.tShift[startLine] = saved.shift;
  state.sCount[startLine] = saved.count;
  state.blkIndent = saved.indent;
  state.parentType = saved.parent;

  state.push('footnote_close', 'aside', -1);
  return true;
}

/** Recognises calls of the footnotes a document defines, `[^label]`; any other is text, as it is in CommonMark. */
export function footnoteCalls(parser: MarkdownIt): void {
  parser.inline.ruler.before('link', FOOTNOTE_CALL, parseCall);
}

function parseCall(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const end = Math.min(state.pos + LONGEST_CALL, state.posMax);
  const [written, label] = CALL.exec(state.src.slice(state.pos, end)) ?? [];
  if (written === undefined || !DEFINED.get(state.env)?.has(label ?? '')) return false;
  if (!silent) {
    const token = state.push(FOOTNOTE_CALL, '', 0);
    token.content = written;
    token.meta = { label };
  }
  state.pos += written.length;
  return true;
}
