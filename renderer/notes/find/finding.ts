import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { type EditorState, NodeSelection, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Wanted } from '../../../main/contract/index.ts';
import type { Stretch } from '../editor/insert.ts';
import { nodes } from '../editor/nodes.ts';
import { matchesIn } from './matches.ts';

/** What is looked for in a note and where it stands. */
export interface Finding {
  /** Null while nothing is looked for. */
  readonly wanted: Wanted | null;
  readonly matches: readonly Stretch[];
  /** Which match the researcher is at, or -1. */
  readonly current: number;
}

interface Memory extends Finding {
  readonly decorations: DecorationSet;
}

type Change = { readonly wanted: Wanted | null } | { readonly current: number };

const NOTHING: Memory = { wanted: null, matches: [], current: -1, decorations: DecorationSet.empty };

/** Matches that are marked at once, around the one the researcher is at; more would be felt at every key. */
const MOST_MARKED = 1000;

const key = new PluginKey<Memory>('finding');

/** Keeps what is looked for and marks it in the text, while the text is written on. */
export function finding(): Plugin<Memory> {
  return new Plugin<Memory>({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, memory) {
        const change: Change | undefined = tr.getMeta(key);
        const wanted = change && 'wanted' in change ? change.wanted : memory.wanted;
        if (wanted === null) return NOTHING;
        if (!change && !tr.docChanged) return memory;
        const isSame = wanted === memory.wanted && !tr.docChanged;
        const matches = isSame ? memory.matches : matchesIn(tr.doc, wanted);
        const current = change && 'current' in change ? change.current : kept(memory, tr, matches);
        return { wanted, matches, current, decorations: marked(tr.doc, matches, current) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

export function findingOf(state: EditorState): Finding {
  return key.getState(state) ?? NOTHING;
}

/** Looks for other words, from the cursor on; null ends it. */
export function lookFor(state: EditorState, wanted: Wanted | null): Transaction {
  return state.tr.setMeta(key, { wanted } satisfies Change);
}

/** Goes to the next match, or the one before, round the end; null where there is none. */
export function goToMatch(state: EditorState, forward: boolean): Transaction | null {
  const { matches, current } = findingOf(state);
  if (matches.length === 0) return null;
  const { from, to } = state.selection;
  const at = matches[current];
  // Whoever put the cursor elsewhere meanwhile goes on from there.
  if (at && from <= at.from && at.to <= to) {
    const found = current + (forward ? 1 : -1);
    return choose(state.tr, matches, (found + matches.length) % matches.length);
  }
  const found = forward
    ? matches.findIndex((match) => match.from >= from)
    : matches.findLastIndex((match) => match.to <= to);
  return choose(state.tr, matches, found >= 0 ? found : forward ? 0 : matches.length - 1);
}

/** Puts other words in place of the current match and goes to the next; null where there is no current one. */
export function replaceMatch(state: EditorState, words: string): Transaction | null {
  const { matches, current } = findingOf(state);
  const match = matches[current];
  if (!match) return null;
  const tr = put(closeHistory(state.tr), match, words);
  const end = match.from + words.length;
  // Past what was put in, which may be a match itself.
  const rest = matchesIn(tr.doc, findingOf(state).wanted ?? NO_WORDS);
  const next = rest.findIndex(({ from }) => from >= end);
  return rest.length === 0 ? tr : choose(tr, rest, next >= 0 ? next : 0);
}

const NO_WORDS: Wanted = { words: '', exact: false, wholeWords: false };

/** Puts other words in place of all matches: one step of the text's undo. */
export function replaceAllMatches(state: EditorState, words: string): Transaction {
  const tr = closeHistory(state.tr);
  for (const match of findingOf(state).matches.toReversed()) put(tr, match, words);
  return tr;
}

/** The words take the form of those they replace. */
function put(tr: Transaction, { from, to }: Stretch, words: string): Transaction {
  if (words === '') return tr.delete(from, to);
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
  return tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks));
}

function choose(tr: Transaction, matches: readonly Stretch[], current: number): Transaction {
  const match = matches[current];
  if (!match) return tr;
  const $from = tr.doc.resolve(match.from);
  const isFootnote = $from.parent.type === nodes.footnote;
  const selection = isFootnote
    ? NodeSelection.create(tr.doc, $from.before())
    : TextSelection.create(tr.doc, match.from, match.to);
  return tr
    .setSelection(selection)
    .setMeta(key, { current } satisfies Change)
    .scrollIntoView();
}

/** The current match after a change: the one that stands where it stood. */
function kept({ matches: old, current }: Memory, tr: Transaction, matches: readonly Stretch[]): number {
  const at = old[current];
  if (!at) return -1;
  const from = tr.mapping.map(at.from);
  return matches.findIndex((match) => match.from === from);
}

function marked(doc: Node, matches: readonly Stretch[], current: number): DecorationSet {
  const first = Math.max(0, current - MOST_MARKED / 2);
  const decorations = matches.slice(first, first + MOST_MARKED).map(({ from, to }, index) => {
    const attributes = { class: first + index === current ? 'found found-current' : 'found' };
    const $from = doc.resolve(from);
    // The words of a footnote are not in the text; its number is marked.
    return $from.parent.type === nodes.footnote
      ? Decoration.node($from.before(), $from.after(), attributes)
      : Decoration.inline(from, to, attributes);
  });
  return DecorationSet.create(doc, decorations);
}
