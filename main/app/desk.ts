import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { arrivals, createNotebook, type Notebook, openNotebook } from '../../db/index.ts';
import type { Event, NotebookStatus } from '../contract/index.ts';
import type { Ports } from './ports.ts';

/** Where the one open notebook lies; opening and closing happen here, one after the other. */
export interface Desk {
  notebook(): Notebook | null;
  /** Whether the open notebook is to be closed: long work should stop. */
  closing(): boolean;
  status(): NotebookStatus;
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
    discardUnfinished(next);
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
    } finally {
      closing = false;
    }
  }

  const options = { now: ports.clock, random: ports.random, backupFolder: ports.places.backups };

  return {
    notebook: () => open,
    closing: () => closing,
    status,
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

/** Takes away what an import left that was cut off, for instance by a power cut. */
function discardUnfinished(notebook: Notebook): void {
  const left = notebook.read(arrivals.unfinished);
  if (left.length === 0 || notebook.readOnly) return;
  notebook.write({ deed: 'import-source', subject: '' }, (connection) => {
    for (const id of left) arrivals.discard(connection, id);
  });
}
