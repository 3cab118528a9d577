import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { Inbox, Outbox } from '../app/index.ts';
import { LecternError } from '../contract/index.ts';
import { createSpoolFolder, openSpool, removeFolder, replaceFile, type Spool } from '../host/index.ts';

/** An inbox whose folder is there only while something lies in it. */
export interface PathInbox extends Inbox {
  close(): void;
}

/** Uploads of a script are paths of this machine; what an archive held lies in a private folder until the script ends. */
export function pathInbox(): PathInbox {
  let spool: Spool | undefined;
  const put = new Set<string>();
  const own = (upload: string) => (put.has(upload) ? spool : undefined);
  return {
    take: async (upload) =>
      own(upload)?.inbox.take(upload) ?? { name: basename(upload), bytes: await readPath(upload) },
    async put(name, bytes) {
      spool ??= openSpool(createSpoolFolder());
      const upload = await spool.inbox.put(name, bytes);
      put.add(upload);
      return upload;
    },
    discard: async (upload) => own(upload)?.discard(upload),
    close() {
      if (spool !== undefined) removeFolder(spool.folder);
    },
  };
}

/** The bytes of a file. @throws LecternError `file-missing` or `cannot-read` */
export async function readPath(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw readFailure(path, cause);
  }
}

/**
 * Exports of a script go to the path it names, replacing what is there in one step; without one, to their own name in
 * the current folder, where nothing is replaced. A file beside another takes its name with an ending of its own.
 */
export function pathOutbox(path: string | undefined): Outbox {
  return {
    async put(fileName, _mediaType, bytes, ending) {
      const named = resolve(path ?? fileName);
      const target = ending !== undefined && path !== undefined ? withEnding(named, ending) : named;
      try {
        if (path === undefined) await writeNew(target, bytes);
        else await replaceFile(target, bytes);
      } catch (cause) {
        throw writeFailure(target, cause);
      }
      return target;
    },
  };
}

/** Writes a file that is not there yet; nothing of it is left where there was no room for all. */
async function writeNew(target: string, bytes: Uint8Array): Promise<void> {
  const file = await open(target, 'wx');
  try {
    await file.writeFile(bytes);
    await file.close();
  } catch (cause) {
    await file.close().catch(() => undefined);
    await rm(target, { force: true });
    throw cause;
  }
}

function withEnding(path: string, ending: string): string {
  return `${path.slice(0, path.length - extname(path).length)}${ending}`;
}

/** The text of a file, or of standard input for `-`. @throws LecternError `file-missing` or `cannot-read` */
export async function readText(path: string): Promise<string> {
  return path === '-' ? readAll(process.stdin) : new TextDecoder().decode(await readPath(path));
}

/** A file that was named on a command line, or stands in a folder that was. */
export interface NamedFile {
  readonly path: string;
  /** Its path in the folder, with the folder's own name where more was given; else the file's name. */
  readonly name: string;
}

/** What the paths of a command line stand for. */
export interface Named {
  readonly files: readonly NamedFile[];
  /** Of a folder that is given alone its name, which the names of its files leave out. */
  readonly folder?: string;
}

/**
 * The files behind the paths of a command line: folders stand for all files in them, in the order of their names;
 * what begins with a dot is left out.
 * @throws LecternError `file-missing`, `cannot-read`, or `empty-file` for a folder without files
 */
export async function expandPaths(paths: readonly string[]): Promise<Named> {
  const files: NamedFile[] = [];
  let folder: string | undefined;
  // Of a folder that is given alone everybody knows which it is.
  const isAlone = paths.length === 1;
  for (const path of paths) {
    const found = await stat(path).catch((cause) => {
      throw readFailure(path, cause);
    });
    if (!found.isDirectory()) files.push({ path, name: basename(path) });
    else {
      const inside = await filesIn(path);
      if (inside.length === 0) throw new LecternError('empty-file', `There are no files in “${path}”.`, { path });
      const from = isAlone ? path : dirname(resolve(path));
      if (isAlone) folder = basename(resolve(path));
      for (const each of inside) files.push({ path: each, name: relative(from, each).replaceAll(sep, '/') });
    }
  }
  return { files, ...(folder !== undefined && { folder }) };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
    throw readFailure(folder, cause);
  });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(path)));
    // A link to a folder could lead back to where we came from; one to a file is followed.
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
  }
  return files;
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}

function readFailure(path: string, cause: unknown): LecternError {
  return codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR'
    ? new LecternError('file-missing', `There is no file “${path}”.`, { path }, cause)
    : new LecternError('cannot-read', `“${path}” cannot be read.`, { path }, cause);
}

function writeFailure(path: string, cause: unknown): LecternError {
  switch (codeOf(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new LecternError('folder-missing', `The folder of “${path}” does not exist.`, { path }, cause);
    case 'EEXIST':
      return new LecternError('file-exists', `“${path}” is there already; name another with -o.`, { path }, cause);
    case 'ENOSPC':
    case 'EDQUOT':
      return new LecternError('disk-full', `There is no room on the disk for “${path}”.`, { path }, cause);
    default:
      return new LecternError('cannot-write', `“${path}” cannot be written.`, { path }, cause);
  }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
