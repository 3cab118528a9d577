import type { JSHandle, Page } from '@playwright/test';

/** Runs in the page: whether what is waited for is there. */
type Ready = () => boolean;

/**
 * Times, inside the page, the way from the next input event of a type to the end of the first rendering step in which
 * something is there: `await painted(page, 'keydown', ready, () => page.keyboard.press('1'))`.
 *
 * The end of a rendering step is a message posted from a frame's callback, which arrives after style, layout and paint.
 * @returns milliseconds, from the event's own time stamp
 */
export async function painted(
  page: Page,
  event: 'keydown' | 'click' | 'pointerdown' | 'input',
  ready: JSHandle<Ready>,
  act: () => Promise<void>,
): Promise<number> {
  const armed = await page.evaluateHandle(
    ([type, isReady]) => {
      const time = new Promise<number>((resolve) => {
        window.addEventListener(
          type,
          ({ timeStamp }) => {
            const look = () => {
              if (!isReady()) requestAnimationFrame(look);
              else {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => resolve(performance.now() - timeStamp);
                port2.postMessage(null);
              }
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
      return { time };
    },
    [event, ready] as const,
  );
  await act();
  const time = await armed.evaluate(({ time }) => time);
  await armed.dispose();
  return time;
}
