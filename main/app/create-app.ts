import type { CallOptions, Event } from '../contract/index.ts';
import { createDesk } from './desk.ts';
import { type Answer, dispatch } from './dispatch.ts';
import type { Ports } from './ports.ts';

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
export function createApp(ports: Ports): App {
  const listeners = new Set<(event: Event) => void>();
  const desk = createDesk(ports, (event) => {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        // The deed is done; that somebody could not hear of it must not make it look failed.
        ports.log.error(`A listener failed on “${event.event}”`, error);
      }
    }
  });
  return {
    handle: (method, input, options = {}) => dispatch(method, input, options, desk, ports),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => desk.close(),
  };
}
