import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { arrivals, createNotebook, type Notebook, openNotebook } from '../../db/index.ts';
import type { Event, NotebookStatus } from '../contract/index.ts';
import type { Log, Ports } from './ports.ts';

/** Where the one open notebook lies; opening and closing happen here, one after the other. */
export interface Desk {
  notebook(): Notebook | null;
  /** Whether the open notebook is to be closed: long work should stop. */
  closing(): boolean;
  status(): NotebookStatus;
  /** Tells everybody the status, after something in it has changed. */
  tellStatus(): void;
  /** Closes what is open and opens another one. */
  open(path: string): Promise<NotebookStatus>;
  /** Closes what is open and opens a new one. */
  create(path: string): Promise<NotebookStatus>;
  close(): Promise<void>;
  /** Runs work that goes on across several turns; closing waits for it. */
  longWork<T>(work: () => Promise<T>): Promise<T>;
}

const ENDING = '.lectern';

export function createDesk(ports: Ports, tell: (event: Event) => void): Desk {
  let open: Notebook | null = null;
  let closing = false;
  let queue: Promise<unknown> = Promise.resolve();
  const running = new Set<Promise<unknown>>();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  function status(): NotebookStatus {
    return open === null ? NOTHING_OPEN : statusOf(open);
  }

  async function put(opening: () => Notebook): Promise<NotebookStatus> {
    // What is to come is opened first, so that a refusal leaves the notebook at hand where it is.
    const next = opening();
    await putAway();
    open = next;
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
      const last = open;
      open = null;
      last.close();
    } catch (error) {
      // What was saved is on the disk already; that tidying up failed must not keep the next notebook out.
      ports.log.error('A notebook was not closed tidily', error);
    } finally {
      closing = false;
    }
  }

  const options = { now: ports.clock, random: ports.random, backupFolder: ports.places.backups };

  return {
    notebook: () => open,
    closing: () => closing,
    status,
    tellStatus: () => tell({ event: 'notebook', data: status() }),
    open: (path) =>
      inTurn(() => (isOpen(open, path) ? Promise.resolve(status()) : put(() => openNotebook(path, options)))),
    create: (path) => inTurn(() => put(() => createNotebook(path, options))),
    close: () =>
      inTurn(async () => {
        if (open === null) return;
        await putAway();
        tell({ event: 'notebook', data: status() });
      }),
    async longWork(work) {
      const done = work();
      running.add(done);
      try {
        return await done;
      } finally {
        running.delete(done);
      }
    },
  };
}

const NOTHING_OPEN: NotebookStatus = {
  open: false,
  name: '',
  path: '',
  readOnly: false,
  reason: null,
  recovered: false,
  schemaVersion: 0,
  size: 0,
  lastBackupAt: null,
};

function statusOf(notebook: Notebook): NotebookStatus {
  return {
    open: true,
    name: nameOf(notebook.path),
    path: notebook.path,
    readOnly: notebook.readOnly,
    reason: notebook.readOnlyReason,
    recovered: notebook.recovered,
    schemaVersion: notebook.schemaVersion,
    size: statSync(notebook.path, { throwIfNoEntry: false })?.size ?? 0,
    lastBackupAt: notebook.lastBackupAt(),
  };
}

/** A notebook is called what its file is, without the ending. */
export function nameOf(path: string): string {
  return basename(path, ENDING);
}

function isOpen(notebook: Notebook | null, path: string): boolean {
  if (notebook === null) return false;
  const there = statSync(path, { throwIfNoEntry: false });
  const here = statSync(notebook.path, { throwIfNoEntry: false });
  return there !== undefined && here !== undefined && there.ino === here.ino && there.dev === here.dev;
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
