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

/** How a mark of the words selected now is told. */
export interface Mark {
  /** The line under the highlight in focus, which is drawn together with the colours, is another one. */
  readonly isMarked: JSHandle<Ready>;
  /** @throws Error where it is not under these words, from their left to their right */
  check(): Promise<void>;
}

export async function markOfSelection(page: Page): Promise<Mark> {
  const selection = await page.evaluateHandle(() => {
    // Of several rows each has a range.
    const rects = Array.from(CSS.highlights.get('lectern-selection') ?? [], (selected) => {
      const words = new Range();
      words.setStart(selected.startContainer, selected.startOffset);
      words.setEnd(selected.endContainer, selected.endOffset);
      return words.getBoundingClientRect();
    });
    if (rects.length === 0) throw new Error('Nothing is selected.');
    const place = {
      left: Math.min(...rects.map(({ left }) => left)),
      right: Math.max(...rects.map(({ right }) => right)),
      bottom: Math.max(...rects.map(({ bottom }) => bottom)),
    };
    const line = () => document.querySelector('.reader-bands [data-look="focus"]');
    return { place, before: line()?.getAttribute('d'), line };
  });
  const isMarked = await page.evaluateHandle(
    ({ before, line }) =>
      () => {
        const now = line()?.getAttribute('d');
        return Boolean(now) && now !== before;
      },
    selection,
  );
  return {
    isMarked,
    async check() {
      const { place, line } = await selection.evaluate(({ place, line }) => ({
        place,
        line: line()?.getBoundingClientRect().toJSON() as DOMRect | undefined,
      }));
      const isUnder =
        line !== undefined &&
        Math.abs(line.left - place.left) < 1 &&
        Math.abs(line.right - place.right) < 1 &&
        Math.abs(line.bottom - place.bottom) < 4;
      if (!isUnder) throw new Error(`What was marked is elsewhere: ${JSON.stringify({ place, line })}`);
      await isMarked.dispose();
      await selection.dispose();
    },
  };
}
