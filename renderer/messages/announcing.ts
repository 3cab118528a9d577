import { type MessageKey, type MessageValues, t } from '../i18n/index.ts';
import { afterPaint } from '../state/index.ts';
import { createStore } from '../store/index.ts';

/** What is read out and not shown; `id` tells two alike apart. */
export const announced = createStore<{ readonly id: number; readonly text: string }>({ id: 0, text: '' });
let next: string | null = null;

/**
 * Says what just happened in the text to a screen reader. Who sees it is not told, and does not wait: it is said after the frame that
 * shows it, and of what comes in one frame the last.
 */
export function announce(key: MessageKey, values: MessageValues = {}): void {
  const isOnItsWay = next !== null;
  next = t(key, values);
  if (isOnItsWay) return;
  afterPaint(() => {
    const text = next ?? '';
    next = null;
    announced.set(({ id }) => ({ id: id + 1, text }));
  });
}
