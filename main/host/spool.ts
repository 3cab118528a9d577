import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Inbox, Outbox } from '../app/index.ts';
import { LecternError } from '../contract/index.ts';

/**
 * The private folder through which bytes pass between a window and the engine, because messages carry none.
 * A file in it is named by a random id that nobody can guess; its name and media type lie beside it as JSON.
 */
export interface Spool {
  readonly folder: string;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  /**
   * Writes an upload as it arrives and answers its id.
   * @throws LecternError `too-large` beyond `limit` bytes, `disk-full` or `cannot-write`; nothing of it is kept then
   */
  receive(name: string, chunks: AsyncIterable<Uint8Array>, limit?: number): Promise<string>;
  /** The file to hand out for a download id; undefined where there is none. */
  download(id: string): Promise<Download | undefined>;
  /** Throws a file away; safe to call twice. */
  discard(id: string): Promise<void>;
}

export interface Download {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Larger files are refused at the door: 512 MiB. */
export const UPLOAD_LIMIT = 512 * 1024 * 1024;

const ID = /^[A-Za-z0-9_-]{32}$/;
const PREFIX = 'lectern-spool-';

const newId = () => randomBytes(24).toString('base64url');

/** Makes a spool folder only this user can enter (mode 0700), after removing those that dead processes left behind. */
export function createSpoolFolder(parent: string = tmpdir()): string {
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN;
    if (Number.isInteger(owner) && !alive(owner)) removeFolder(join(parent, name));
  }
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

/** Removes a spool folder with all in it; what is not ours to remove stays. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another user's folder, or one a virus scanner holds: the system's own cleaning of its temporary folder remains.
  }
}

/** Opens the spool in an existing folder; shell and engine each open it. */
export function openSpool(folder: string): Spool {
  const path = (id: string) => join(folder, id);
  const facts = (id: string) => join(folder, `${id}.json`);

  async function discard(id: string): Promise<void> {
    if (!ID.test(id)) return;
    await Promise.all([rm(path(id), { force: true }), rm(facts(id), { force: true })]);
  }

  async function factsOf(id: string): Promise<{ name: string; mediaType: string } | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      return JSON.parse(await readFile(facts(id), 'utf8'));
    } catch {
      return undefined;
    }
  }

  async function receive(name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit = UPLOAD_LIMIT) {
    const id = newId();
    try {
      const file = await open(path(id), 'wx', 0o600);
      try {
        let size = 0;
        for await (const chunk of chunks) {
          size += chunk.byteLength;
          if (size > limit) throw tooLarge(name, limit);
          await file.write(chunk);
        }
      } finally {
        await file.close();
      }
      await writeFile(facts(id), JSON.stringify({ name: basename(name) }), { mode: 0o600 });
    } catch (cause) {
      await discard(id);
      throw writeFailure(name, cause);
    }
    return id;
  }

  return {
    folder,
    discard,
    receive,
    async download(id) {
      const known = await factsOf(id);
      if (known?.mediaType === undefined) return undefined;
      return { path: path(id), fileName: known.name, mediaType: known.mediaType };
    },
    inbox: {
      put: (name, bytes) => receive(name, [bytes]),
      discard,
      async take(upload) {
        const known = await factsOf(upload);
        if (known === undefined) {
          throw new LecternError('file-missing', 'This file was not handed over, or was taken before.', { upload });
        }
        const bytes = await readFile(path(upload));
        await discard(upload);
        return { name: known.name, bytes };
      },
    },
    outbox: {
      async put(fileName, mediaType, bytes) {
        const id = newId();
        try {
          await writeFile(path(id), bytes, { mode: 0o600, flag: 'wx' });
          await writeFile(facts(id), JSON.stringify({ name: fileName, mediaType }), { mode: 0o600 });
        } catch (cause) {
          await discard(id);
          throw writeFailure(fileName, cause);
        }
        return id;
      },
    },
  };
}

function tooLarge(name: string, limit: number): LecternError {
  const megabytes = Math.floor(limit / (1024 * 1024));
  return new LecternError('too-large', `“${name}” is larger than ${megabytes} MB.`, { name, megabytes });
}

function writeFailure(name: string, cause: unknown): LecternError {
  if (cause instanceof LecternError) return cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new LecternError('disk-full', `There is no room on the disk for “${name}”.`, { name }, cause)
    : new LecternError('cannot-write', `“${name}” could not be written.`, { name }, cause);
}

function alive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (cause) {
    // EPERM: it lives, but is not ours.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
