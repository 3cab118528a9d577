import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import config from '../../playwright.config.ts';

/** A page in a browser that nothing was done in before. */
export interface FreshPage {
  readonly page: Page;
  /** Makes the processor so many times slower for the page; 1 is as fast as it is. */
  slowDown(times: number): Promise<void>;
  /**
   * Megabytes of the page's process after its garbage is collected: its own, and its part of what it shares with other processes.
   * NaN where the system is not Linux.
   */
  memory(): Promise<number>;
  /** The same once nothing was drawn for some seconds, when the browser has given back what it drew with. */
  memoryAtRest(): Promise<number>;
  close(): Promise<void>;
}

/** How long after the last frame Chromium has given back the pixels of what is not on the screen, in milliseconds. */
const AT_REST = 10_000;

/** Starts a browser as the end-to-end tests do. */
export async function freshPage(): Promise<FreshPage> {
  const { launchOptions = {}, viewport, locale } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ ...(viewport && { viewport }), ...(locale && { locale }) });
  const page = await context.newPage();
  const ofPage = await context.newCDPSession(page);
  const ofBrowser = await browser.newBrowserCDPSession();

  const memory = async () => {
    // What looks for things in a page is a program in it, of 3.5 MB, and once more for what is asked of an element: both are to be in every
    // page, whether something was looked for or not.
    await page.getByRole('main').count();
    await page.locator('html').boundingBox();
    await ofPage.send('HeapProfiler.collectGarbage');
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
    // A browser keeps spare processes; the page's is the one that did the work.
    const [busiest] = processInfo
      .filter(({ type }) => type === 'renderer')
      .sort((one, other) => other.cpuTime - one.cpuTime);
    return busiest && process.platform === 'linux' ? proportionalSetSize(busiest.id) : Number.NaN;
  };

  return {
    page,
    slowDown: async (rate) => {
      await ofPage.send('Emulation.setCPUThrottlingRate', { rate });
    },
    memory,
    async memoryAtRest() {
      await page.mouse.move(0, 0);
      await page.waitForTimeout(AT_REST);
      return memory();
    },
    close: () => browser.close(),
  };
}

/** A press and a release where the pointer is. What begins with a press is measured before the release, which is a deed of its own. */
export async function click(page: Page): Promise<void> {
  await page.mouse.down();
  await page.mouse.up();
}

/** Longer than three beats of the screen, in milliseconds. */
const STILL = 60;

/**
 * Lets the page finish what an act left to be done after the paint, and then stand still, as it does before a hand's next press: what is done
 * while frames are drawn waits for the next beat of the screen, whatever the program takes.
 */
export function rest(page: Page): Promise<void> {
  return page.evaluate(
    ([still, patience]) =>
      new Promise<void>((resolve) =>
        requestIdleCallback(() => requestIdleCallback(() => setTimeout(resolve, still), patience), patience),
      ),
    [STILL, { timeout: 500 }] as const,
  );
}

/** Megabytes, as the kernel counts them: https://docs.kernel.org/filesystems/proc.html, `smaps_rollup`. */
function proportionalSetSize(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}
