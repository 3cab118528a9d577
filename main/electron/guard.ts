import { type BrowserWindow, dialog, type Session, shell, type WebContents } from 'electron';
import { isOurs } from './scheme.ts';
import type { Words } from './words.ts';

/** Denies a session every permission and every request that leaves the program. */
export function guardSession(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isHarmless(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isHarmless(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
  session.on('will-download', (event, item) => {
    // Without a path set here Electron asks the user where the file goes.
    if (!isLocal(item.getURL())) event.preventDefault();
  });
}

/** Keeps a window on its page: no other page in it, no second window, no frame with rights of its own. */
export function guardWindow(window: BrowserWindow, words: () => Words): void {
  const contents: WebContents = window.webContents;
  const keep = (event: { preventDefault(): void }, address: string) => {
    if (isOurs(address)) return;
    event.preventDefault();
    void openOutside(window, address, words());
  };
  contents.on('will-navigate', (event) => keep(event, event.url));
  contents.on('will-redirect', (event) => keep(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(window, url, words());
    return { action: 'deny' };
  });
}

const HANDED_ON = new Set(['https:', 'http:', 'mailto:']);

/** Hands an address to the user's browser or post program, when it is one for them and the user agrees. */
async function openOutside(window: BrowserWindow, address: string, words: Words): Promise<void> {
  const url = URL.parse(address);
  if (url === null || !HANDED_ON.has(url.protocol)) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words('shell.openLink'),
    detail: url.href,
    buttons: [words('shell.openLinkYes'), words('shell.openLinkNo')],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url.href);
}

/** “Copy with citation” writes to the clipboard; nothing else a page could ask for is of use to Lectern. */
function isHarmless(permission: string): boolean {
  return permission === 'clipboard-sanitized-write' || permission === 'fullscreen';
}

/** Addresses that never leave the program: its own, and what a page makes up for itself. */
function isLocal(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  // The frame that draws pages has no origin, and its worker is of its own making.
  if (url.protocol === 'blob:') return isOurs(url.pathname) || url.pathname.startsWith('null/');
  return isOurs(address) || url.protocol === 'data:' || url.protocol === 'devtools:';
}
