import type { Passage } from '../../../main/contract/index.ts';
import { announce } from '../../messages/index.ts';
import { shorten } from '../../passage/index.ts';
import type { Pages } from '../pages.ts';
import type { End } from './ends.ts';

/** Code points that are said of a passage; of a longer one those at the end that moves. */
const SAID = 60;

/** Says what an end that was moved made of a passage. */
export function announceEnd(pages: Pick<Pages, 'textAtHand'>, { start, end }: Passage, moved: End): void {
  const length = end - start;
  const near =
    moved === 'end' ? { start: Math.max(start, end - SAID), end } : { start, end: Math.min(end, start + SAID) };
  const said = pages.textAtHand(near);
  // The text there is on its way.
  if (said === null) return;
  const words = shorten(said, SAID);
  if (length <= SAID) announce('resize.saidWhole', { words });
  else announce('resize.saidEnd', { end: moved, words, length });
}
