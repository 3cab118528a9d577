import type { ResolvedPos } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { wordsBefore } from './footnotes.ts';
import { nodes } from './nodes.ts';

/**
 * What the researcher has begun to write: an entity (`@`), a link to a note (`[[`), a quotation (`>` alone), or the name of
 * something to put in (`/` in an empty paragraph).
 */
export type SuggestionKind = 'entity' | 'note' | 'quotation' | 'command';

/** A begun suggestion: the document range from its sign to the cursor, and the words after the sign. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly from: number;
  readonly to: number;
  readonly query: string;
  /** The key that was to take the first offer before it was known; writing goes on behind the words meanwhile. */
  readonly due: DueKey | null;
}

export type DueKey = 'Enter' | 'Tab';

interface Memory {
  readonly open: Suggestion | null;
  /** Where a suggestion was waved away with Escape; it stays closed until its sign is gone. */
  readonly dismissed: number | null;
}

/** `@` asks for at most this many words, so that an address in running text does not keep the list open. */
const MOST_NAME_WORDS = 5;

const PATTERNS: readonly (readonly [SuggestionKind, RegExp])[] = [
  ['note', /\[\[([^[\]]{0,200})$/],
  ['entity', /(?:^|[\s(«“"'‘\ufffc])@((?:[^\s@][^@]{0,80})?)$/],
  ['quotation', /^>((?:[^\s>][^>]{0,200})?)$/],
  ['command', /^\/((?:[\p{L}\p{N}[@][^/]{0,40})?)$/u],
];

const key = new PluginKey<Memory>('suggestion');

/** Where the cursor of the chosen footnote's editor is, which the selection of the note does not say. */
const INSIDE = 'cursor in a footnote';

/** Watches the words before the cursor; read the outcome with `suggestionOf`. */
export function suggestions(): Plugin<Memory> {
  return new Plugin<Memory>({
    key,
    state: {
      init: () => ({ open: null, dismissed: null }),
      apply(tr, memory, _before, state) {
        const asked: unknown = tr.getMeta(key);
        if (asked === 'dismiss') return { open: null, dismissed: memory.open?.from ?? null };
        if (asked === 'Enter' || asked === 'Tab')
          return { ...memory, open: memory.open && { ...memory.open, due: asked } };
        const waiting = asked !== 'resume' && memory.open?.due ? stillThere(memory.open, tr) : null;
        if (waiting) return { open: waiting, dismissed: null };
        const dismissed = memory.dismissed === null ? null : tr.mapping.map(memory.dismissed);
        if (!tr.docChanged && memory.open === null) return { open: null, dismissed };
        const inside: unknown = tr.getMeta(INSIDE);
        const found = matchAt(typeof inside === 'number' ? state.doc.resolve(inside) : cursorOf(state));
        if (!found) return { open: null, dismissed: null };
        return found.from === dismissed ? { open: null, dismissed } : { open: found, dismissed: null };
      },
    },
  });
}

/** The suggestion the researcher is writing now, or null. */
export function suggestionOf(state: EditorState): Suggestion | null {
  return key.getState(state)?.open ?? null;
}

/** Says with a change where the cursor of a footnote's editor is after it; null where it is no cursor but a selection. */
export function writingInFootnote(tr: Transaction, at: number | null): Transaction {
  return at === null ? tr : tr.setMeta(INSIDE, at);
}

/** Closes the open suggestion until its sign is typed anew. */
export function dismissSuggestion(state: EditorState) {
  return state.tr.setMeta(key, 'dismiss');
}

/** Has the first offer taken once it is known, in place of the words as they are now, wherever is written meanwhile. */
export function takeWhenKnown(state: EditorState, by: DueKey) {
  return state.tr.setMeta(key, by);
}

/** Gives the open suggestion back to whoever writes, with nothing due. */
export function resumeSuggestion(state: EditorState) {
  return state.tr.setMeta(key, 'resume');
}

/** Where the words something is due for are after a change; null where they are not those words any more. */
function stillThere(open: Suggestion, { before, doc, mapping }: Transaction): Suggestion | null {
  const from = mapping.map(open.from, 1);
  const to = mapping.map(open.to, -1);
  if (from > to || doc.textBetween(from, to, '\n', '\ufffc') !== before.textBetween(open.from, open.to, '\n', '\ufffc'))
    return null;
  return { ...open, from, to };
}

function cursorOf({ selection }: EditorState): ResolvedPos | null {
  return selection.empty && selection.$from.parent.isTextblock ? selection.$from : null;
}

function matchAt($from: ResolvedPos | null): Suggestion | null {
  if ($from === null || $from.parent.type.spec.code) return null;
  const isFootnote = $from.parent.type === nodes.footnote;
  const before = wordsBefore($from);
  for (const [kind, pattern] of PATTERNS) {
    // A footnote holds no blocks.
    if (isFootnote && (kind === 'quotation' || kind === 'command')) continue;
    const query = pattern.exec(before)?.[1];
    if (query === undefined) continue;
    if (kind === 'command' && $from.parentOffset !== $from.parent.content.size) continue;
    if (kind === 'entity' && query.split(/\s+/).length > MOST_NAME_WORDS) continue;
    const sign = kind === 'note' ? 2 : 1;
    return { kind, query, from: $from.pos - query.length - sign, to: $from.pos, due: null };
  }
  return null;
}
