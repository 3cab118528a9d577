import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { vi } from 'vitest';
import { type App, createApp, type Log } from '../../main/app/index.ts';
import { type Line, openLine, type Port } from '../../main/contract/index.ts';
import { EngineProcess, type EngineSettings, forkEngine, serve } from '../../main/engine/index.ts';
import { enginePorts } from '../../main/engine/ports.ts';
import { createSpoolFolder, here, openSpool, programFiles, userPlaces } from '../../main/host/index.ts';
import { startLoopback } from '../../main/loopback/index.ts';
import { startDesktop } from '../main/electron/desktop.ts';
import type * as Double from '../main/electron/double.ts';
import { socketPort } from './socket-port.ts';

/** One way into Lectern, from the caller's end. */
export interface Door {
  readonly line: Line;
  /** A folder of its own, with nothing in it. */
  readonly folder: string;
  upload(name: string, bytes: Uint8Array): Promise<string>;
  download(id: string): Promise<Uint8Array>;
  /** The engine's process, where there is one of its own. */
  pid(): number | undefined;
  close(): Promise<void>;
}

export const DOORS: readonly (readonly [name: string, open: () => Promise<Door>])[] = [
  ['the app in this process', openApp],
  ['an engine process', openEngine],
  ['the loopback shell', openLoopback],
  ['the desktop shell', openDesktop],
];

const log: Log = {
  error: (message, cause) => {
    process.stderr.write(`${message} ${cause instanceof Error ? cause.stack : (cause ?? '')}\n`);
  },
};

/** A folder for everything a door writes; the shells find it through their two variables. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-door-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  process.env['LECTERN_NOTEBOOKS_DIR'] = join(folder, 'notebooks');
  return folder;
}

function settingsIn(folder: string): EngineSettings {
  const { reading, tending, resources } = programFiles();
  return { spool: createSpoolFolder(folder), reading, tending, places: userPlaces(here(resources)) };
}

async function openApp(): Promise<Door> {
  const folder = newFolder();
  const settings = settingsIn(folder);
  return besideSpool(createApp(enginePorts(settings, log)), folder, settings.spool, () => undefined);
}

async function openEngine(): Promise<Door> {
  const folder = newFolder();
  const settings = settingsIn(folder);
  const engine = new EngineProcess({
    spawn: () => forkEngine(programFiles().engine, settings),
    clock: Date.now,
    wait: (milliseconds) => wait(milliseconds),
    log,
  });
  return besideSpool(engine, folder, settings.spool, () => engine.pid);
}

/** A door without a shell: the caller puts files into the spool itself. */
function besideSpool(app: App, folder: string, spoolFolder: string, pid: Door['pid']): Door {
  const spool = openSpool(spoolFolder);
  const [near, far] = portPair();
  serve(app, far);
  const line = openLine(near);
  return {
    line,
    folder,
    pid,
    upload: (name, bytes) => spool.receive(name, one(bytes)),
    async download(id) {
      const found = await spool.download(id);
      if (found === undefined) throw new Error('There is no such download.');
      return readFileSync(found.path);
    },
    async close() {
      line.close();
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openLoopback(): Promise<Door> {
  const folder = newFolder();
  const loopback = await startLoopback();
  const { origin, hash } = new URL(loopback.url);
  const key = hash.slice('#key='.length);
  const line = openLine(await socketPort(origin, key));
  await line.hello;
  return {
    line,
    folder,
    pid: () => loopback.app.pid,
    async upload(name, bytes) {
      const headers = { Origin: origin, Authorization: `Bearer ${key}` };
      const address = `${origin}/upload?name=${encodeURIComponent(name)}`;
      const response = await fetch(address, { method: 'POST', headers, body: Buffer.from(bytes) });
      return uploadId(await response.json());
    },
    async download(id) {
      return new Uint8Array(await (await fetch(`${origin}/download/${id}`)).arrayBuffer());
    },
    async close() {
      line.close();
      await loopback.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Needs `vi.mock('electron', () => import('../main/electron/double.ts'))` in the test. */
async function openDesktop(): Promise<Door> {
  const double = vi.mocked(await import('electron')) as unknown as typeof Double;
  const desktop = await startDesktop(double);
  const line = desktop.openLine();
  await line.hello;
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    const handler = double.session.defaultSession.handlers.get('lectern');
    if (handler === undefined) throw new Error('There is no handler for the scheme.');
    return handler(new Request(`lectern://app${path}`, init));
  };
  return {
    line,
    folder: desktop.folder,
    pid: () => double.world.engines.at(-1)?.pid,
    async upload(name, bytes) {
      const body = Buffer.from(bytes);
      return uploadId(await (await ask(`/upload?name=${encodeURIComponent(name)}`, { method: 'POST', body })).json());
    },
    download: async (id) => new Uint8Array(await (await ask(`/download/${id}`)).arrayBuffer()),
    close: () => desktop.end(),
  };
}

/** Two ports, each the far end of the other; messages are copied and arrive later. */
function portPair(): [Port, Port] {
  const { port1, port2 } = new MessageChannel();
  return [channelPort(port1), channelPort(port2)];
}

function channelPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = ({ data }) => listener(data);
    },
    onClose: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  };
}

function uploadId(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'upload' in answer) return String(answer.upload);
  throw new Error(`The upload was refused: ${JSON.stringify(answer)}`);
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
