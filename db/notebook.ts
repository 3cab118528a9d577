import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { parse } from 'node:path';
import {
  type Backup,
  backupNotebook,
  type CopyOptions,
  copyNotebook,
  freeBackupPath,
  rememberBackup,
  rememberedBackupAt,
} from './backup/index.ts';
import { checkNotebook, repairNotebook } from './check/index.ts';
import {
  forgetThings,
  goToStep,
  installJournal,
  listSteps,
  nextRedo,
  nextUndo,
  pruneSteps,
  redo,
  type Step,
  sealStep,
  undo,
} from './history/index.ts';
import { schemaVersion } from './migrations/index.ts';
import { type Change, type CheckReport, type HistoryStep, newId, type RandomBytes } from './model/index.ts';
import {
  installFolding,
  installUpkeep,
  isIndexBehind,
  rebuildIndexes,
  rebuildItems,
  takeInItems,
} from './search/index.ts';
import { type Connection, type Core, createCore } from './sqlite/connection.ts';
import { inOurWords } from './sqlite/failures.ts';
import { beginLongDeed, type LongDeed, takeBackUnfinished } from './sqlite/long-deed.ts';
import { createFile, openFile, type ReadOnlyReason } from './sqlite/open.ts';
import { transact, type Written, write } from './sqlite/write.ts';
import { emptyTrash, images, noteRevisions } from './store/index.ts';

export interface NotebookOptions {
  /** Milliseconds since 1970-01-01 UTC; clock and chance are handed in so that tests can choose them. */
  readonly now?: () => number;
  readonly random?: RandomBytes;
  /** Only to look at it, however damaged it is. */
  readonly readOnly?: boolean;
  /** The folder of this notebook's backups, made when needed: for the one before an update. Beside it when left out. */
  readonly backupFolder?: string;
}

/** Told after a deed, an undo or a redo is durable. */
export type ChangeListener = (changes: readonly Change[]) => void;

/** An open notebook. Every method is synchronous: an answer is a fact. */
export interface Notebook {
  readonly path: string;
  readonly readOnly: boolean;
  readonly readOnlyReason: ReadOnlyReason | null;
  readonly schemaVersion: number;
  /** Whoever had it open before did not close it; it was checked as a whole and is sound. */
  readonly recovered: boolean;
  /** Names of files beside it that were not its own and were moved aside when it was opened. */
  readonly aside: readonly string[];
  read<T>(work: (connection: Connection) => T): T;
  /** Does one deed as one transaction and one step of the history. See `write` for what it throws. */
  write<T>(step: Step, work: (connection: Connection) => T): T;
  /**
   * Begins a deed that is done in several transactions and is one step all the same; see `LongDeed`. The listeners hear of
   * it when it is complete. @throws LecternError as `write`
   */
  begin(step: Step): LongDeed;
  /** @throws LecternError `nothing-to-undo` or `read-only` */
  undo(): HistoryStep;
  /** @throws LecternError `nothing-to-redo` or `read-only` */
  redo(): HistoryStep;
  /** Undoes or redoes until this step is the last that is done; all of it or nothing. See `goToStep` for what it throws. */
  goToStep(id: number): { readonly undone: number; readonly redone: number };
  /**
   * Deletes for good what is in the trash and needed by nothing else; nothing but a backup brings it back. Answers how many
   * things went, mentions and relations among them. @throws LecternError `read-only`
   */
  emptyTrash(): number;
  /** The newest steps first, undone ones among them. */
  history(limit: number): HistoryStep[];
  nextUndo(): HistoryStep | null;
  nextRedo(): HistoryStep | null;
  /** Looks at everything the notebook holds; changes nothing. */
  check(): CheckReport;
  /** Mends what can be mended without losing anything, as one step. @throws LecternError `read-only` */
  repair(): CheckReport;
  /** Makes a checked copy where nothing is yet, while work goes on. See `backupNotebook` for what it throws. */
  backup(path: string, options: CopyOptions): Promise<Backup>;
  /** Writes down in the notebook that it was backed up to where backups are not looked for. */
  rememberBackup(at: string): void;
  rememberedBackupAt(): string | null;
  /** How many times something was written since it was opened. */
  commits(): number;
  /** Returns the function that ends the subscription. */
  onChanged(listener: ChangeListener): () => void;
  /** Leaves one file, with nothing beside it. The notebook cannot be used afterwards. */
  close(): void;
}

