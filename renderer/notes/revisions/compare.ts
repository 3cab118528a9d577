import { type ChangeObject, diffArrays } from 'diff';

/** A stretch of a comparison: in both texts, only in the newer, or only in the older. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface Comparison {
  readonly stretches: readonly Stretch[];
  /** Words only the newer text has, and words only the older has. */
  readonly added: number;
  readonly removed: number;
}

/** Longer than this nobody waits for a comparison word by word; it is then made line by line. In milliseconds. */
const PATIENCE = 400;

/**
 * What became of a text, word by word: Myers' shortest edit script (https://doi.org/10.1007/BF01840446) as jsdiff finds it,
 * over words and what stands between them in the sense of Unicode's text segmentation (UAX #29). The stretches that are
 * not `added` spell the older text, those that are not `removed` the newer.
 */
export function compareTexts(older: string, newer: string, patience = PATIENCE): Comparison {
  const byWord = diffArrays(words(older), words(newer), { timeout: patience });
  const changes: readonly ChangeObject<string[]>[] = byWord ?? diffArrays(lines(older), lines(newer));
  const stretches = changes.map(({ added, removed, value }): Stretch => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
  const count = (kind: Stretch['kind']) =>
    stretches.reduce((sum, each) => sum + (each.kind === kind ? wordCount(each.text) : 0), 0);
  return { stretches, added: count('added'), removed: count('removed') };
}

// Words alone, whatever the language: the same segmentation for both texts is what matters.
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function words(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function wordCount(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}

/** Lines with their line feeds. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
