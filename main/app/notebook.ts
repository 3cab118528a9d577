import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inOurWords } from '../../db/index.ts';
import { LecternError } from '../../db/model/index.ts';
import type { NotebookStatus } from '../contract/index.ts';
import type { Context } from './context.ts';
import { nameOf } from './desk.ts';
import type { HandlersOf } from './handler.ts';
import { fileNameFor, stamp } from './names.ts';
import { recentNotebooks, rememberNotebook } from './preferences.ts';

const ENDING = '.lectern';
/** What a copy of the sample notebook is called: after what it is about. */
const SAMPLE_NAME = 'The loss of the Sankt Nikolaj';

export const notebookHandlers: HandlersOf<'notebook'> = {
  'notebook.create': async ({ path }, context) => {
    const { notebooks } = context.ports.places;
    // A bare name is a notebook in the folder for notebooks; a path is taken as it is.
    const bare = !/[\\/]/.test(path);
    if (bare) await makeFolder(notebooks);
    const target = bare ? join(notebooks, `${fileNameFor(nameOf(path))}${ENDING}`) : resolve(path);
    return remembered(context, await context.desk.create(target));
  },

  'notebook.open': async ({ path }, context) => remembered(context, await context.desk.open(resolve(path))),

  'notebook.openSample': async (_, context) => {
    const { sample, notebooks } = context.ports.places;
    if (!existsSync(sample)) {
      throw new LecternError('file-missing', 'The sample notebook did not come with this copy of Lectern.', {
        path: sample,
      });
    }
    await makeFolder(notebooks);
    const copy = freePath(notebooks, SAMPLE_NAME);
    await copyFile(sample, copy);
    // What comes with the program may be write-protected; the copy is the user's own.
    await chmod(copy, 0o644);
    try {
      return await remembered(context, await context.desk.open(copy));
    } catch (error) {
      await rm(copy, { force: true });
      throw error;
    }
  },

  'notebook.close': async (_, { desk }) => {
    await desk.close();
    return desk.status();
  },

  'notebook.status': (_, { desk }) => desk.status(),

  'notebook.recent': async (_, { ports }) => {
    const recent = await recentNotebooks(ports.preferences);
    const known = new Set(recent.map(({ path }) => path));
    const others = (await notebooksIn(ports.places.notebooks)).filter(({ path }) => !known.has(path));
    return {
      folder: ports.places.notebooks,
      notebooks: [...recent, ...others].map(({ path, openedAt }) => ({
        name: nameOf(path),
        path,
        openedAt,
        exists: existsSync(path),
      })),
    };
  },

  'notebook.check': ({ repair }, { notebook }) => (repair ? notebook().repair() : notebook().check()),

  'notebook.backup': async ({ path }, { desk, notebook, ports }) => {
    const { backups } = ports.places;
    const open = notebook();
    if (path === undefined) await makeFolder(backups);
    const target = path ?? freePath(backups, `${nameOf(open.path)} ${stamp(ports.clock())}`);
    const backup = open.backup(resolve(target));
    desk.tellStatus();
    return backup;
  },
};

async function remembered({ ports }: Context, status: NotebookStatus): Promise<NotebookStatus> {
  try {
    await rememberNotebook(ports.preferences, status.path, new Date(ports.clock()).toISOString());
  } catch (error) {
    // The notebook is open; a list that could not be written is no reason to say it is not.
    ports.log.error('The list of recent notebooks could not be written', error);
  }
  return status;
}

/** @throws LecternError `disk-full` or `cannot-write`, naming the folder and not the notebook */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const known = inOurWords(cause);
    if (known instanceof LecternError && known.code === 'disk-full') throw known;
    throw new LecternError('cannot-write', `The folder ${folder} cannot be made.`, { path: folder }, cause);
  }
}

/** A path in the folder that is still free: `Name.lectern`, `Name 2.lectern` … */
function freePath(folder: string, name: string): string {
  let path = join(folder, `${name}${ENDING}`);
  for (let number = 2; existsSync(path); number++) path = join(folder, `${name} ${number}${ENDING}`);
  return path;
}

async function notebooksIn(folder: string): Promise<{ path: string; openedAt: string }[]> {
  // A folder that is not there or cannot be read holds nothing to offer, nor does a link that leads nowhere.
  const names = await readdir(folder).catch(() => []);
  const paths = names.filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name));
  const found = await Promise.all(
    paths.map(async (path) => ({ path, there: await stat(path).catch(() => undefined) })),
  );
  return found
    .flatMap(({ path, there }) => (there?.isFile() ? [{ path, at: there.mtime }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ path, at }) => ({ path, openedAt: at.toISOString() }));
}
