import { CallFailed, type CallOptions, type Channel, type FromHost, PROTOCOL_VERSION, type ToHost } from './channel.ts';
import type { EventName, Events } from './events.ts';
import type { Input, MethodName, Output } from './methods.ts';

/** One end of whatever carries messages, in order and as data. Only one listener of each kind is kept. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Heard once, when the other end is gone. */
  onClose(listener: () => void): void;
  close(): void;
}

/** The first thing a shell says to a window. */
export interface Hello {
  readonly protocol: number;
  readonly shell: 'electron' | 'loopback';
  /** As Node names it: `linux`, `win32`, `darwin`. */
  readonly platform: string;
  /** Whether `pick` shows the system's own dialog; without them the window asks in its own. */
  readonly nativeDialogs: boolean;
}

/** What a shell with native dialogs can be asked to choose: a notebook to open, or where to put a new one. */
export type Pick = 'notebook' | 'new-notebook';

/** What a window says to the shell around it, beside the contract: `suggestion` is a name to begin with. */
export type ToShell =
  | { readonly ask: number; readonly pick: Pick; readonly suggestion: string }
  | { readonly flushed: true };

/**
 * What a shell says to its window, beside the contract: who it is, a command of its menu, that the window is about to be
 * closed and is to say `flushed` once it has saved, the path of a notebook opened from outside, the answer to an `ask`.
 */
export type FromShell =
  | { readonly hello: Hello }
  | { readonly command: string }
  | { readonly flush: true }
  | { readonly open: string }
  | { readonly asked: number; readonly path: string | null };

/** A channel with the shell at its other end. */
export interface Line extends Channel {
  /** Waits for the shell's first words; fails when it speaks another version of the protocol or hangs up before. */
  readonly hello: Promise<Hello>;
  /** The path chosen in a native dialog, or null when it was left. */
  pick(what: Pick, suggestion?: string): Promise<string | null>;
  /** Hears the commands of the shell's menu. Returns the function that ends it. */
  onCommand(listener: (id: string) => void): () => void;
  /** Is called before the window is closed, which waits a while for the promise. Returns the function that ends it. */
  onFlush(listener: () => Promise<void>): () => void;
  /** Hears the path of a notebook the user opened outside the window. Returns the function that ends it. */
  onOpen(listener: (path: string) => void): () => void;
  /** Hears, once, that the other end is gone. */
  onClose(listener: () => void): void;
}

interface Pending {
  readonly resolve: (output: unknown) => void;
  readonly reject: (failure: CallFailed) => void;
  readonly options: CallOptions;
  readonly cancel: () => void;
}

const cut = () => new CallFailed({ code: 'engine-lost', message: 'The connection to Lectern was lost.' });

/** Speaks the contract over a port, from the caller's end. */
export function openLine(port: Port): Line {
  let last = 0;
  let closed = false;
  const pending = new Map<number, Pending>();
  const asked = new Map<number, (path: string | null) => void>();
  const events = new Map<string, Set<(data: never) => void>>();
  const commands = new Set<(id: string) => void>();
  const flushes = new Set<() => Promise<void>>();
  const openings = new Set<(path: string) => void>();
  const closings = new Set<() => void>();
  const hello = Promise.withResolvers<Hello>();
  // Who does not wait for it must not be told that it failed.
  hello.promise.catch(() => {});

  port.onMessage((message) => {
    // The other end is ours and checks its own types; what is not a message of ours falls through.
    const from = message as FromHost | FromShell;
    if ('event' in from) {
      for (const listener of events.get(from.event) ?? []) (listener as (data: unknown) => void)(from.data);
    } else if ('call' in from) settle(from);
    else if ('hello' in from) greet(from.hello);
    else if ('command' in from) for (const listener of commands) listener(from.command);
    else if ('flush' in from) void flush();
    else if ('open' in from) for (const listener of openings) listener(from.open);
    else if ('asked' in from) {
      asked.get(from.asked)?.(from.path);
      asked.delete(from.asked);
    }
  });
  port.onClose(hangUp);

  function settle(answer: Extract<FromHost, { call: number }>): void {
    const call = pending.get(answer.call);
    if (call === undefined) return;
    if ('progress' in answer) {
      call.options.onProgress?.(answer.progress);
      return;
    }
    pending.delete(answer.call);
    call.options.signal?.removeEventListener('abort', call.cancel);
    if ('failure' in answer) call.reject(new CallFailed(answer.failure));
    else call.resolve(answer.output);
  }

  function greet(words: Hello): void {
    if (words.protocol === PROTOCOL_VERSION) hello.resolve(words);
    else {
      const message = 'This window belongs to another version of Lectern; load it again.';
      hello.reject(new CallFailed({ code: 'conflict', message }));
    }
  }

  /** What could not be saved is no reason to keep the window open for ever. */
  async function flush(): Promise<void> {
    await Promise.allSettled([...flushes].map((listener) => listener()));
    if (!closed) port.post({ flushed: true } satisfies ToShell);
  }

  function hangUp(): void {
    if (closed) return;
    closed = true;
    hello.reject(cut());
    for (const call of pending.values()) call.reject(cut());
    pending.clear();
    for (const answer of asked.values()) answer(null);
    asked.clear();
    for (const listener of closings) listener();
  }

  return {
    hello: hello.promise,
    call<M extends MethodName>(method: M, input: Input<M>, options: CallOptions = {}): Promise<Output<M>> {
      if (closed) return Promise.reject(cut());
      const call = ++last;
      return new Promise<Output<M>>((resolve, reject) => {
        const cancel = () => port.post({ cancel: call } satisfies ToHost);
        pending.set(call, { resolve: (output) => resolve(output as Output<M>), reject, options, cancel });
        port.post({ call, method, input } satisfies ToHost);
        if (options.signal?.aborted) cancel();
        else options.signal?.addEventListener('abort', cancel);
      });
    },
    subscribe<E extends EventName>(event: E, listener: (data: Events[E]) => void): () => void {
      const listeners = events.get(event) ?? new Set();
      events.set(event, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    pick(what, suggestion = '') {
      if (closed) return Promise.resolve(null);
      const ask = ++last;
      return new Promise((resolve) => {
        asked.set(ask, resolve);
        port.post({ ask, pick: what, suggestion } satisfies ToShell);
      });
    },
    onCommand(listener) {
      commands.add(listener);
      return () => commands.delete(listener);
    },
    onFlush(listener) {
      flushes.add(listener);
      return () => flushes.delete(listener);
    },
    onOpen(listener) {
      openings.add(listener);
      return () => openings.delete(listener);
    },
    onClose(listener) {
      if (closed) listener();
      else closings.add(listener);
    },
    close() {
      port.close();
      hangUp();
    },
  };
}
