import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The address of the page that draws PDF pages in a frame of the window. */
export const FACSIMILE = '/facsimile.html';

/**
 * The policy of that page. It reads what strangers wrote, so it has an origin of its own, which no script, storage or key of the
 * window belongs to; runs the one program it carries and that program's worker; and fetches, sends, opens and embeds nothing.
 * Undefined where the bundle has no such page.
 */
export async function facsimilePolicy(renderer: string): Promise<string | undefined> {
  const hash = await readFile(join(renderer, 'facsimile.hash'), 'utf8').catch(() => undefined);
  if (hash === undefined) return undefined;
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    // Pictures of scans are decoded by WebAssembly, which the page carries too.
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
