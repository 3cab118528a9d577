import type { Page } from '@playwright/test';

/** How a scroll went, by the frames' own time stamps: a frame in whose place two were left out took 50 ms, and not more. */
export interface Scroll {
  /** Frames that took more than 50 ms. */
  readonly slow: number;
  /** The longest frame, in milliseconds. */
  readonly longest: number;
  /** Frames in which no paragraph was on a third of the screen or more; 0 where nobody looked. */
  readonly blank: number;
}

const SCREENS = 200;

/**
 * Scrolls by 200 screens, one every frame, and back where the text ends sooner.
 * @param scroller selects what scrolls
 * @param row selects paragraphs, where it is to be seen whether they were there in time
 */
export async function scroll(page: Page, scroller: string, row: string | null): Promise<Scroll> {
  return page.evaluate(
    async ([scrollerName, rowName, screens]) => {
      const pane = document.querySelector(scrollerName);
      if (!pane) throw new Error(`There is no ${scrollerName}.`);
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const { top, bottom } = pane.getBoundingClientRect();
      const isBlank = (name: string) => {
        const heights = Array.from(document.querySelectorAll(name), (each) => {
          const box = each.getBoundingClientRect();
          return Math.max(0, Math.min(bottom, box.bottom) - Math.max(top, box.top));
        });
        return heights.reduce((sum, height) => sum + height, 0) < ((bottom - top) * 2) / 3;
      };
      let direction = 1;
      let slow = 0;
      let longest = 0;
      let blank = 0;
      let before = await frame();
      for (let screen = 0; screen < screens; screen++) {
        const at = pane.scrollTop;
        pane.scrollTop += direction * pane.clientHeight;
        if (pane.scrollTop === at) direction = -direction;
        const now = await frame();
        if (Math.round(now - before) > 50) slow++;
        longest = Math.max(longest, now - before);
        before = now;
        if (rowName !== null && isBlank(rowName)) blank++;
      }
      return { slow, longest, blank };
    },
    [scroller, row, SCREENS] as const,
  );
}

/** Shows 200 screens by putting other paragraphs in the place of those there, one every frame: less than that no reader can do. */
export async function turn(page: Page): Promise<Omit<Scroll, 'blank'>> {
  return page.evaluate(async (screens) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let slow = 0;
    let longest = 0;
    let before = await frame();
    for (let screen = 0; screen < screens; screen++) {
      window.plainPage?.turn?.(screen);
      const now = await frame();
      if (Math.round(now - before) > 50) slow++;
      longest = Math.max(longest, now - before);
      before = now;
    }
    return { slow, longest };
  }, SCREENS);
}
