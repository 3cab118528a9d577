import type { Tag } from '../../../main/contract/index.ts';
import { createStore } from '../../state/index.ts';

/**
 * The tag every selection is given, and how many were given it since it was chosen. It belongs to the window: it stays
 * when another source is opened.
 */
export interface ActiveTag {
  readonly tag: Tag | null;
  readonly given: number;
}

export const activeTag = createStore<ActiveTag>({ tag: null, given: 0 });

export function startTagging(tag: Tag): void {
  activeTag.set({ tag, given: 0 });
}

export function stopTagging(): void {
  activeTag.set({ tag: null });
}
