import { createStore } from '../state/index.ts';
import type { Target } from './target.ts';

/** The picker that is open over the text, and what it will act on. */
export interface OpenPicker {
  readonly kind: 'tag' | 'entity' | 'outline';
  readonly target: Target;
}

export const pickers = createStore<{ readonly open: OpenPicker | null }>({ open: null });

export function openPicker(kind: OpenPicker['kind'], target: Target): void {
  pickers.set({ open: { kind, target } });
}
