import type { Failure } from '../../db/model/index.ts';
import type { Event, EventName, Events } from './events.ts';
import type { Input, MethodName, Output } from './methods.ts';

/** Grows when an old window could not speak with a new host; compared when they meet. */
export const PROTOCOL_VERSION = 1;

/** How far long work has come; `total` is 0 while unknown. `item` names what is being worked on. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly item: string;
}

/** What travels from a caller to the host. `id` is the caller's own number for the call. */
export type ToHost =
  | { readonly call: number; readonly method: string; readonly input: unknown }
  | { readonly cancel: number };

/** What travels from the host to a caller: an answer, progress of a call, or an event. */
export type FromHost =
  | { readonly call: number; readonly output: unknown }
  | { readonly call: number; readonly failure: Failure }
  | { readonly call: number; readonly progress: Progress }
  | Event;

/** What of an `AbortSignal` the contract needs; spelled out because this zone knows neither the DOM nor Node. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions {
  readonly signal?: CancelSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The one door between a caller and the host, whatever carries the messages. */
export interface Channel {
  /** @throws CallFailed with the host's failure, or one of code `engine-lost` when the line is cut */
  call<M extends MethodName>(method: M, input: Input<M>, options?: CallOptions): Promise<Output<M>>;
  /** Returns the function that ends the subscription. */
  subscribe<E extends EventName>(event: E, listener: (data: Events[E]) => void): () => void;
  close(): void;
}

/** A failure the host answered with. */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallFailed';
    this.failure = failure;
  }
}
