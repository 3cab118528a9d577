import { type Stats, statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { arrivals, createNotebook, type Notebook, openNotebook } from '../../db/index.ts';
import type { Event, NotebookStatus } from '../contract/index.ts';
import { createKeeper, type Keeper, shelfOf, stemOf } from './keeper/index.ts';
import { placeOf } from './place-of.ts';
import type { Log, Ports } from './ports.ts';
import { backupsFolder } from './stored-preferences.ts';

/** Where the one open notebook lies; opening and closing happen here, one after the other. */
export interface Desk {
  notebook(): Notebook | null;
  /** Who makes the backups of the open notebook. */
  keeper(): Keeper | null;
  /** Whether the open notebook is to be closed: long work should stop. */
  closing(): boolean;
  status(): NotebookStatus;
  /** Tells everybody the status, after something in it has changed. */
  tellStatus(): void;
  /** Closes what is open and opens another one; `readOnly`: only to look at it. */
  open(path: string, readOnly?: boolean): Promise<NotebookStatus>;
  /** Closes what is open and opens a new one. */
  create(path: string): Promise<NotebookStatus>;
  close(): Promise<void>;
  /** Closes what is open, works on the file, and opens it, whatever came of the work. */
  reopenAfter<T>(path: string, work: () => T): Promise<T>;
  /** Runs work that goes on across several turns; closing waits for it. */
  longWork<T>(work: () => Promise<T>): Promise<T>;
  /** Long work that nobody may change anything beside. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody is at work alone. */
  untilOthersMay(): Promise<void>;
}

export function createDesk(ports: Ports, tell: (event: Event) => void): Desk {
  let open: Notebook | null = null;
  let keeper: Keeper | null = null;
  let place: ReturnType<typeof placeOf> = { place: 'local', service: '' };
  let closing = false;
  let queue: Promise<unknown> = Promise.resolve();
  const running = new Set<Promise<unknown>>();
  let lonely: Promise<void> | null = null;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  function status(): NotebookStatus {
    return open === null || keeper === null ? NOTHING_OPEN : { ...statusOf(open, keeper), ...place };
  }

  async function put(path: string, opening: typeof openNotebook, readOnly = false): Promise<NotebookStatus> {
    // What is to come is opened first, so that a refusal leaves the notebook at hand where it is.
    const backups = await backupsFolder(ports);
    const { clock: now, random } = ports;
    const next = opening(path, { now, random, readOnly, backupFolder: shelfOf(backups, path) });
    await putAway();
    open = next;
    place = placeOf(next.path);
    keeper = createKeeper(next, backups, ports, tellStatus);
    await discardUnfinished(next, ports.log);
    next.onChanged((changes) => {
      tell({ event: 'changed', data: { changes, undo: next.nextUndo(), redo: next.nextRedo() } });
    });
    tell({ event: 'notebook', data: status() });
    return status();
  }

  async function putAway(): Promise<void> {
    if (open === null) return;
    closing = true;
    try {
      await Promise.allSettled(running);
      await keeper?.close();
      const last = open;
      open = null;
      keeper = null;
      last.close();
    } catch (error) {
      // What was saved is on the disk already; that tidying up failed must not keep the next notebook out.
      ports.log.error('A notebook was not closed tidily', error);
    } finally {
      closing = false;
    }
  }

  const tellStatus = () => tell({ event: 'notebook', data: status() });

  async function longWork<T>(work: () => Promise<T>): Promise<T> {
    const done = work();
    running.add(done);
    try {
      return await done;
    } finally {
      running.delete(done);
    }
  }

  async function untilOthersMay(): Promise<void> {
    for (let work = lonely; work !== null; work = lonely) await work;
  }

  return {
    notebook: () => open,
    keeper: () => keeper,
    closing: () => closing,
    status,
    tellStatus,
    open: (path, readOnly = false) =>
      inTurn(async () => {
        if (isOpen(open, path)) {
          if (readOnly || open?.readOnlyReason !== 'asked') return status();
          // It was only being looked at, and would be in its own way.
          await putAway();
          tellStatus();
        }
        return put(path, openNotebook, readOnly);
      }),
    create: (path) => inTurn(() => put(path, createNotebook)),
    close: () =>
      inTurn(async () => {
        if (open === null) return;
        await putAway();
        tell({ event: 'notebook', data: status() });
      }),
    reopenAfter: (path, work) =>
      inTurn(async () => {
        await putAway();
        // What windows remember of the old file is not true of the new one, though it has the same path.
        tellStatus();
        try {
          return work();
        } finally {
          await put(path, openNotebook);
        }
      }),
    longWork,
    async alone(work) {
      await untilOthersMay();
      const alone = Promise.withResolvers<void>();
      lonely = alone.promise;
      try {
        return await longWork(work);
      } finally {
        lonely = null;
        alone.resolve();
      }
    },
    untilOthersMay,
  };
}

const NOTHING_OPEN: NotebookStatus = {
  open: false,
  name: '',
  path: '',
  readOnly: false,
  reason: null,
  recovered: false,
  aside: [],
  place: 'local',
  service: '',
  schemaVersion: 0,
  size: 0,
  lastBackupAt: null,
  backupFailure: null,
  flaws: 0,
};

function statusOf(notebook: Notebook, keeper: Keeper): Omit<NotebookStatus, 'place' | 'service'> {
  const { at, failure, flaws } = keeper.state();
  return {
    open: true,
    name: stemOf(notebook.path),
    path: notebook.path,
    readOnly: notebook.readOnly,
    reason: notebook.readOnlyReason,
    recovered: notebook.recovered,
    aside: [...notebook.aside],
    schemaVersion: notebook.schemaVersion,
    size: statSync(notebook.path, { throwIfNoEntry: false })?.size ?? 0,
    lastBackupAt: at,
    backupFailure: failure,
    flaws,
  };
}

function isOpen(notebook: Notebook | null, path: string): boolean {
  if (notebook === null) return false;
  const there = fileAt(path);
  const here = statSync(notebook.path, { throwIfNoEntry: false });
  return there !== undefined && here !== undefined && there.ino === here.ino && there.dev === here.dev;
}

/** Undefined also where the path is none at all; opening it says what is wrong with it. */
function fileAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Takes away what imports left that were cut off, for instance by a power cut. */
async function discardUnfinished(notebook: Notebook, log: Log): Promise<void> {
  if (notebook.readOnly) return;
  const storing = { deed: 'import-source', subject: '' } as const;
  try {
    for (const id of notebook.read(arrivals.unfinished)) {
      while (!notebook.write(storing, (connection) => arrivals.discard(connection, id))) await nextTurn();
    }
  } catch (error) {
    // On a full disk, say: nobody sees what is left, and the next opening tries again.
    log.error('What an import left could not be taken away', error);
  }
}
