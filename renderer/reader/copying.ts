import type { Passage } from '../../main/contract/index.ts';
import type { Pages } from './pages.ts';

/**
 * Copies a passage as the model has it, not as the document shows it: most of a long selection is in no element. Text
 * that is not at hand is fetched, and the clipboard waits for it.
 * @param onFetched it has taken a moment, and is copied now
 */
export function copyText(
  pages: Pages,
  passage: Passage,
  event: ClipboardEvent,
  onFetched: () => void,
  onFailure: (error: unknown) => void,
): void {
  const here = pages.textAtHand(passage);
  if (here !== null && event.clipboardData) {
    event.clipboardData.setData('text/plain', here);
    return;
  }
  const text = pages.text(passage).then((words) => new Blob([words], { type: 'text/plain' }));
  navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]).then(onFetched, onFailure);
}
