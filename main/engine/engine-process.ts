import type { Answer, App, Log } from '../app/index.ts';
import type { CallOptions, Event, Failure, FromHost, Input, NotebookStatus, Port, ToHost } from '../contract/index.ts';
import type { Printed, ToPrint } from './printing.ts';

/** A running engine as the shell sees it; the port closes when the process ends, however it ends. */
export interface EngineChild extends Port {
  readonly pid: number | undefined;
  /** Ends it at once. Safe at any time: what was acknowledged is on the disk. */
  kill(): void;
}

export interface EngineProcessOptions {
  /** Starts a process that runs `entry.ts`. */
  readonly spawn: () => EngineChild;
  readonly clock: () => number;
  /** Waits that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: Log;
  /** Prints `NAME.html` of the spool folder to `NAME.pdf` beside it; needed where the settings say that the shell prints. */
  readonly printPage?: (name: string) => Promise<void>;
}

/** More deaths than this within a minute, and no further engine is started until somebody asks to open a notebook. */
const DEATHS_A_MINUTE = 5;
const FIRST_PAUSE = 50;
/** How long an engine may take to close its notebook before it is ended. */
const CLOSING_LIMIT = 5_000;

const lost: Failure = {
  code: 'engine-lost',
  message: 'The part of Lectern that keeps the notebook stopped while it was at work; what was saved is safe.',
};

interface Pending {
  readonly settle: (answer: Answer) => void;
  readonly options: CallOptions;
}

/**
 * The app in a process of its own, as the shells hold it: forwards requests, and when the process dies answers what was
 * under way with `engine-lost`, starts another, opens the same notebook in it and tells every caller.
 */
export class EngineProcess implements App {
  readonly #options: EngineProcessOptions;
  readonly #listeners = new Set<(event: Event) => void>();
  readonly #pending = new Map<number, Pending>();
  #child: EngineChild | undefined;
  /** Settled when the process at work has ended, however it ended. */
  #ended: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;
  #ready: Promise<void> = Promise.resolve();
  #last = 0;
  #notebook: Input<'notebook.open'> | undefined;
  #deaths: number[] = [];
  #state: 'running' | 'restarting' | 'failed' | 'closed' = 'running';

  constructor(options: EngineProcessOptions) {
    this.#options = options;
    this.#start();
  }

  /** The process now at work, for whoever watches over processes; undefined between two. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async handle(method: string, input: unknown, options: CallOptions = {}): Promise<Answer> {
    if (this.#state === 'failed' && method === 'notebook.open') this.#revive();
    await this.#ready;
    return this.#ask(method, input, options);
  }

  subscribe(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Lets the engine finish and close its notebook, then ends it; after a time limit it is ended all the same. Whoever
   * takes the engine's folders away afterwards finds no process in them.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#ready;
    this.#state = 'closed';
    this.#listeners.clear();
    await Promise.race([this.#ask('notebook.close', {}, {}), this.#options.wait(CLOSING_LIMIT)]);
    if (this.#child === undefined) return;
    this.#child.kill();
    await Promise.race([this.#ended, this.#options.wait(CLOSING_LIMIT)]);
  }

  #start(): void {
    const child = this.#options.spawn();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#child = child;
    this.#ended = promise;
    child.onMessage((message) => this.#receive(message as FromHost | ToPrint, child));
    child.onClose(() => {
      this.#died();
      resolve();
    });
  }

  #ask(method: string, input: unknown, options: CallOptions): Promise<Answer> {
    const child = this.#child;
    if (child === undefined) return Promise.resolve({ failure: lost });
    const call = ++this.#last;
    return new Promise((resolve) => {
      const cancel = () => child.post({ cancel: call } satisfies ToHost);
      const settle = (answer: Answer) => {
        options.signal?.removeEventListener('abort', cancel);
        resolve(answer);
      };
      this.#pending.set(call, { settle, options });
      child.post({ call, method, input } satisfies ToHost);
      if (options.signal?.aborted) cancel();
      else options.signal?.addEventListener('abort', cancel);
    });
  }

  #receive(message: FromHost | ToPrint, child: EngineChild): void {
    if ('print' in message) {
      void this.#print(message.print, child);
      return;
    }
    if ('event' in message) {
      if (message.event === 'notebook') this.#notebook = openingOf(message.data);
      // While the same notebook is opened again nothing has changed for anybody; `back` tells them.
      if (this.#state === 'running') this.#tell(message);
      return;
    }
    const pending = this.#pending.get(message.call);
    if (pending === undefined) return;
    if ('progress' in message) {
      pending.options.onProgress?.(message.progress);
      return;
    }
    this.#pending.delete(message.call);
    pending.settle('failure' in message ? { failure: message.failure } : { output: message.output });
  }

  async #print(name: string, child: EngineChild): Promise<void> {
    try {
      if (this.#options.printPage === undefined) throw new Error('This shell does not print.');
      await this.#options.printPage(name);
      child.post({ printed: name } satisfies Printed);
    } catch (cause) {
      this.#options.log.error('A page could not be printed.', cause);
      child.post({ printed: name, failed: String(cause) } satisfies Printed);
    }
  }

  #died(): void {
    this.#child = undefined;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    if (this.#state === 'running') {
      this.#state = 'restarting';
      this.#ready = this.#restart();
      this.#tell({ event: 'engine', data: { state: 'lost', notebook: null } });
    }
    for (const { settle } of pending) settle({ failure: lost });
  }

  async #restart(): Promise<void> {
    const reopen = this.#notebook;
    while (this.#state === 'restarting') {
      const now = this.#options.clock();
      this.#deaths = [...this.#deaths.filter((death) => now - death < 60_000), now];
      if (this.#deaths.length > DEATHS_A_MINUTE) {
        this.#state = 'failed';
        this.#options.log.error('The engine died too often and is not started again.', undefined);
        this.#tell({ event: 'engine', data: { state: 'failed', notebook: null } });
        return;
      }
      await this.#options.wait(FIRST_PAUSE * 3 ** (this.#deaths.length - 1));
      this.#start();
      const status = await this.#reopen(reopen);
      if (status === undefined) continue;
      this.#state = 'running';
      this.#tell({ event: 'engine', data: { state: 'back', notebook: status } });
    }
  }

  /** The new engine's notebook; a closed one where the old one cannot be opened; undefined when the engine died again. */
  async #reopen(notebook: Input<'notebook.open'> | undefined): Promise<NotebookStatus | undefined> {
    if (notebook !== undefined) {
      const opened = await this.#ask('notebook.open', notebook, {});
      if ('output' in opened) return opened.output as NotebookStatus;
      if (opened.failure === lost) return undefined;
      this.#options.log.error(`The notebook could not be opened again: ${opened.failure.message}`, undefined);
    }
    const status = await this.#ask('notebook.status', {}, {});
    return 'output' in status ? (status.output as NotebookStatus) : undefined;
  }

  #revive(): void {
    this.#deaths = [];
    this.#state = 'running';
    this.#start();
  }

  #tell(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** How the notebook of a status is opened again. */
function openingOf({ open, path, reason }: NotebookStatus): Input<'notebook.open'> | undefined {
  if (!open) return undefined;
  return reason === 'asked' ? { path, readOnly: true } : { path };
}
