import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { Port } from '../contract/index.ts';
import { isOurs } from './scheme.ts';
import { OPEN, TO_SHELL, TO_WINDOW } from './wire.ts';

/**
 * Gives each loaded page of the window a port. A page that is loaded again gets a new one; the old one closes.
 * Messages from any other frame, and from any page but ours, are not heard.
 */
export function bridgeWindow(window: BrowserWindow, open: (port: Port) => void): void {
  const { webContents } = window;
  let current: { hear: (message: unknown) => void; end: () => void } | undefined;

  const admitted = (event: IpcMainEvent) =>
    event.sender === webContents &&
    event.senderFrame !== null &&
    event.senderFrame === webContents.mainFrame &&
    isOurs(event.senderFrame.url);

  const onOpen = (event: IpcMainEvent) => {
    if (!admitted(event)) return;
    current?.end();
    const page = newPage((message) => {
      if (!webContents.isDestroyed()) webContents.send(TO_WINDOW, message);
    });
    current = page;
    open(page.port);
  };
  const onMessage = (event: IpcMainEvent, message: unknown) => {
    if (admitted(event)) current?.hear(message);
  };

  ipcMain.on(OPEN, onOpen);
  ipcMain.on(TO_SHELL, onMessage);
  window.once('closed', () => {
    ipcMain.off(OPEN, onOpen);
    ipcMain.off(TO_SHELL, onMessage);
    current?.end();
  });
}

function newPage(send: (message: unknown) => void) {
  const messages: ((message: unknown) => void)[] = [];
  const closings: (() => void)[] = [];
  let open = true;
  const end = () => {
    if (!open) return;
    open = false;
    for (const listener of closings) listener();
  };
  const port: Port = {
    post: (message) => {
      if (open) send(message);
    },
    onMessage: (listener) => messages.push(listener),
    onClose: (listener) => closings.push(listener),
    close: end,
  };
  const hear = (message: unknown) => {
    if (open) for (const listener of messages) listener(message);
  };
  return { port, hear, end };
}
