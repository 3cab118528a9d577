import type { Page } from '@playwright/test';

/** How long a page is kept busy, in milliseconds: longer than it takes to hand it some keys. */
const LONG = 500;

/** Has the page do nothing but work for a while, from now on, so that what is done to it meanwhile comes all at once. */
export async function keepBusy(page: Page): Promise<void> {
  await page.evaluate(
    (duration) =>
      new Promise<void>((begun) =>
        setTimeout(() => {
          begun();
          const end = performance.now() + duration;
          while (performance.now() < end);
        }),
      ),
    LONG,
  );
}
