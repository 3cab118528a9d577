import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { Stretch } from './insert.ts';

type Places = ReadonlyMap<object, Stretch>;

const key = new PluginKey<Places>('places');

interface Change {
  readonly of: object;
  /** Null lets it go. */
  readonly at: Stretch | null;
}

/** Keeps places in the document while it is written on, for what has to be fetched before it can be put there. */
export function places(): Plugin<Places> {
  return new Plugin<Places>({
    key,
    state: {
      init: (): Places => new Map(),
      apply(tr, kept) {
        const change: Change | undefined = tr.getMeta(key);
        if (!change && (kept.size === 0 || !tr.docChanged)) return kept;
        const next = new Map<object, Stretch>();
        // What is written at its end is behind it.
        const follow = (position: number) => tr.mapping.map(position, -1);
        for (const [of, { from, to }] of kept) next.set(of, { from: follow(from), to: follow(to) });
        if (change?.at) next.set(change.of, change.at);
        else if (change) next.delete(change.of);
        return next;
      },
    },
  });
}

/** Keeps a place, given as it is after the transaction, under a name of the caller's. */
export function keepPlace(tr: Transaction, of: object, { from, to }: Stretch): Transaction {
  return tr.setMeta(key, { of, at: { from, to } } satisfies Change);
}

export function letPlaceGo(tr: Transaction, of: object): Transaction {
  return tr.setMeta(key, { of, at: null } satisfies Change);
}

/** Where a kept place is now; null where it was never kept, or the document is another. */
export function placeOf(state: EditorState, of: object): Stretch | null {
  return key.getState(state)?.get(of) ?? null;
}
