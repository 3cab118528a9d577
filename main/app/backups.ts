import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listShelf, restoreAsCopy, type ShelvedBackup, stageRestore } from '../../db/index.ts';
import { LecternError } from '../../db/model/index.ts';
import type { NotebookStatus } from '../contract/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';
import { freePath, shelfOf, stemOf } from './keeper/index.ts';
import { backupsFolder } from './stored-preferences.ts';
import { wholePath } from './whole-path.ts';

export const backupHandlers: HandlersOf<'backups'> = {
  'backups.list': async ({ notebook }, context) => {
    const path = notebookPath(context, notebook);
    const folder = await folderFor(context, path);
    return {
      notebook: path,
      folder,
      backups: listShelf(folder).map(({ id, kind, at, size, flawed }) => ({
        id,
        kind,
        at: new Date(at).toISOString(),
        size,
        flawed,
      })),
      failure: isOpen(context, path) ? (context.desk.keeper()?.state().failure ?? null) : null,
    };
  },

  'backups.verify': async ({ id, notebook }, context) => {
    const { path } = await backupOf(context, notebookPath(context, notebook), id);
    const flaws = await context.ports.tending.verifying(async (verify) => {
      await verify(path, 'structure');
      return verify(path, 'texts');
    });
    return { ok: flaws.length === 0, flaws: [...flaws] };
  },

  'backups.restore': async ({ id, notebook, as, path }, context) => {
    const place = notebookPath(context, notebook);
    const backup = await backupOf(context, place, id);
    return as === 'copy' ? asCopy(context, backup, place, path) : inPlace(context, backup, place);
  },
};

interface Found extends ShelvedBackup {
  readonly path: string;
}

async function asCopy(context: Context, backup: Found, notebook: string, wanted: string | undefined) {
  const folder = writableFolder(dirname(notebook)) ?? context.ports.places.notebooks;
  const day = new Date(backup.at).toISOString().slice(0, 16).replace('T', ' ').replaceAll(':', '-');
  const target = wanted === undefined ? freePath(folder, `${stemOf(notebook)} of ${day}`) : wholePath(wanted);
  await context.ports.tending.verifying((verify) => restoreAsCopy(backup.path, target, verify));
  return { status: await context.desk.open(target), undo: null, aside: [] };
}

async function inPlace(context: Context, backup: Found, notebook: string) {
  const { ports, desk } = context;
  // One that is only being looked at is opened in earnest, if it can be.
  const open = await canBeOpened(context, notebook);
  const { readOnlyReason } = context.desk.notebook() ?? {};
  if (open && readOnlyReason && readOnlyReason !== 'asked') {
    throw new LecternError('read-only', 'The notebook is open for reading only, so nothing can take its place.');
  }
  const staged = await ports.tending.verifying((verify) => stageRestore(backup.path, notebook, verify));
  let undo: string | null = null;
  try {
    if (open && !context.notebook().readOnly) undo = (await context.keeper().backUp('before-restore')).path;
  } catch (error) {
    // One that is too damaged to be backed up is kept as it is.
    if (!(error instanceof LecternError && error.code === 'notebook-damaged')) {
      staged.discard();
      throw error;
    }
  }
  const keepOld = undo === null;
  const aside = await desk.reopenAfter(notebook, () => staged.takePlace(keepOld, ports.clock()));
  return { status: desk.status() as NotebookStatus, undo: undo === null ? null : nameIn(undo), aside };
}

/**
 * Opens the notebook that is to be replaced, so that it is backed up as every other, and nobody else has it open.
 * @throws LecternError `notebook-in-use`, or whatever else says nothing about the file itself
 */
async function canBeOpened({ desk }: Context, notebook: string): Promise<boolean> {
  try {
    await desk.open(notebook);
    return true;
  } catch (error) {
    if (error instanceof LecternError && PAST_OPENING.has(error.code)) return false;
    throw error;
  }
}

const PAST_OPENING: ReadonlySet<string> = new Set([
  'notebook-damaged',
  'strange-notebook',
  'file-missing',
  'not-a-notebook',
]);

const nameIn = (path: string) => path.slice(dirname(path).length + 1);

function notebookPath({ desk }: Context, given: string | undefined): string {
  const path = given === undefined ? desk.notebook()?.path : wholePath(given);
  if (path === undefined) throw new LecternError('no-notebook', 'No notebook is open.');
  return path;
}

const folderFor = async ({ ports }: Context, notebook: string) => shelfOf(await backupsFolder(ports), notebook);

/** A name is a backup only where the folder's list has it, so that none leads elsewhere. */
async function backupOf(context: Context, notebook: string, id: string): Promise<Found> {
  const folder = await folderFor(context, notebook);
  const found = listShelf(folder).find((each) => each.id === id);
  if (found === undefined) throw new LecternError('not-found', 'There is no such backup.', { id });
  return { ...found, path: join(folder, id) };
}

function isOpen({ desk }: Context, path: string): boolean {
  const open = desk.notebook();
  if (open === null) return false;
  const there = statSync(path, { throwIfNoEntry: false });
  const here = statSync(open.path, { throwIfNoEntry: false });
  return here !== undefined && there?.ino === here.ino && there.dev === here.dev;
}

function writableFolder(folder: string): string | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : undefined;
}
