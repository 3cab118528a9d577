import { createStore } from '../state/index.ts';
import type { Target } from './target.ts';

/** The picker that is open over the text, and what it will act on. */
export type OpenPicker =
  | {
      /**
       * `duplicate`: a tag for another highlight of the same passage; `occurrences`: all places with its words;
       * `relation`: between two of the entities linked in it.
       */
      readonly kind: 'tag' | 'duplicate' | 'entity' | 'outline' | 'occurrences' | 'relation';
      readonly target: Target;
    }
  /** The tag every selection is given. */
  | { readonly kind: 'active-tag' };

/** `onDone` takes the keyboard when the picker closes; the text, where it is null. */
export const pickers = createStore<{ readonly open: OpenPicker | null; readonly onDone: (() => void) | null }>({
  open: null,
  onDone: null,
});

export function openPicker(
  kind: Exclude<OpenPicker['kind'], 'active-tag'>,
  target: Target,
  onDone: (() => void) | null = null,
): void {
  pickers.set({ open: { kind, target }, onDone });
}
