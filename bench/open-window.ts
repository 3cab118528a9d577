import { type BrowserContext, chromium, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { startLectern } from '../tests/e2e/support/app.ts';

/** A notebook in the real window, in a Chromium started as the end-to-end tests start it. */
export interface OpenWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The address, for another window on the same notebook. */
  readonly url: string;
  close(): Promise<void>;
}

export async function openWindow(notebook: string): Promise<OpenWindow> {
  const app = await startLectern(notebook);
  const { launchOptions = {}, viewport, locale } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ ...(viewport && { viewport }), ...(locale && { locale }) });
  const page = await context.newPage();
  await page.goto(app.url);
  return {
    page,
    context,
    url: app.url,
    async close() {
      await browser.close();
      await app.stop();
    },
  };
}

/** A number asked for on the command line as `--name=NUMBER`, or the usual one. */
export function asked(words: readonly string[], name: string, usual: number): number {
  const number = Number(words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3));
  return number > 0 ? number : usual;
}
