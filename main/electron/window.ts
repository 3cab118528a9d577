import { BrowserWindow, type Session, screen } from 'electron';
import type { App } from '../app/index.ts';
import { type FromShell, type Hello, type NotebookStatus, type Port, PROTOCOL_VERSION } from '../contract/index.ts';
import { serve } from '../engine/index.ts';
import { bridgeWindow } from './bridge.ts';
import { answerPicks } from './dialogs.ts';
import { flushPage } from './flush-page.ts';
import { guardWindow } from './guard.ts';
import { PAGE } from './scheme.ts';
import { LEAST, placeFor, rememberPlace } from './window-state.ts';
import type { Words } from './words.ts';

export interface WindowOptions {
  readonly app: App;
  readonly session: Session;
  readonly preload: string;
  /** Where the place of the window is written down, and what was written last. */
  readonly statePath: string;
  readonly state: unknown;
  /** The folder the dialogs begin in. */
  readonly notebooks: string;
  readonly words: () => Words;
}

/** The window with its page behind it, and ways to speak to the page. */
export interface LecternWindow {
  readonly window: BrowserWindow;
  /** Sends a command of the menu. */
  send(command: string): void;
  /** Lets the page open a notebook, once it has saved what is in the one now open; false where there is no page. */
  openNotebook(path: string): boolean;
  /** Closes the window, once the page has saved or taken too long. */
  close(): Promise<void>;
}

/** Opens the window on the page and puts the app behind it. */
export function openWindow(options: WindowOptions): LecternWindow {
  const { app, session, words } = options;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { bounds, maximised } = placeFor(options.state, areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    title: 'Lectern',
    show: false,
    webPreferences: {
      session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  let page: Port | undefined;
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, options.statePath);
  guardWindow(window, words);
  entitle(window, app);
  // A page that died has lost nothing that was saved; loaded again it shows the notebook as it is.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    page = undefined;
    if (reason !== 'clean-exit') window.webContents.reload();
  });

  let closing: Promise<void> | undefined;
  let flushed = false;
  const close = async () => {
    if (page !== undefined) await flushPage(page);
    flushed = true;
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (flushed || page === undefined) return;
    event.preventDefault();
    closing ??= close();
  });

  bridgeWindow(window, (port) => {
    page = port;
    port.post({ hello: hello() });
    answerPicks(port, window, options.notebooks, words);
    serve(app, port);
  });
  void window.loadURL(PAGE);
  return {
    window,
    send: (command) => page?.post({ command } satisfies FromShell),
    openNotebook(path) {
      page?.post({ open: path } satisfies FromShell);
      return page !== undefined;
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function hello(): Hello {
  return { protocol: PROTOCOL_VERSION, shell: 'electron', platform: process.platform, nativeDialogs: true };
}

/** Names the window after the notebook; the page's own title is not used. */
function entitle(window: BrowserWindow, app: App): void {
  const show = ({ open, name }: NotebookStatus) => window.setTitle(open ? `${name} – Lectern` : 'Lectern');
  window.on('page-title-updated', (event) => event.preventDefault());
  const unsubscribe = app.subscribe((event) => {
    if (event.event === 'notebook') show(event.data);
    else if (event.event === 'engine' && event.data.notebook !== null) show(event.data.notebook);
  });
  window.once('closed', unsubscribe);
  // A window opened later finds a notebook open already.
  void app.handle('notebook.status', {}).then((answer) => {
    if ('output' in answer && !window.isDestroyed()) show(answer.output as NotebookStatus);
  });
}
