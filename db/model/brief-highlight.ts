import type { Highlight } from './highlight.ts';
import { sliceCodePoints, toCodePoints } from './offsets.ts';
import type { Passage } from './passage.ts';
import { type Block, formatLocator } from './source.ts';

/**
 * A highlight as it comes with blocks of its text, without what those say themselves: a screen has a hundred of them, and words sent
 * twice cost the window more than all else about them. Nothing but the source is missing where it begins or ends outside the blocks.
 */
export interface BriefHighlight extends Omit<Highlight, 'sourceId' | 'sourceTitle' | 'quote' | 'locator' | 'block'> {
  readonly quote?: string | undefined;
  readonly locator?: string | undefined;
  readonly block?: number | undefined;
}

/** Leaves out what blocks of one source, which follow each other, say of the highlights on them. */
export function briefly(highlights: readonly Highlight[], blocks: readonly Block[]): BriefHighlight[] {
  const first = blocks[0]?.start ?? 0;
  const last = blocks.at(-1);
  const end = last ? last.start + toCodePoints(last.text, last.text.length) : 0;
  return highlights.map(({ sourceId, sourceTitle, quote, locator, block, ...brief }) =>
    brief.start >= first && brief.end <= end ? brief : { ...brief, quote, locator, block },
  );
}

/** The highlights again, with the blocks they came with. */
export function inFull(
  briefs: readonly BriefHighlight[],
  blocks: readonly Block[],
  source: { readonly id: string; readonly title: string },
): Highlight[] {
  const firstNumber = blocks[0]?.number ?? 1;
  return briefs.map((brief) => {
    const first = lastBeginningBy(blocks, brief.start);
    const last = lastBeginningBy(blocks, brief.end - 1);
    const label = blocks[first]?.label;
    const place = { firstBlock: firstNumber + first, lastBlock: firstNumber + last };
    return {
      ...brief,
      sourceId: source.id,
      sourceTitle: source.title,
      block: brief.block ?? place.firstBlock,
      quote: brief.quote ?? wordsOf(blocks.slice(first, last + 1), brief),
      locator: brief.locator ?? formatLocator(label === undefined ? place : { ...place, label }),
    };
  });
}

/** Cut out of each block by itself: cut out of all of them together, every quote would keep their whole text for its own. */
function wordsOf(blocks: readonly Block[], { start, end }: Passage): string {
  const words = blocks.map((block) => sliceCodePoints(block.text, start - block.start, end - block.start)).join('\n');
  const last = blocks.at(-1);
  // A passage may end with the line break after its last block.
  return last && end > last.start + toCodePoints(last.text, last.text.length) ? `${words}\n` : words;
}

/** Index of the last block that begins at or before an offset; the first one's where none does. */
function lastBeginningBy(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = Math.max(0, blocks.length - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
