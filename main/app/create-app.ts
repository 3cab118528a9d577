import type { CallOptions, Event, Failure } from '../contract/index.ts';
import type { Ports } from './ports.ts';

/** What a request came to. */
export type Answer = { readonly output: unknown } | { readonly failure: Failure };

/** One user's Lectern: at most one open notebook, any number of callers. */
export interface App {
  /** Answers a request of the contract. Never rejects: whatever goes wrong is a failure. */
  handle(method: string, input: unknown, options?: CallOptions): Promise<Answer>;
  /** Hears every event of the contract, after the fact is durable. Returns the function that ends it. */
  subscribe(listener: (event: Event) => void): () => void;
  /** Closes the open notebook. */
  close(): Promise<void>;
}

/** Builds the app from what it needs of the world. */
export function createApp(_ports: Ports): App {
  return {
    handle: async (method) => ({
      failure: { code: 'unknown-method', message: `There is no method “${method}”.`, details: { method } },
    }),
    subscribe: () => () => {},
    close: async () => {},
  };
}
