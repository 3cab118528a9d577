import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';

/**
 * Prints `NAME.html` of the spool folder to `NAME.pdf` beside it, tagged and with an outline, in a window nobody sees that
 * runs no script and has a session of its own.
 */
export async function printPage(spool: string, name: string): Promise<void> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: 'print',
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    const { webContents } = window;
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // The page itself is the only thing that is loaded.
    const page = join(spool, `${name}.html`);
    await window.loadFile(page);
    const sheets = await webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    });
    await writeFile(join(spool, `${name}.pdf`), sheets, { mode: 0o600 });
  } finally {
    window.destroy();
  }
}
