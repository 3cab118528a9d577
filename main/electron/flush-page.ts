import type { FromShell, Port } from '../contract/index.ts';

/** How long a page may take to save, in milliseconds. */
const LIMIT = 3_000;

/** Asks a page to save what is unsaved; waits until it says that it has, is gone, or took too long. */
export function flushPage(page: Port): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, LIMIT);
    const done = () => {
      clearTimeout(limit);
      resolve();
    };
    page.onMessage((message) => {
      if (typeof message === 'object' && message !== null && 'flushed' in message) done();
    });
    page.onClose(done);
    page.post({ flush: true } satisfies FromShell);
  });
}
