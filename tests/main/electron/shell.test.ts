import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContentsWillFrameNavigateEventParams } from 'electron';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Desktop, startDesktop, until } from './desktop.ts';

vi.mock('electron', () => import('./double.ts'));
const double = vi.mocked(await import('electron')) as unknown as typeof import('./double.ts');
const { app, BrowserWindow, ipcMain, session, world } = double;

let desktop: Desktop;

beforeAll(async () => {
  desktop = await startDesktop(double);
});
afterAll(() => desktop.end());

const window = () => {
  const [first] = world.windows;
  if (first === undefined) throw new Error('There is no window.');
  return first;
};

describe('the window', () => {
  test('is sandboxed, isolated and without Node, and shows the page under its own scheme', () => {
    expect(window().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
    });
    expect(window().options.minWidth).toBe(900);
    expect(window().webContents.mainFrame.url).toBe('lectern://app/');
    expect(window().shown).toBe(true);
    expect(world.privileged).toEqual([
      { scheme: 'lectern', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test('stays on its page and opens no other', () => {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      const preventDefault = vi.fn();
      const details: Partial<WebContentsWillFrameNavigateEventParams> = { url: 'https://evil.example/' };
      window().webContents.emit(event, { ...details, preventDefault });
      expect(preventDefault, event).toHaveBeenCalledOnce();
    }
    const attach = vi.fn();
    window().webContents.emit('will-attach-webview', { preventDefault: attach });
    expect(attach).toHaveBeenCalledOnce();

    const stay = vi.fn();
    window().webContents.emit('will-navigate', { url: 'lectern://app/', preventDefault: stay });
    expect(stay).not.toHaveBeenCalled();
  });

  test('hands a web address to the browser only when the user agrees, and nothing else ever', async () => {
    const open = (url: string) =>
      window().webContents.openHandler?.({
        url,
        frameName: '',
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'no-referrer' },
      });
    const asked = () => world.asked.filter(({ kind }) => kind === 'message').length;
    const before = asked();
    world.answers.message = 1;
    expect(open('https://example.org/a')).toEqual({ action: 'deny' });
    await until(() => asked() === before + 1);
    expect(world.openedOutside).toEqual([]);

    world.answers.message = 0;
    open('https://example.org/b');
    await until(() => world.openedOutside.length > 0);
    expect(world.openedOutside).toEqual(['https://example.org/b']);

    const count = asked();
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'vbscript:x', 'no address']) {
      expect(open(url)).toEqual({ action: 'deny' });
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked()).toBe(count);
    expect(world.openedOutside).toHaveLength(1);
  });

  test('is loaded again when its process died', () => {
    const before = window().webContents.reloads;
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(window().webContents.reloads).toBe(before + 1);
  });
});

