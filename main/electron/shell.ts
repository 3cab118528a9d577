import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dialog, Menu, powerMonitor, app as program, session } from 'electron';
import type { App, Log } from '../app/index.ts';
import type { CallOptions } from '../contract/index.ts';
import { EngineProcess } from '../engine/index.ts';
import {
  createSpoolFolder,
  here,
  openSpool,
  type ProgramFiles,
  preferencesFile,
  removeFolder,
  userPlaces,
} from '../host/index.ts';
import { utilityEngine } from './engine.ts';
import { guardSession } from './guard.ts';
import { menuTemplate } from './menu.ts';
import { notebookIn } from './open-file.ts';
import { printPage } from './print.ts';
import { handleScheme, registerScheme } from './scheme.ts';
import { type LecternWindow, openWindow } from './window.ts';
import { chooseLanguage, type Words, wordsIn } from './words.ts';

const log: Log = {
  error: (message) => {
    process.stderr.write(`lectern: ${message}\n`);
  },
};

/**
 * Runs the desktop program: one instance a user, one window, one engine. To be called before Electron is ready.
 * @param preload path of the bundled preload script
 */
export function runShell(files: ProgramFiles, preload: string): void {
  const places = userPlaces(here(files.resources, program.getPath('documents')));
  // Chromium's own files lie apart from the user's preferences; the lock of the single instance lies with them.
  program.setPath('userData', join(dirname(places.preferences), 'window'));
  if (!program.requestSingleInstanceLock()) {
    program.quit();
    return;
  }
  registerScheme();

  const spoolFolder = createSpoolFolder();
  const engine = new EngineProcess({
    spawn: () =>
      utilityEngine(files.engine, {
        spool: spoolFolder,
        reading: files.reading,
        tending: files.tending,
        places,
        prints: true,
      }),
    clock: Date.now,
    wait: (milliseconds) => wait(milliseconds),
    log,
    printPage: (name) => printPage(spoolFolder, name),
  });
  const preferences = preferencesFile(places.preferences);
  const statePath = join(dirname(places.preferences), 'window.json');
  let shown: LecternWindow | undefined;
  let words: Words = wordsIn('en');
  let waiting = notebookIn(process.argv, process.cwd());

  const app = tellsOfLanguage(engine, (language) => {
    words = wordsIn(chooseLanguage(language, program.getPreferredSystemLanguages()));
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, words, (id) => shown?.send(id))));
  });

  let opening: Promise<void> | undefined;
  /** Opens the window, once however often it is asked while it opens. */
  function show(): Promise<void> {
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  async function open(): Promise<void> {
    shown = openWindow({
      app,
      session: session.defaultSession,
      preload,
      statePath,
      state: await preferencesFile(statePath).read(),
      notebooks: places.notebooks,
      words: () => words,
    });
    shown.window.once('closed', () => {
      shown = undefined;
    });
  }

  async function openNotebook(path: string): Promise<void> {
    if (shown?.openNotebook(path)) return;
    const opened = await app.handle('notebook.open', { path });
    if (!('failure' in opened)) return;
    const sentence = words(`failure.${opened.failure.code}`);
    const options = { type: 'error' as const, message: sentence, detail: path };
    await (shown === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(shown.window, options));
  }

  /** Brings the window to the front, opening one where there is none. */
  function comeForward(path: string | undefined): void {
    if (shown === undefined) void show();
    else {
      if (shown.window.isMinimized()) shown.window.restore();
      shown.window.focus();
    }
    if (path !== undefined) void openNotebook(path);
  }

  program.on('second-instance', (_event, argv, folder) => comeForward(notebookIn(argv, folder)));
  program.on('open-file', (event, path) => {
    event.preventDefault();
    if (program.isReady()) comeForward(path);
    else waiting = path;
  });
  program.on('activate', () => comeForward(undefined));
  program.on('window-all-closed', () => {
    if (process.platform !== 'darwin') program.quit();
  });
  endInOrder(async () => {
    await shown?.close();
    await engine.close();
    removeFolder(spoolFolder);
  });

  void program.whenReady().then(async () => {
    guardSession(session.defaultSession);
    handleScheme(session.defaultSession, files.renderer, openSpool(spoolFolder));
    const chosen = await preferences.read();
    app.languageIs(languageOf(chosen));
    await show();
    if (waiting !== undefined) await openNotebook(waiting);
  });
}

/**
 * Runs `close` before the program, or the session of the user, ends.
 * @param close lets the page save, then closes the window and the notebook
 */
function endInOrder(close: () => Promise<void>): void {
  let ended = false;
  let ending: Promise<void> | undefined;
  let quitting = false;
  const end = () => {
    ending ??= close().finally(() => {
      ended = true;
    });
    return ending;
  };
  const quit = () => {
    if (quitting) return;
    quitting = true;
    void end().finally(() => program.quit());
  };
  program.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    quit();
  });
  program.on('browser-window-created', (_event, window) => {
    // Windows ends the session without asking the program to quit.
    window.on('session-end', () => void end());
  });
  void program.whenReady().then(() => {
    // Electron's declarations leave out the event its documentation speaks of.
    powerMonitor.on('shutdown', (...[event]: { preventDefault(): void }[]) => {
      // Asks the system to wait for as long as closing takes.
      event?.preventDefault();
      quit();
    });
  });
}

/** The same app, which also says when a window has chosen another language, so that the menu can follow. */
function tellsOfLanguage(app: App, languageIs: (language: unknown) => void): App & { languageIs: typeof languageIs } {
  return {
    languageIs,
    subscribe: (listener) => app.subscribe(listener),
    close: () => app.close(),
    async handle(method: string, input: unknown, options?: CallOptions) {
      const answer = await app.handle(method, input, options);
      if (method === 'preferences.set' && 'output' in answer) languageIs(languageOf(answer.output));
      return answer;
    },
  };
}

function languageOf(preferences: unknown): unknown {
  return typeof preferences === 'object' && preferences !== null && 'language' in preferences
    ? preferences.language
    : undefined;
}