/**
 * Opens a notebook and keeps every other program out until it is closed.
 * One that is newer or cannot be written is opened for reading.
 * @throws LecternError as `openFile` says
 */
export function openNotebook(path: string, options: NotebookOptions = {}): Notebook {
  const now = options.now ?? Date.now;
  const random = options.random ?? ((count: number) => randomBytes(count));
  const file = openFile(path, {
    now,
    readOnly: options.readOnly ?? false,
    backupBeforeUpdate: (handle) => copyNotebook(handle, beforeUpdate(path, now(), options)),
  });
  const core = createCore(file.handle, { now, newId: () => newId(now(), random), inPlace: file.inPlace });
  try {
    prepare(core, file.indexDamaged);
  } catch (error) {
    file.close();
    throw inOurWords(error);
  }

  const listeners = new Set<ChangeListener>();
  function tell<T>({ result, changes }: Written<T>): T {
    if (changes.length > 0) for (const listener of [...listeners]) listener(changes);
    return result;
  }

  return {
    path: file.path,
    readOnly: core.readOnly,
    readOnlyReason: file.readOnly,
    schemaVersion: schemaVersion(file.handle),
    recovered: file.recovered,
    aside: file.aside,
    read(work) {
      try {
        return work(core);
      } catch (error) {
        throw inOurWords(error);
      }
    },
    write: (step, work) => tell(write(core, step, work)),
    begin(step) {
      const deed = beginLongDeed(core, step);
      return {
        ...deed,
        end() {
          const changes = deed.end();
          tell({ result: undefined, changes });
          return changes;
        },
      };
    },
    undo: () =>
      tell(
        transact(core, () => {
          const step = nextUndo(core);
          if (step) noteRevisions.keepBeforeUndo(core, step.id);
          return undo(core);
        }),
      ),
    redo: () => tell(transact(core, () => redo(core))),
    goToStep: (id) =>
      tell(transact(core, () => goToStep(core, id, (step) => noteRevisions.keepBeforeUndo(core, step)))),
    emptyTrash() {
      // Overwrites what goes with zeros instead of leaving it in free pages.
      if (!core.readOnly) core.handle.pragma('secure_delete = ON');
      try {
        return tell(
          transact(core, () => {
            core.handle.pragma('defer_foreign_keys = ON');
            const { gone, shown } = emptyTrash(core);
            forgetThings(core, gone);
            images.removeUnused(core, shown);
            sealStep(core);
            return gone.size;
          }),
        );
      } finally {
        if (!core.readOnly) core.handle.pragma('secure_delete = OFF');
      }
    },
    history: (limit) => listSteps(core, limit),
    nextUndo: () => nextUndo(core),
    nextRedo: () => nextRedo(core),
    check: () => checkNotebook(core),
    repair: () => tell(repairNotebook(core)),
    backup: (target, copying) => backupNotebook(core, target, copying),
    rememberBackup: (at) => rememberBackup(core, at),
    rememberedBackupAt: () => rememberedBackupAt(core),
    commits: () => core.commits,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      try {
        if (!core.readOnly && core.inPlace()) {
          transact(core, () => {
            pruneSteps(core);
            noteRevisions.forgetUnreachable(core);
            images.removeUnused(core);
            takeInItems(core);
          });
        }
      } finally {
        file.close();
      }
    },
  };
}

/** Where the copy goes before an update. */
function beforeUpdate(path: string, now: number, { backupFolder }: NotebookOptions): string {
  const { dir, name } = parse(path);
  if (backupFolder !== undefined) mkdirSync(backupFolder, { recursive: true });
  return freeBackupPath(backupFolder ?? dir, name, 'before-update', now);
}

/** Sets up what only lives as long as the notebook is open. */
function prepare(core: Core, indexDamaged: boolean): void {
  installFolding(core);
  if (core.readOnly) return;
  installUpkeep(core);
  if (indexDamaged) transact(core, () => rebuildIndexes(core));
  else if (isIndexBehind(core)) transact(core, () => rebuildItems(core));
  installJournal(core);
  takeBackUnfinished(core);
}

/**
 * Makes an empty notebook and opens it.
 * @throws LecternError `folder-missing`, `file-exists`, `cannot-write` or `disk-full`
 */
export function createNotebook(path: string, options: NotebookOptions = {}): Notebook {
  createFile(path);
  return openNotebook(path, options);
}
