import { readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type Backup,
  type BackupKind,
  flawedName,
  freeBackupPath,
  inOurWords,
  listShelf,
  type Notebook,
  superfluous,
  type VerifyCopy,
} from '../../../db/index.ts';
import { type FailureCode, LecternError } from '../../../db/model/index.ts';
import { makeFolder } from '../make-folder.ts';
import type { Ports } from '../ports.ts';
import { shelfOf, stemOf } from './shelf.ts';

/** How an open notebook fares with its backups. */
export interface BackupState {
  /** When the last one was made, ISO 8601 in UTC; null where there is none. */
  readonly at: string | null;
  /** Why the last attempt came to nothing; null where it did not. */
  readonly failure: FailureCode | null;
  /** How many texts and originals of the last copy are not what was imported. */
  readonly flaws: number;
}

export interface BackupOptions {
  /** Where to, if not into the notebook's own folder of backups. */
  readonly path?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancelled?: () => boolean;
}

/** Makes the backups of one open notebook, one after the other, and knows how they went. */
export interface Keeper {
  readonly folder: string;
  state(): BackupState;
  /** @throws LecternError as `Notebook.backup`; the state says so too */
  backUp(kind: BackupKind, options?: BackupOptions): Promise<Backup>;
  /** The last backup, where it is quickly made, and no further one. */
  close(): Promise<void>;
}

/** Bytes a disk must have left after a backup: it is the user's disk, not ours to fill. */
const LEFT_FREE = 64 * 1024 * 1024;
/** A larger notebook is not copied when it is closed, because somebody waits; its next opening does it. */
const QUICK_TO_COPY = 64 * 1024 * 1024;

/**
 * @param backups the folder in which every notebook has one of its own
 * @param changed told whenever the state is another
 */
export function createKeeper(notebook: Notebook, backups: string, ports: Ports, changed: () => void): Keeper {
  const folder = shelfOf(backups, notebook.path);
  let state: BackupState = { at: lastBackupAt(notebook, folder), failure: null, flaws: 0 };
  let queue: Promise<unknown> = Promise.resolve();
  let closing = false;
  /** The commits a backup already holds; an older state of the file may not be in any. */
  let safe = isNewer(notebook.path, folder) ? -1 : 0;
  let attempted = 0;

  function set(next: Partial<BackupState>): void {
    state = { ...state, ...next };
    changed();
  }

  async function make(kind: BackupKind, options: BackupOptions): Promise<Backup> {
    const commits = notebook.commits();
    attempted = ports.clock();
    try {
      if (options.path === undefined) prepare(folder, notebook.path);
      const target = options.path ?? freeBackupPath(folder, stemOf(notebook.path), kind, ports.clock());
      return await ports.tending.verifying(async (verify) => {
        const backup = await notebook.backup(target, {
          verify,
          ...(options.onProgress && { onProgress: options.onProgress }),
          cancelled: () => options.cancelled?.() === true || (closing && !isQuick()),
        });
        safe = commits;
        if (options.path !== undefined) remember(backup);
        set({ at: backup.at, failure: null });
        return options.path === undefined ? await judge(backup, verify) : backup;
      });
    } catch (error) {
      const known = inOurWords(error);
      const code = known instanceof LecternError ? known.code : 'internal';
      if (code !== 'cancelled' && code !== 'file-exists') set({ failure: code });
      throw known;
    }
  }

  function remember({ at }: Backup): void {
    try {
      notebook.rememberBackup(at);
      safe = notebook.commits();
    } catch (error) {
      ports.log.error('The time of the backup could not be written down', error);
    }
  }

  /** Reads every text of a finished copy; only after that are older ones given up. */
  async function judge(backup: Backup, verify: VerifyCopy): Promise<Backup> {
    let { path } = backup;
    const flaws = await verify(path, 'texts');
    if (flaws.length > 0) {
      path = join(folder, flawedName(basename(path)));
      renameSync(backup.path, path);
      ports.log.error(`The notebook is damaged: ${flaws.join(' ')}`, undefined);
    }
    if (flaws.length !== state.flaws) set({ flaws: flaws.length });
    for (const { id } of superfluous(listShelf(folder))) {
      if (join(folder, id) !== path) rmSync(join(folder, id), { force: true });
    }
    return { ...backup, path };
  }

  function backUp(kind: BackupKind, options: BackupOptions = {}): Promise<Backup> {
    const made = queue.then(() => make(kind, options));
    queue = made.catch(() => {});
    return made;
  }

  const isQuick = () => (statSync(notebook.path, { throwIfNoEntry: false })?.size ?? 0) <= QUICK_TO_COPY;
  const isDue = () => !notebook.readOnly && notebook.commits() !== safe;

  async function automatic(): Promise<void> {
    try {
      await backUp('automatic');
    } catch (error) {
      if (!closing) ports.log.error('The notebook could not be backed up', error);
    }
  }

  const { automaticBackups } = ports;
  const stop = schedule(automaticBackups, () => {
    if (isDue() && (safe < 0 || ports.clock() - attempted >= (automaticBackups?.whileChanging ?? 0))) void automatic();
  });

  return {
    folder,
    state: () => state,
    backUp,
    async close() {
      stop();
      if (automaticBackups !== null && isDue() && isQuick()) await automatic();
      closing = true;
      await queue;
    },
  };
}

/** Asks whether a backup is due some time after opening, and then again and again. Returns the function that ends it. */
function schedule(times: Ports['automaticBackups'], ask: () => void): () => void {
  if (times === null) return () => {};
  const first = setTimeout(ask, times.afterOpening);
  const later = setInterval(ask, Math.max(1000, times.whileChanging / 20));
  first.unref();
  later.unref();
  return () => {
    clearTimeout(first);
    clearInterval(later);
  };
}

function lastBackupAt(notebook: Notebook, folder: string): string | null {
  const [newest] = listShelf(folder);
  const elsewhere = notebook.rememberedBackupAt();
  const here = newest ? new Date(newest.at).toISOString() : null;
  return (
    [here, elsewhere]
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** Whether the notebook was changed after its last backup was complete. */
function isNewer(path: string, folder: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  const completed = Math.max(0, ...listShelf(folder).map(({ completedAt }) => completedAt));
  return file !== undefined && file.mtimeMs > completed;
}

/** Makes the folder, takes away what killed programs left half-done in it, and sees that there is room. */
function prepare(folder: string, notebook: string): void {
  makeFolder(folder);
  for (const name of readdirSync(folder)) {
    const pid = /\.lectern\.(\d+)-new(?:-journal)?$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
  const { bavail, bsize } = statfsSync(folder);
  const needed = (statSync(notebook, { throwIfNoEntry: false })?.size ?? 0) + LEFT_FREE;
  if (bavail * bsize < needed) {
    throw new LecternError('disk-full', `There is too little room for a backup in ${dirname(folder)}.`, {
      path: folder,
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
