import type { Highlight } from '../../main/contract/index.ts';
import { type SelectedPassage, selection } from '../state/index.ts';
import { textPort } from './text-port.ts';

/** What an action acts on: words selected, or a highlight that is there already. */
export type Target =
  | { readonly kind: 'passage'; readonly passage: SelectedPassage }
  | { readonly kind: 'highlight'; readonly highlight: Highlight };

/**
 * The selection, else the highlight in focus, else null. Words selected exactly as a highlight in focus has them mean
 * that highlight, so that tagging what was just marked does not mark it twice.
 */
export function currentTarget(): Target | null {
  const { passage, highlightIds } = selection.get();
  const { port } = textPort.get();
  const highlights = highlightIds.flatMap((id) => port?.highlight(id) ?? []);
  if (!passage) {
    const highlight = highlights[0];
    return highlight ? { kind: 'highlight', highlight } : null;
  }
  const same = highlights.find(({ start, end }) => start === passage.start && end === passage.end);
  return same ? { kind: 'highlight', highlight: same } : { kind: 'passage', passage };
}

/** The passage of a target: ids and offsets only, as the contract takes them. */
export function placeOf(target: Target): { readonly sourceId: string; readonly start: number; readonly end: number } {
  const { sourceId, start, end } = target.kind === 'highlight' ? target.highlight : target.passage;
  return { sourceId, start, end };
}

export function quoteOf(target: Target): string {
  return target.kind === 'highlight' ? target.highlight.quote : target.passage.quote;
}
