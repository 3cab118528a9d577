import type { HistoryStep, NotebookStatus } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';

/** The open notebook, and what Undo and Redo would do. */
export interface NotebookState {
  /** Null until the host has said whether a notebook is open. */
  readonly status: NotebookStatus | null;
  readonly undo: HistoryStep | null;
  readonly redo: HistoryStep | null;
  /** How the engine fares: `lost` while it is being started again, `failed` when it could not be. */
  readonly engine: 'running' | 'lost' | 'failed';
}

export const notebook = createStore<NotebookState>({ status: null, undo: null, redo: null, engine: 'running' });
