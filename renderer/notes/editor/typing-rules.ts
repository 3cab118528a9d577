import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import { wordsBefore } from './footnotes.ts';
import { setChecked } from './lists.ts';
import { marks, nodes } from './nodes.ts';

/** Markdown as it is typed: `# `, `- `, `1. `, `[ ] `, `> `, ```` ``` ````, `---`, `**bold**`, `*italic*`, `` `code` ``, `~~struck~~`. */
export function typingRules(): Plugin[] {
  return [plainBehindFootnote, rules()];
}

/**
 * Rules that look at the whole line before the cursor would count the words of a footnote at its beginning as if they stood in
 * the line; such a line is typed without them.
 */
const plainBehindFootnote = new Plugin({
  props: {
    handleTextInput(view, _from, _to, _text, asTyped) {
      if (view.state.selection.$from.parent.firstChild?.type !== nodes.footnote) return false;
      view.dispatch(asTyped());
      return true;
    },
  },
});

/** The same of lists, bold and italics alone. */
export function fewTypingRules(): Plugin {
  return inputRules({ rules: [...listRules(), ...emphasisRules()] });
}

function listRules(): InputRule[] {
  return [
    wrappingInputRule(/^\s*([-+*])\s$/, nodes.bullet_list),
    wrappingInputRule(
      /^(\d{1,9})[.)]\s$/,
      nodes.ordered_list,
      (match) => ({ order: Number(match[1]) }),
      (match, node) => node.childCount + Number(node.attrs.order) === Number(match[1]),
    ),
  ];
}

function emphasisRules(): InputRule[] {
  return [
    markRule(/(?:^|[^*])(\*\*([^*\s](?:[^*]*[^*\s])?)\*\*)$/, marks.strong),
    markRule(/(?:^|[^*])(\*([^*\s](?:[^*]*[^*\s])?)\*)$/, marks.em),
    markRule(/(?:^|[^_\p{L}\p{N}])(_([^_\s](?:[^_]*[^_\s])?)_)$/u, marks.em),
  ];
}

function rules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4})\s$/, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
      ...listRules(),
      taskRule,
      wrappingInputRule(/^>\s$/, nodes.blockquote),
      textblockTypeInputRule(/^```$/, nodes.code_block),
      ruleRule,
      ...emphasisRules(),
      markRule(/(?:^|[^~])(~~([^~\s](?:[^~]*[^~\s])?)~~)$/, marks.strike),
      markRule(/(?:^|[^`])(`([^`]+)`)$/, marks.code),
    ],
  });
}

/** `[ ] ` and `[x] ` at the beginning of a list item or a paragraph. */
const taskRule = new InputRule(/^\[([ xX]?)\]\s$/, (state, match, start, end) => {
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.paragraph) return null;
  const tr = state.tr.delete(start, end);
  if ($from.node(-1).type !== nodes.list_item) {
    const range = tr.doc.resolve(start).blockRange();
    if (!range) return null;
    tr.wrap(range, [{ type: nodes.bullet_list }, { type: nodes.list_item }]);
  }
  return setChecked(tr, (match[1] ?? '').toLowerCase() === 'x');
});

/** `---` alone in a paragraph becomes a rule with an empty paragraph after it. */
const ruleRule = new InputRule(/^(?:---|\*\*\*|___)$/, (state, _match, start, end) => {
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.paragraph || $from.parent.content.size > end - start) return null;
  const before = $from.before();
  const tr = state.tr.replaceWith(before, $from.after(), [nodes.horizontal_rule.create(), nodes.paragraph.create()]);
  return tr.setSelection(TextSelection.create(tr.doc, before + 2));
});

/** A rule that turns `**words**` into marked words; the first group is the whole, the second the words. */
function markRule(pattern: RegExp, mark: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const whole = match[1] ?? '';
    const words = match[2] ?? '';
    const from = start + match[0].length - whole.length;
    const lead = whole.indexOf(words);
    // The words of a footnote between the signs would be counted as if they stood in the line.
    if (!wordsBefore(state.doc.resolve(end)).endsWith(match[0].slice(0, end - start))) return null;
    if (!state.doc.resolve(from).parent.type.allowsMarkType(mark)) return null;
    const { tr } = state;
    const wordsFrom = from + lead;
    const wordsTo = wordsFrom + words.length;
    // The last typed sign of the closing mark is not in the document yet, so everything after the words goes.
    if (wordsTo < end) tr.delete(wordsTo, end);
    tr.delete(from, wordsFrom);
    tr.addMark(from, from + words.length, mark.create());
    return tr.removeStoredMark(mark);
  });
}
