/** The only file that loads better-sqlite3: whatever holds a handle got it here, with the pragmas below set. */
import Database from 'better-sqlite3';

export type Handle = Database.Database;
export type Statement = Database.Statement<unknown[], unknown>;

/** `LCTN`: marks an SQLite file as a notebook, at bytes 68 to 71 of the file. */
export const APPLICATION_ID = 0x4c43544e;

/** How long a locked file is waited for, in milliseconds: enough for another program that is just closing it. */
const PATIENCE = 500;

/**
 * Opens an SQLite file that exists.
 * SQLite keeps none of these settings in the file, except the journal mode, so they are set on every open.
 */
export function openHandle(path: string, readonly: boolean): Handle {
  const handle = new Database(path, { readonly, fileMustExist: true, timeout: PATIENCE });
  try {
    settle(handle);
    return handle;
  } catch (error) {
    // Some settings look into the file, and a handle nobody has would keep its locks.
    handle.close();
    throw error;
  }
}

function settle(handle: Handle): void {
  // A notebook may come from a stranger: see "Defense against the dark arts", https://sqlite.org/security.html.
  handle.pragma('trusted_schema = OFF');
  handle.pragma('cell_size_check = ON');
  handle.pragma('mmap_size = 0');
  handle.pragma('foreign_keys = ON');
  // So that INSERT OR REPLACE tells the journal and the index of the row it pushed out.
  handle.pragma('recursive_triggers = ON');
  handle.pragma('temp_store = MEMORY');
  handle.pragma('synchronous = FULL');
}

/** Opens a new, empty SQLite file that must not hold anything yet. */
export function createHandle(path: string): Handle {
  new Database(path).close();
  return openHandle(path, false);
}

/** SQLite's own name for what went wrong, for instance `SQLITE_BUSY`; undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined;
}

/** Opens a new database that lives in memory. */
export function createMemoryHandle(): Handle {
  return new Database(':memory:');
}
