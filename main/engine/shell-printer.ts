import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintPage } from '../app/index.ts';
import { LecternError, type Port } from '../contract/index.ts';
import { printFailure } from '../host/index.ts';
import type { Printed } from './printing.ts';

/** The port to the shell without what concerns printing, and a printer that asks the shell. */
export interface PrintingPort {
  readonly port: Port;
  readonly print: PrintPage;
}

/**
 * Lets the shell print, which has a browser of its own. Pages and sheets lie in the spool folder; messages carry the name
 * alone.
 */
export function shellPrinter(port: Port, spool: string): PrintingPort {
  const waiting = new Map<string, (printed: Printed) => void>();

  const print: PrintPage = async (html, cancelled) => {
    const name = `print-${randomBytes(16).toString('hex')}`;
    const page = join(spool, `${name}.html`);
    const sheets = join(spool, `${name}.pdf`);
    try {
      await writeFile(page, html, { mode: 0o600, flag: 'wx' });
      const printed = await new Promise<Printed>((resolve) => {
        waiting.set(name, resolve);
        port.post({ print: name });
      });
      if (cancelled()) throw new LecternError('cancelled', 'The export was cancelled.');
      if (printed.failed !== undefined) throw new Error(printed.failed);
      return new Uint8Array(await readFile(sheets));
    } catch (cause) {
      throw printFailure(cause);
    } finally {
      waiting.delete(name);
      await Promise.all([rm(page, { force: true }), rm(sheets, { force: true })]);
    }
  };

  return {
    print,
    port: {
      post: (message) => port.post(message),
      onClose: (listener) => port.onClose(listener),
      close: () => port.close(),
      onMessage: (listener) =>
        port.onMessage((message) => {
          const printed = readPrinted(message);
          if (printed === undefined) listener(message);
          else waiting.get(printed.printed)?.(printed);
        }),
    },
  };
}

function readPrinted(message: unknown): Printed | undefined {
  if (typeof message !== 'object' || message === null || !('printed' in message)) return undefined;
  if (typeof message.printed !== 'string') return undefined;
  return 'failed' in message && typeof message.failed === 'string'
    ? { printed: message.printed, failed: message.failed }
    : { printed: message.printed };
}