describe('the session', () => {
  test.each([
    ['https://example.org/', true],
    ['http://127.0.0.1:80/', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
    ['blob:https://example.org/1', true],
    ['lectern://elsewhere/', true],
    ['lectern://app/assets/index.js', false],
    ['blob:lectern://app/1', false],
    ['blob:null/1', false],
    ['data:image/png;base64,AA', false],
  ])('%s is stopped: %s', (url, cancel) => {
    const answer = vi.fn();
    session.defaultSession.beforeRequest?.({ url }, answer);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  test.each(['media', 'geolocation', 'notifications', 'hid', 'openExternal', 'clipboard-read', 'fileSystem'] as const)(
    '%s is denied',
    (permission) => {
      const answer = vi.fn();
      const contents = window().webContents as unknown as Electron.WebContents;
      const request = { isMainFrame: true, requestingUrl: 'lectern://app/' };
      session.defaultSession.mayRequest?.(
        contents,
        permission as 'media',
        answer,
        request as Electron.PermissionRequest,
      );
      expect(answer).toHaveBeenCalledWith(false);
    },
  );

  test('no spelling dictionaries are fetched', () => {
    expect(session.defaultSession.spelling).toBe(false);
  });

  test('only what Lectern itself hands out can be saved', () => {
    const save = (url: string) => {
      const preventDefault = vi.fn();
      session.defaultSession.emit('will-download', { preventDefault }, { getURL: () => url });
      return preventDefault.mock.calls.length === 0;
    };
    expect(save('lectern://app/download/abc')).toBe(true);
    expect(save('https://example.org/a.exe')).toBe(false);
  });
});

describe('the scheme', () => {
  const ask = (url: string, init?: RequestInit) => {
    const handler = session.defaultSession.handlers.get('lectern');
    if (handler === undefined) throw new Error('There is no handler for the scheme.');
    return handler(new Request(url, init));
  };

  test('serves the page with the strict policy', async () => {
    const response = await ask('lectern://app/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Lectern</title>');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test.each([
    ['lectern://elsewhere/', 403],
    ['lectern://app/..%2f..%2fetc%2fpasswd', 404],
    ['lectern://app/config/preferences.json', 404],
    ['lectern://app/download/..%2fpreferences', 404],
  ])('%s is answered with %i', async (url, status) => {
    expect((await ask(url)).status).toBe(status);
  });

  test('takes an upload and refuses to take one by GET', async () => {
    const response = await ask('lectern://app/upload?name=a.txt', { method: 'POST', body: 'Hei' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ upload: expect.stringMatching(/^[\w-]{32}$/) });
    expect((await ask('lectern://app/upload?name=a.txt')).status).toBe(405);
  });
});

describe('the bridge', () => {
  test('greets each page, and answers it', async () => {
    const line = desktop.openLine();
    expect(await line.hello).toMatchObject({ shell: 'electron', nativeDialogs: true });
    await expect(line.call('sources.get', { id: 'x' })).rejects.toMatchObject({ name: 'CallFailed' });
  });

  test('does not hear other frames, other pages and other windows', async () => {
    const heard: unknown[] = [];
    const port = desktop.port();
    port.onMessage((message) => heard.push(message));
    await until(() => heard.length > 0);
    const { webContents } = window();
    const stranger = new BrowserWindow({}).webContents;
    world.windows.pop();
    const message = { call: 7, method: 'preferences.get', input: {} };
    const ours = webContents.mainFrame;
    for (const event of [
      { sender: webContents, senderFrame: { url: 'lectern://app/' } },
      { sender: webContents, senderFrame: null },
      { sender: stranger, senderFrame: stranger.mainFrame },
    ]) {
      ipcMain.emit('lectern:to-shell', event, message);
    }
    ours.url = 'https://evil.example/';
    ipcMain.emit('lectern:to-shell', { sender: webContents, senderFrame: ours }, message);
    ours.url = 'lectern://app/';
    port.post({ call: 8, method: 'no.such', input: {} });
    await until(() => heard.some((each) => isAnswer(each, 8)));
    expect(heard.some((each) => isAnswer(each, 7))).toBe(false);
  });

  test.each([
    ['notebook', { filePaths: ['/home/ada/a.lectern'], canceled: false }, '/home/ada/a.lectern'],
    ['notebook', { filePaths: [], canceled: true }, null],
  ] as const)('asks for a %s in a native dialog', async (what, answer, path) => {
    world.answers.open = { canceled: answer.canceled, filePaths: [...answer.filePaths] };
    expect(await desktop.openLine().pick(what)).toBe(path);
  });

  test('gives a new notebook its ending, and takes a suggestion for a name, not for a place', async () => {
    world.answers.save = { canceled: false, filePath: '/home/ada/war' };
    expect(await desktop.openLine().pick('new-notebook', '../../etc/War')).toBe('/home/ada/war.lectern');
    const options = world.asked.findLast(({ kind }) => kind === 'save')?.options;
    expect(options).toMatchObject({ defaultPath: join(desktop.folder, 'notebooks', '.. .. etc War.lectern') });
  });
});

describe('the menu', () => {
  const entries = () => world.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

  test('speaks the language of the system and sends commands to the window', async () => {
    expect(world.menu.map(({ label }) => label)).toContain('Rediger');
    const commands: string[] = [];
    const line = desktop.openLine();
    line.onCommand((id) => commands.push(id));
    await line.hello;
    const open = entries().find(({ id }) => id === 'notebook.open');
    expect(open?.registerAccelerator).toBe(false);
    open?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
    await until(() => commands.length > 0);
    expect(commands).toEqual(['notebook.open']);
  });

  test.each(['linux', 'win32', 'darwin'] as const)('has a word for every entry on %s', async (platform) => {
    const { menuTemplate } = await import('../../../main/electron/menu.ts');
    const { wordsIn } = await import('../../../main/electron/words.ts');
    for (const language of ['en', 'nb'] as const) {
      const menus = menuTemplate(platform, wordsIn(language), () => {});
      const inside = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
      for (const { label, type, role } of [...menus, ...inside]) {
        if (type !== 'separator') expect(label, String(role)).toMatch(/^[^.]+$/);
      }
    }
  });
});

/** Whether a message answers the call of this number. */
function isAnswer(message: unknown, call: number): boolean {
  return typeof message === 'object' && message !== null && 'call' in message && message.call === call;
}

test('an export as PDF is printed in a window nobody sees, which runs no script', async () => {
  const line = desktop.openLine();
  await line.hello;
  await line.call('notebook.create', { path: join(desktop.folder, 'printed.lectern') });
  const { id } = await line.call('notes.create', { title: 'On paper', markdown: 'Ink.' });
  const made = await line.call('exports.create', { kind: 'note', id, format: 'pdf' });
  expect(made).toMatchObject({ fileName: 'On paper.pdf', mediaType: 'application/pdf', size: 5 });
  const [printed] = world.printed;
  expect(printed?.page).toContain('<p dir="auto">Ink.</p>');
  expect(printed?.options).toMatchObject({ generateTaggedPDF: true, generateDocumentOutline: true });
  expect(world.windows).toHaveLength(1);
  await line.call('notebook.close', {});
});

test('a second start brings the window forward', () => {
  const before = window().focused;
  app.emit('second-instance', {}, ['lectern'], '/home/ada');
  expect(window().focused).toBe(before + 1);
  expect(world.windows).toHaveLength(1);
});

describe('a notebook opened from outside', () => {
  test('is handed to the page, which saves first', async () => {
    const paths: string[] = [];
    const line = desktop.openLine();
    line.onOpen((path) => paths.push(path));
    await line.hello;
    app.emit('second-instance', {}, ['lectern', 'war.lectern'], '/home/ada');
    await until(() => paths.length > 0);
    expect(paths).toEqual(['/home/ada/war.lectern']);
    expect(await line.call('notebook.status', {})).toMatchObject({ open: false });
  });

  test('is opened directly while there is no page', async () => {
    desktop.openLine();
    await until(() => ipcMain.listenerCount('lectern:open') > 0);
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    const asked = () => world.asked.filter(({ kind }) => kind === 'message').length;
    const before = asked();
    app.emit('second-instance', {}, ['lectern', 'missing.lectern'], '/home/ada');
    await until(() => asked() > before);
  });
});

describe('closing the window', () => {
  const close = async () => {
    const closing = world.windows.at(-1);
    closing?.close();
    return closing;
  };
  const reopen = async () => {
    const count = world.windows.length;
    app.emit('activate');
    await until(() => world.windows.length > count);
  };

  test('waits until the page has saved', async () => {
    const line = desktop.openLine();
    const saving = Promise.withResolvers<void>();
    let asked = 0;
    line.onFlush(() => {
      asked++;
      return saving.promise;
    });
    await line.hello;
    const closing = await close();
    await close();
    await until(() => asked > 0);
    expect(closing?.isDestroyed()).toBe(false);
    expect(await line.call('notebook.status', {})).toMatchObject({ open: false });
    saving.resolve();
    await until(() => closing?.isDestroyed() === true);
    expect(asked).toBe(1);
    await reopen();
  });

  test('waits no longer than three seconds for a page that does not answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const line = desktop.openLine();
    line.onFlush(() => new Promise(() => {}));
    await line.hello;
    const closing = await close();
    vi.advanceTimersByTime(2_999);
    expect(closing?.isDestroyed()).toBe(false);
    vi.advanceTimersByTime(1);
    await until(() => closing?.isDestroyed() === true);
    await reopen();
  });

  test('asks no page that has died', async () => {
    await desktop.openLine().hello;
    world.windows.at(-1)?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect((await close())?.isDestroyed()).toBe(true);
    await reopen();
  });
});

test('a window is opened once, however often it is asked for', async () => {
  const count = world.windows.length;
  world.windows.at(-1)?.close();
  for (const event of ['activate', 'activate', 'second-instance']) app.emit(event, {}, ['lectern'], '/home/ada');
  await until(() => world.windows.length > count);
  await new Promise((resolve) => setImmediate(resolve));
  expect(world.windows).toHaveLength(count + 1);
  const line = desktop.openLine();
  expect(await line.hello).toMatchObject({ shell: 'electron' });
});

test('a shutdown lets the page save, closes window and engine, and leaves no spool behind', async () => {
  const line = desktop.openLine();
  const last: unknown[] = [];
  line.onFlush(async () => {
    const answer = await line.call('preferences.set', { theme: 'dark' });
    last.push(answer.theme);
  });
  await line.hello;
  const spools = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`lectern-spool-${process.pid}-`));
  expect(spools()).toHaveLength(1);
  const [engine] = world.engines;
  let ended = false;
  engine?.once('exit', () => {
    ended = true;
  });
  const wait = vi.fn();
  double.powerMonitor.emit('shutdown', { preventDefault: wait });
  expect(wait).toHaveBeenCalledOnce();
  expect(world.quits).toBe(0);
  await until(() => world.quits > 0 && ended);
  expect(spools()).toEqual([]);
  expect(last).toEqual(['dark']);
  expect(world.windows.every((each) => each.isDestroyed())).toBe(true);
});
