import type { Change, HistoryStep } from '../../db/model/index.ts';
import type { NotebookStatus } from './methods.ts';

/** What the host tells every subscriber, always after the fact is durable. */
export interface Events {
  /** A deed, an undo or a redo was committed. */
  readonly changed: {
    readonly changes: readonly Change[];
    /** What `Undo` and `Redo` would do now; null where there is nothing. */
    readonly undo: HistoryStep | null;
    readonly redo: HistoryStep | null;
  };
  /** Another notebook was opened, or the open one closed or changed its state. */
  readonly notebook: NotebookStatus;
  /** The engine died and is back, with the notebook that was open; or it could not come back. */
  readonly engine: { readonly state: 'lost' | 'back' | 'failed'; readonly notebook: NotebookStatus | null };
}

export type EventName = keyof Events;

export type Event = { readonly [E in EventName]: { readonly event: E; readonly data: Events[E] } }[EventName];
