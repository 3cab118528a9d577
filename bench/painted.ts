import type { JSHandle, Page } from '@playwright/test';

/** Runs in the page: whether what is waited for is there. */
type Ready = () => boolean;

/** After how many milliseconds what was to be painted is given up: far more than the slowest of what is measured takes. */
const NEVER = 300_000;

/**
 * Times, inside the page, the way from the next input event of a type to the end of the first rendering step in which
 * something is there: `await painted(page, 'keydown', ready, () => page.keyboard.press('1'))`.
 *
 * The end of a rendering step is a task posted from a frame's callback, which runs after style, layout and paint. It is of the highest
 * priority: the browser puts off others after a press, until whatever that leads to is drawn too.
 * @returns milliseconds, from the event's own time stamp
 */
export async function painted(
  page: Page,
  event: 'keydown' | 'click' | 'pointerdown' | 'input',
  ready: JSHandle<Ready>,
  act: () => Promise<void>,
): Promise<number> {
  const armed = await page.evaluateHandle(
    ([type, isReady, never]) => {
      const time = new Promise<number>((resolve, reject) => {
        const patience = setTimeout(() => reject(new Error(`${type}: what was to be painted never was.`)), never);
        window.addEventListener(
          type,
          ({ timeStamp }) => {
            const look = () => {
              if (!isReady()) requestAnimationFrame(look);
              else {
                clearTimeout(patience);
                void scheduler.postTask(() => resolve(performance.now() - timeStamp), { priority: 'user-blocking' });
              }
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
      return { time };
    },
    [event, ready, NEVER] as const,
  );
  await act();
  const time = await armed.evaluate(({ time }) => time);
  await armed.dispose();
  return time;
}

/**
 * Whether what is selected now is a highlight in focus, as it is at once when a key marks it: the line under the highlight in focus is another one,
 * drawn together with the colours. Of these nothing may be seen to change, where many of that colour lie upon each other already.
 */
export function selectionIsMarked(page: Page): Promise<JSHandle<Ready>> {
  return page.evaluateHandle(() => {
    const [selected] = CSS.highlights.get('lectern-selection') ?? [];
    if (!selected || selected.collapsed) throw new Error('Nothing is selected.');
    const line = () => document.querySelector('.reader-bands [data-look="focus"]')?.getAttribute('d');
    const before = line();
    return () => Boolean(line()) && line() !== before;
  });
}
