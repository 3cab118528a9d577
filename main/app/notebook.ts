import { existsSync } from 'node:fs';
import { chmod, copyFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../../db/model/index.ts';
import type { NotebookStatus } from '../contract/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';
import { freePath, stemOf } from './keeper/index.ts';
import { makeFolder } from './make-folder.ts';
import { fileNameFor } from './names.ts';
import { readPreferences, rememberNotebook } from './stored-preferences.ts';
import { wholePath } from './whole-path.ts';

const ENDING = '.lectern';
/** What a copy of the sample notebook is called: after what it is about. */
const SAMPLE_NAME = 'The loss of the Sankt Nikolaj';

export const notebookHandlers: HandlersOf<'notebook'> = {
  'notebook.create': async ({ path }, context) => {
    const { notebooks } = context.ports.places;
    // A bare name is a notebook in the folder for notebooks; a path has to be whole.
    const bare = !/[\\/]/.test(path);
    if (bare) makeFolder(notebooks);
    const target = bare ? join(notebooks, `${fileNameFor(stemOf(path))}${ENDING}`) : wholePath(path);
    return remembered(context, await context.desk.create(target));
  },

  'notebook.open': async ({ path, readOnly }, context) =>
    remembered(context, await context.desk.open(wholePath(path), readOnly)),

  'notebook.openSample': async (_, context) => {
    const { sample, notebooks } = context.ports.places;
    if (!existsSync(sample)) {
      throw new LecternError('file-missing', 'The sample notebook did not come with this copy of Lectern.', {
        path: sample,
      });
    }
    makeFolder(notebooks);
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
    const { recent } = await readPreferences(ports.preferences);
    const known = new Set(recent.map(({ path }) => path));
    const others = (await notebooksIn(ports.places.notebooks)).filter(({ path }) => !known.has(path));
    return {
      folder: ports.places.notebooks,
      notebooks: [...recent, ...others].map(({ path, openedAt }) => ({
        name: stemOf(path),
        path,
        openedAt,
        exists: existsSync(path),
      })),
    };
  },

  'notebook.check': async ({ repair }, context) => {
    const notebook = context.notebook();
    if (!repair) return notebook.check();
    // What a repair takes away is not all in the history, so the state before it is kept as a whole.
    if (!notebook.readOnly && notebook.check().defects.some(({ repairable }) => repairable)) {
      await context.keeper().backUp('before-repair');
    }
    return context.notebook().repair();
  },

  'notebook.backup': async ({ path }, context) => {
    context.notebook();
    return context.keeper().backUp('manual', {
      ...(path !== undefined && { path: wholePath(path) }),
      onProgress: (done, total) => context.progress({ done, total, item: '' }),
      cancelled: context.cancelled,
    });
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
