import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { App, Log } from '../app/index.ts';
import { LecternError } from '../contract/index.ts';
import { EngineProcess, forkEngine } from '../engine/index.ts';
import {
  createSpoolFolder,
  here,
  openSpool,
  type ProgramFiles,
  programFiles,
  removeFolder,
  userPlaces,
} from '../host/index.ts';
import { offeredKey, refuse, sameSecret } from './admission.ts';
import { createChannelDoor } from './channel-door.ts';
import { addressOf, claimOf, createHttpDoor, doorOf } from './http-door.ts';

export interface LoopbackOptions {
  /** 0, or nothing: one the system chooses. */
  readonly port?: number;
  /** Path of a notebook to open at once. */
  readonly notebook?: string;
  readonly log?: Log;
  readonly program?: ProgramFiles;
}

/** A running loopback shell. */
export interface Loopback {
  /** The address to open, its key in the fragment, which browsers send to nobody. For the user's own terminal. */
  readonly url: string;
  readonly app: EngineProcess;
  /**
   * An address that is good for one visit and then leads to `url`: for a browser's command line, which every user of
   * the machine can read.
   */
  ticketUrl(): string;
  /** Lets the engine finish, closes the notebook, and leaves nothing behind. */
  close(): Promise<void>;
}

const stderrLog: Log = {
  error: (message) => {
    process.stderr.write(`lectern: ${message}\n`);
  },
};

/**
 * Serves Lectern to browsers of this machine.
 * @throws LecternError when the notebook cannot be opened, `conflict` when the port is taken
 */
export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const { log = stderrLog, program = programFiles() } = options;
  const folder = createSpoolFolder();
  const { reading, tending } = program;
  const settings = { spool: folder, reading, tending, places: userPlaces(here(program.resources)) };
  const engine = new EngineProcess({
    spawn: () => forkEngine(program.engine, settings),
    clock: Date.now,
    // A limit that was not needed keeps nobody waiting for a program that has done its work.
    wait: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
    log,
  });
  const release = async () => {
    await engine.close();
    removeFolder(folder);
  };

  try {
    if (options.notebook !== undefined) await openNotebook(engine, options.notebook);
    const server = createServer({ headersTimeout: 10_000, requestTimeout: 600_000 });
    const port = await listen(server, options.port ?? 0);
    const house = { port, key: randomBytes(32).toString('base64url') };
    const tickets = new Set<string>();
    const redeem = (offered: string) => {
      const ticket = [...tickets].find((one) => sameSecret(one, offered));
      return ticket !== undefined && tickets.delete(ticket);
    };
    const answer = createHttpDoor({ house, renderer: program.renderer, spool: openSpool(folder), redeem });
    const channels = createChannelDoor(engine);

    server.on('request', (request, response) => {
      answer(request, response).catch((cause) => {
        log.error('A request could not be answered.', cause);
        response.destroy();
      });
    });
    server.on('upgrade', (request, socket, head) => {
      const door = doorOf(addressOf(request).pathname);
      const key = offeredKey(request.headers['sec-websocket-protocol']);
      const refusal = refuse(claimOf(door, request, key), house);
      // A stranger that hangs up while being refused is no fault.
      socket.on('error', () => {});
      if (door === 'channel' && refusal === undefined) channels.open(request, socket, head);
      else socket.end(`HTTP/1.1 ${refusal?.status ?? 404} Refused\r\nConnection: close\r\n\r\n`);
    });

    const address = `http://127.0.0.1:${port}`;
    return {
      url: `${address}/#key=${house.key}`,
      app: engine,
      ticketUrl() {
        const ticket = randomBytes(32).toString('base64url');
        tickets.add(ticket);
        return `${address}/open?ticket=${ticket}`;
      },
      async close() {
        channels.close();
        server.close();
        server.closeAllConnections();
        await release();
      },
    };
  } catch (cause) {
    await release();
    throw cause;
  }
}

async function openNotebook(app: App, path: string): Promise<void> {
  const opened = await app.handle('notebook.open', { path });
  if ('failure' in opened) {
    const { code, message, details } = opened.failure;
    throw new LecternError(code, message, details);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new LecternError('conflict', `Port ${port} is taken or not allowed; choose another.`, { port }, cause));
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') reject(new Error('A TCP server has no port.'));
      else resolve(address.port);
    });
  });
}
