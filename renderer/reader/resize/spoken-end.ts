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
  if (length <= SAID) {
    announce('resize.saidWhole', { words: shorten(pages.textAtHand({ start, end }) ?? '') });
    return;
  }
  const near = moved === 'end' ? { start: end - SAID, end } : { start, end: start + SAID };
  const words = shorten(pages.textAtHand(near) ?? '', SAID);
  announce('resize.saidEnd', { end: moved, words, length });
}
