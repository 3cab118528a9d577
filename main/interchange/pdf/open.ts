import type { PDFDocumentProxy } from 'pdfjs-dist';
import { LecternError } from '../../../db/model/index.ts';

/** More pages than the largest edition has. */
const MOST_PAGES = 20_000;

/**
 * Opens a PDF with pdf.js: no scripts, no fonts and no character maps from outside, nothing drawn, nothing fetched. The
 * library and what it does its work with are loaded only here, because most notebooks hold no PDF on most days.
 * @throws LecternError `password-needed`, `wrong-password`, `damaged-file`, `too-large`
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  name: string,
  password: string | undefined,
  work: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  // Drawing is what these are for; without them pdf.js complains to the terminal that it cannot draw.
  for (const drawing of ['DOMMatrix', 'Path2D'])
    if (!(drawing in globalThis)) Object.assign(globalThis, { [drawing]: class {} });
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  hearStrayFailures();
  // Where pdf.js looks for its worker before it would load a file: it then works in this very thread.
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = pdfjs.getDocument({
    // pdf.js keeps what it is given, and the import still needs the bytes.
    data: Uint8Array.from(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new LecternError('too-large', `“${name}” has too many pages.`, { name });
    return await work(document);
  } catch (error) {
    if (error instanceof LecternError) throw error;
    const { name: kind = '', message = '' } = error instanceof Error ? error : {};
    if (kind === 'PasswordException') {
      throw password === undefined
        ? new LecternError('password-needed', `“${name}” is protected by a password.`, { name })
        : new LecternError('wrong-password', `“${name}” is not opened by this password.`, { name });
    }
    throw new LecternError('damaged-file', `“${name}” is damaged: ${message.replace(/\.$/, '')}.`, { name });
  } finally {
    await task.destroy();
  }
}

let hearing = false;

/**
 * In broken files pdf.js abandons work whose failure nobody waits for, which would end the process. What it was asked for
 * fails all the same and is told; failures of anybody else stay what they were.
 */
function hearStrayFailures(): void {
  if (hearing) return;
  hearing = true;
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof Error) || !reason.stack?.includes('pdf.worker')) throw reason;
  });
}
