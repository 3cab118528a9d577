import type { Change } from '../model/index.ts';
import type { Handle, Statement } from './handle.ts';

/** What a `?` in a statement can stand for. A list goes in as one JSON text and is read with `json_each(?)`. */
export type Value = string | number | bigint | null | Uint8Array;

/**
 * What a store reads and writes through. Statements are prepared once and kept, so their text has to be constant:
 * values are bound to `?`, identifiers come from closed lists. `T` is the row as the statement's columns spell it; it
 * is the caller's word, kept honest by STRICT tables.
 */
export interface Connection {
  readonly readOnly: boolean;
  all<T>(sql: string, ...values: readonly Value[]): T[];
  get<T>(sql: string, ...values: readonly Value[]): T | undefined;
  /** Row by row, for more than fits in memory. Nothing can be written before the last row is read. */
  iterate<T>(sql: string, ...values: readonly Value[]): IterableIterator<T>;
  /**
   * Changes rows; answers how many.
   * @throws Error outside of `write`: what no deed names, nobody could undo
   */
  run(sql: string, ...values: readonly Value[]): number;
  /** Does something that undoing the deed shall leave alone, for instance storing an import's text. */
  untracked<T>(work: () => T): T;
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  newId(): string;
  /** To be called before the index of things is asked: it takes in what has changed. */
  catchUp(): void;
  /** Tells the listeners of the notebook what the deed changed, once it is committed. */
  changed(change: Change): void;
}

/** Where the journal writes; `step` is null while nothing is recorded. */
export interface Recording {
  step: number | null;
}

/** A connection with what only `db` itself may touch. */
export interface Core extends Connection {
  readonly handle: Handle;
  readonly recording: Recording;
  /** Whether the notebook's path still leads to the file that is open. */
  inPlace(): boolean;
  /** Changes told since the list was last emptied. */
  readonly changes: Change[];
  /** Done at the end of every transaction, as the last part of it. */
  readonly beforeCommit: (() => void)[];
  /** Done before the index of things is asked. */
  readonly beforeSearch: (() => void)[];
  /** How many transactions were committed since the notebook was opened. */
  commits: number;
}

export interface Ports {
  now(): number;
  newId(): string;
  inPlace(): boolean;
}

export function createCore(handle: Handle, ports: Ports): Core {
  const statements = new Map<string, Statement>();
  const recording: Recording = { step: null };
  const changes: Change[] = [];
  const beforeSearch: (() => void)[] = [];

  function prepared(sql: string): Statement {
    let statement = statements.get(sql);
    if (!statement) {
      statement = handle.prepare<unknown[], unknown>(sql);
      statements.set(sql, statement);
    }
    return statement;
  }

  return {
    handle,
    recording,
    changes,
    beforeCommit: [],
    beforeSearch,
    commits: 0,
    readOnly: handle.readonly,
    now: ports.now,
    newId: ports.newId,
    inPlace: ports.inPlace,
    all<T>(sql: string, ...values: readonly Value[]): T[] {
      return prepared(sql).all(...values) as T[];
    },
    get<T>(sql: string, ...values: readonly Value[]): T | undefined {
      return prepared(sql).get(...values) as T | undefined;
    },
    // A statement of its own: a kept one could not be used again until this one is done.
    iterate<T>(sql: string, ...values: readonly Value[]): IterableIterator<T> {
      return handle.prepare<unknown[], T>(sql).iterate(...values);
    },
    run(sql: string, ...values: readonly Value[]): number {
      if (!handle.inTransaction) throw new Error(`Written outside of a deed: ${sql}`);
      return prepared(sql).run(...values).changes;
    },
    untracked<T>(work: () => T): T {
      const { step } = recording;
      recording.step = null;
      try {
        return work();
      } finally {
        recording.step = step;
      }
    },
    catchUp(): void {
      for (const ready of beforeSearch) ready();
    },
    changed(change: Change): void {
      changes.push(change);
    },
  };
}
