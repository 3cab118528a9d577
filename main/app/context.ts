import type { Connection, Notebook, Step } from '../../db/index.ts';
import { LecternError } from '../../db/model/index.ts';
import type { CallOptions, Progress } from '../contract/index.ts';
import type { Desk } from './desk.ts';
import type { Keeper } from './keeper/index.ts';
import type { Ports } from './ports.ts';

/** What a handler works with: the open notebook, the world outside, and the caller's patience. */
export interface Context {
  readonly ports: Ports;
  readonly desk: Desk;
  /** The open notebook. @throws LecternError `no-notebook` */
  notebook(): Notebook;
  /** Who makes its backups. @throws LecternError `no-notebook` */
  keeper(): Keeper;
  /** Reads the open notebook. */
  read<T>(work: (connection: Connection) => T): T;
  /** Does one deed to the open notebook: durable, or refused with nothing changed, when this returns. */
  write<T>(step: Step, work: (connection: Connection) => T): T;
  progress(progress: Progress): void;
  /** Whether the caller no longer wants an answer, or the notebook is about to be closed. */
  cancelled(): boolean;
}

export function createContext(ports: Ports, desk: Desk, { signal, onProgress }: CallOptions): Context {
  const began = desk.notebook();
  // Always the notebook that was open when the request came: another one opened since is none of its business.
  const notebook = (): Notebook => {
    if (began === null || desk.notebook() !== began) throw new LecternError('no-notebook', 'No notebook is open.');
    return began;
  };
  return {
    ports,
    desk,
    notebook,
    keeper() {
      notebook();
      const keeper = desk.keeper();
      if (keeper === null) throw new LecternError('no-notebook', 'No notebook is open.');
      return keeper;
    },
    read: (work) => notebook().read(work),
    write: (step, work) => notebook().write(step, work),
    progress: (progress) => onProgress?.(progress),
    cancelled: () => signal?.aborted === true || desk.closing() || desk.notebook() !== began,
  };
}
