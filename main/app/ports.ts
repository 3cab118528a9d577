import type { RandomBytes } from '../../db/model/index.ts';
import type { Parsers } from './reading/index.ts';
import type { Tending } from './tending/index.ts';

/** Where files wait that a caller handed to its shell; the shell gives each an id, a script's door its path. */
export interface Inbox {
  /**
   * Hands over the bytes of an upload for good. An upload may be taken once; the shell throws its copy away afterwards.
   * @throws LecternError `file-missing` or `cannot-read`
   */
  take(upload: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Puts a file there, for instance one of an archive. @throws LecternError `cannot-write` or `disk-full` */
  put(name: string, bytes: Uint8Array): Promise<string>;
  /** Throws away what nobody will take; safe to call twice. */
  discard(upload: string): Promise<void>;
}

/** Where files go that a caller fetches from its shell. */
export interface Outbox {
  /**
   * Puts a file there and answers the id (for a script its path) under which it is fetched.
   * @param ending the file belongs to the one put before that has none, and goes where that went under its name but for this ending
   * @throws LecternError `cannot-write` or `disk-full`
   */
  put(fileName: string, mediaType: string, bytes: Uint8Array, ending?: string): Promise<string>;
}

/**
 * Turns a page of HTML that needs nothing else into a PDF with tags, an outline and page numbers.
 * @param cancelled whether the caller no longer wants it
 * @throws LecternError `no-browser`, `cannot-print`, `disk-full` or `cancelled`
 */
export type PrintPage = (html: Uint8Array, cancelled: () => boolean) => Promise<Uint8Array>;

/** The user's own file outside every notebook, as JSON; what it holds is the app's business, not the shell's. */
export interface PreferenceFile {
  /** What was written last; `undefined` where there is none or it cannot be read. */
  read(): Promise<unknown>;
  write(value: unknown): Promise<void>;
}

/** Absolute paths the shell decides. */
export interface Places {
  /** The folder where new notebooks go when none is named; created when needed. */
  readonly notebooks: string;
  /** The folder for backups, unless the user has chosen another; each notebook has one of its own in it. Created when needed. */
  readonly backups: string;
  /** The sample notebook that came with the program. */
  readonly sample: string;
}

/** A backup is made so long after opening, where there is none of what the notebook holds; then so often while it is changed; and at its closing. */
export interface AutomaticBackups {
  readonly afterOpening: number;
  readonly whileChanging: number;
}

/** Where what nobody can act on is written down, for whoever looks into a fault. */
export interface Log {
  error(message: string, cause: unknown): void;
}

/** Everything the app asks of the world; nothing in it is global. */
export interface Ports {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: () => number;
  readonly random: RandomBytes;
  /** Reads what strangers wrote, without keeping the app waiting. */
  readonly parsers: Parsers;
  /** Looks at files nobody has open, large ones without keeping the app waiting. */
  readonly tending: Tending;
  /** When backups are made unasked, in milliseconds; null: never. */
  readonly automaticBackups: AutomaticBackups | null;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly printPage: PrintPage;
  readonly preferences: PreferenceFile;
  readonly places: Places;
  readonly log: Log;
}
