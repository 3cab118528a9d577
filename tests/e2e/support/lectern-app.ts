import type { Page } from '@playwright/test';

/** The shells the specs run in; each is a project of playwright.config.ts. */
export type Shell = 'loopback' | 'electron';

/** A running Lectern of a test's own: its folders are new and empty, and gone afterwards. */
export interface LecternApp {
  readonly shell: Shell;
  /** The address of its page, key included where there is one. */
  readonly url: string;
  /** The folder where new notebooks go. */
  readonly notebooks: string;
  /** The user's configuration and backups. */
  readonly config: string;
  /** Its own window; a shell without one is opened in a page of the browser. */
  readonly window: Page | undefined;
  /** Lets the system's next dialog answer with this path, as nobody is there to choose one; only where there are such dialogs. */
  readonly choose: ((path: string) => Promise<void>) | undefined;
  /** Does what ends in a download, and answers the path of the file, which keeps its name. */
  download(page: Page, deed: () => Promise<void>): Promise<string>;
  /** Ends the engine's process as a crash would. */
  killEngine(): Promise<void>;
  /** Writes a file into a folder of the test's own and answers its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Ends the program and leaves its files, for a look at them by the command line. */
  release(): Promise<void>;
  stop(): Promise<void>;
}
