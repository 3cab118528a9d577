import { createStore } from '../state/index.ts';
import type { Target } from './target.ts';

/** The picker that is open over the text, and what it will act on. */
export interface OpenPicker {
  readonly kind: 'tag' | 'entity' | 'outline';
  readonly target: Target;
  /** Takes the keyboard when it closes; the text, where it is left out. */
  readonly onDone?: (() => void) | undefined;
}

export const pickers = createStore<{ readonly open: OpenPicker | null }>({ open: null });

export function openPicker(kind: OpenPicker['kind'], target: Target, onDone?: () => void): void {
  pickers.set({ open: { kind, target, onDone } });
}
