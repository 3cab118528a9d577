/**
 * What of Electron the desktop shell uses, without Electron: every member is held to Electron's own types, does the
 * least that is true to its documentation, and writes down what was asked of it. Utility processes are real processes.
 * Used with `vi.mock('electron', () => import('./double.ts'))`.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Electron from 'electron';

/** The members of an Electron class or module that are doubled; `on` and `once` are Node's. */
type Some<T, K extends keyof T> = Pick<T, K>;

/** Everything written down, and what the user of the double decides. */
export const world = {
  folder: '',
  answers: {
    open: { canceled: true, filePaths: [] } as Electron.OpenDialogReturnValue,
    save: { canceled: true, filePath: '' } as Electron.SaveDialogReturnValue,
    message: 1,
  },
  asked: [] as { readonly kind: string; readonly options: unknown }[],
  openedOutside: [] as string[],
  windows: [] as BrowserWindow[],
  menu: [] as Electron.MenuItemConstructorOptions[],
  engines: [] as UtilityProcess[],
  privileged: [] as Electron.CustomScheme[],
  exposed: {} as Record<string, unknown>,
  printed: [] as { readonly page: string; readonly options: Electron.PrintToPDFOptions }[],
  quits: 0,
};

class App extends EventEmitter implements Some<Electron.App, 'requestSingleInstanceLock' | 'isReady' | 'setPath'> {
  #ready = false;
  readonly #paths = new Map<string, string>();
  firstInstance = true;

  requestSingleInstanceLock(): boolean {
    return this.firstInstance;
  }
  isReady(): boolean {
    return this.#ready;
  }
  async whenReady(): Promise<void> {
    this.#ready = true;
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? join(world.folder, name);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPreferredSystemLanguages(): string[] {
    return ['nb-NO', 'en-GB'];
  }
  /** Asks `before-quit` first, as Electron does; a prevented one ends the attempt. */
  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) world.quits++;
  }
}
export const app = new App();

export class WebContents
  extends EventEmitter
  implements Some<Electron.WebContents, 'isDestroyed' | 'printToPDF' | 'reload' | 'send' | 'setWindowOpenHandler'>
{
  readonly mainFrame = { url: 'about:blank' };
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;
  destroyed = false;
  reloads = 0;

  isDestroyed(): boolean {
    return this.destroyed;
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    world.printed.push({ page: readFileSync(this.mainFrame.url, 'utf8'), options });
    return Buffer.from('%PDF-');
  }
  reload(): void {
    this.reloads++;
  }
  send(channel: string, ...values: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    // Listeners of the page run later and get copies, as over a real process boundary.
    const copies = structuredClone(values);
    queueMicrotask(() => ipcRenderer.emit(channel, {}, ...copies));
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow
  extends EventEmitter
  implements
    Some<
      Electron.BrowserWindow,
      | 'destroy'
      | 'focus'
      | 'isDestroyed'
      | 'isMaximized'
      | 'isMinimized'
      | 'loadFile'
      | 'loadURL'
      | 'maximize'
      | 'restore'
      | 'setTitle'
      | 'show'
    >
{
  readonly webContents = new WebContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  title = '';
  focused = 0;
  shown = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    world.windows.push(this);
    app.emit('browser-window-created', {}, this);
  }
  async loadURL(address: string): Promise<void> {
    this.webContents.mainFrame.url = address;
    this.emit('ready-to-show');
  }
  async loadFile(path: string): Promise<void> {
    this.webContents.mainFrame.url = path;
  }
  /** Closes without asking. */
  destroy(): void {
    this.webContents.destroyed = true;
    world.windows = world.windows.filter((window) => window !== this);
  }
  setTitle(title: string): void {
    this.title = title;
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused++;
  }
  restore(): void {}
  maximize(): void {}
  isMaximized(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed;
  }
  getNormalBounds(): Electron.Rectangle {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }
  /** Asks `close` first, as Electron does; a prevented one leaves the window as it is. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.webContents.destroyed = true;
    this.emit('closed');
  }
}

class IpcMain extends EventEmitter {}
export const ipcMain = new IpcMain();

class IpcRenderer extends EventEmitter {
  /** Sends as the page of the newest window would. */
  send(channel: string, ...values: unknown[]): void {
    const window = world.windows.at(-1);
    if (window === undefined) throw new Error('There is no window to send from.');
    const copies = structuredClone(values);
    const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    queueMicrotask(() => ipcMain.emit(channel, event, ...copies));
  }
}
export const ipcRenderer = new IpcRenderer();

export const contextBridge: Some<Electron.ContextBridge, 'exposeInMainWorld'> = {
  exposeInMainWorld(name, api) {
    world.exposed[name] = api;
  },
};

class Session extends EventEmitter implements Some<Electron.Session, 'setSpellCheckerEnabled'> {
  spelling = true;
  mayRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;
  mayCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;
  mayUseDevice: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null;
  beforeRequest: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | null = null;
  handlers = new Map<string, (request: Request) => Response | Promise<Response>>();

  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<Session['beforeRequest']>) => {
      this.beforeRequest = listener;
    },
  };
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      this.handlers.set(scheme, handler);
    },
  };
  setSpellCheckerEnabled(on: boolean): void {
    this.spelling = on;
  }
  setPermissionRequestHandler(handler: Session['mayRequest']): void {
    this.mayRequest = handler;
  }
  setPermissionCheckHandler(handler: Session['mayCheck']): void {
    this.mayCheck = handler;
  }
  setDevicePermissionHandler(handler: Session['mayUseDevice']): void {
    this.mayUseDevice = handler;
  }
}
export const session = { defaultSession: new Session() };

export const protocol: Some<Electron.Protocol, 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady()) throw new Error('Schemes are registered before the app is ready.');
    world.privileged.push(...schemes);
  },
};

export const dialog = {
  async showOpenDialog(_window: unknown, options: Electron.OpenDialogOptions) {
    world.asked.push({ kind: 'open', options });
    return world.answers.open;
  },
  async showSaveDialog(_window: unknown, options: Electron.SaveDialogOptions) {
    world.asked.push({ kind: 'save', options });
    return world.answers.save;
  },
  async showMessageBox(...args: readonly unknown[]) {
    world.asked.push({ kind: 'message', options: args.at(-1) });
    return { response: world.answers.message, checkboxChecked: false };
  },
};

export const shell: Some<Electron.Shell, 'openExternal'> = {
  async openExternal(address) {
    world.openedOutside.push(address);
  },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

export const powerMonitor = new EventEmitter();

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => {
    world.menu = template;
  },
};

export class UtilityProcess extends EventEmitter implements Some<Electron.UtilityProcess, 'kill' | 'postMessage'> {
  readonly #child;

  constructor(entry: string, args: readonly string[]) {
    super();
    this.#child = fork(entry, [...args], { serialization: 'advanced', execArgv: [] });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
    world.engines.push(this);
  }
  get pid(): number | undefined {
    return this.#child.pid;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }
}

export const utilityProcess = {
  fork: (entry: string, args: string[] = [], _options?: Electron.ForkOptions) => new UtilityProcess(entry, args),
};

/** Fails to compile when Electron has no export of one of these names. */
export const doubled = [
  'app',
  'BrowserWindow',
  'contextBridge',
  'dialog',
  'ipcMain',
  'ipcRenderer',
  'Menu',
  'powerMonitor',
  'protocol',
  'screen',
  'session',
  'shell',
  'utilityProcess',
] as const satisfies readonly (keyof typeof Electron)[];
