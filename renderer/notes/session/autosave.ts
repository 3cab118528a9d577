import type { Failure } from '../../../main/contract/index.ts';

/** How a text stands to the notebook: on disk, typed and waiting, on its way, refused, or overtaken by another save. */
export type SaveStatus =
  | { readonly kind: 'saved' | 'waiting' | 'saving' | 'conflict' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface AutosavePorts<Draft> {
  /** The text as it is now; asked for at the moment of saving. */
  read(): Draft;
  /** Saves a draft that began from `revision`; answers the new revision, or throws. */
  save(draft: Draft, revision: number): Promise<number>;
  failureOf(error: unknown): Failure;
  /** Hears of every change of status. */
  tell(status: SaveStatus): void;
  /** Runs later, in milliseconds; answers how to call it off. */
  later(run: () => void, delay: number): () => void;
}

export interface Autosave {
  status(): SaveStatus;
  /** Says that the researcher changed something. Nothing else ever causes a save. */
  touch(): void;
  /** Saves what is unsaved now; true once everything is on disk, false where saving failed or it was closed before. */
  flush(): Promise<boolean>;
  /** Continues from another revision with nothing unsaved: the text was read anew. */
  restart(revision: number): void;
  /** Continues from another revision with the text still unsaved: the other save was overruled or was our own. */
  rebase(revision: number): void;
  revision(): number;
  /** Ends it for good: nothing is saved any more, and what a save on its way comes to is not heard. */
  close(): void;
}

/** Quiet after the last key before a save, in milliseconds. */
export const QUIET = 600;

/** Saves a text as it is typed: after a pause, never twice at once, and again when it changed during a save. */
export function createAutosave<Draft>(firstRevision: number, ports: AutosavePorts<Draft>): Autosave {
  let revision = firstRevision;
  let status: SaveStatus = { kind: 'saved' };
  let typed = 0;
  let kept = 0;
  let flight: Promise<void> | null = null;
  let callOff: (() => void) | null = null;
  let isClosed = false;

  const become = (next: SaveStatus) => {
    if (isClosed) return;
    if (status.kind === next.kind && next.kind !== 'failed') return;
    status = next;
    ports.tell(next);
  };

  const disarm = () => {
    callOff?.();
    callOff = null;
  };

  const arm = () => {
    disarm();
    if (isClosed) return;
    callOff = ports.later(() => {
      callOff = null;
      start();
    }, QUIET);
  };

  const start = () => {
    if (isClosed || flight || typed === kept || status.kind === 'conflict') return;
    const version = typed;
    disarm();
    become({ kind: 'saving' });
    flight = ports.save(ports.read(), revision).then(
      (next) => {
        flight = null;
        revision = next;
        kept = Math.max(kept, version);
        if (typed === kept) become({ kind: 'saved' });
        else {
          become({ kind: 'waiting' });
          arm();
        }
      },
      (error: unknown) => {
        flight = null;
        const failure = ports.failureOf(error);
        become(failure.code === 'conflict' ? { kind: 'conflict' } : { kind: 'failed', failure });
      },
    );
  };

  const isStuck = () => status.kind === 'failed' || status.kind === 'conflict';

  return {
    status: () => status,
    revision: () => revision,
    touch() {
      typed++;
      if (status.kind === 'conflict') return;
      if (status.kind === 'saved') become({ kind: 'waiting' });
      if (!flight) arm();
    },
    async flush() {
      await flight;
      while (typed !== kept) {
        start();
        await flight;
        if (isStuck() || isClosed) return false;
      }
      return true;
    },
    restart(next) {
      disarm();
      revision = next;
      kept = typed;
      become({ kind: 'saved' });
    },
    rebase(next) {
      revision = next;
      become({ kind: 'waiting' });
      arm();
    },
    close() {
      isClosed = true;
      disarm();
    },
  };
}
