import type { Channel, Failure, Input, MethodName, Output } from '../../main/contract/index.ts';
import { failureOf } from './queries.ts';
import { createStore } from './store.ts';

/** What the status bar says about saving: deeds on their way, and the one that did not go through. */
export interface Saving {
  readonly pending: number;
  readonly failure: Failure | null;
  readonly retry: (() => void) | null;
}

export const saving = createStore<Saving>({ pending: 0, failure: null, retry: null });

/**
 * Does a deed and lets the status bar follow it. When the deed fails because the engine or the line was lost, the
 * status bar offers to do it again.
 * @throws what the call threw, for the caller to say in its own place
 */
export async function doDeed<M extends MethodName>(client: Channel, method: M, input: Input<M>): Promise<Output<M>> {
  saving.set((now) => ({ pending: now.pending + 1 }));
  try {
    const output = await client.call(method, input);
    saving.set((now) => ({ pending: now.pending - 1, failure: null, retry: null }));
    return output;
  } catch (error) {
    const failure = failureOf(error);
    const lost = NOT_SAVED.has(failure.code);
    const retry = () => void doDeed(client, method, input).catch(() => undefined);
    saving.set((now) => ({ pending: now.pending - 1, ...(lost ? { failure, retry } : {}) }));
    throw error;
  }
}

/** Failures that leave work undone through no fault of the person: worth trying again. */
const NOT_SAVED: ReadonlySet<Failure['code']> = new Set(['engine-lost', 'disk-full', 'cannot-write', 'internal']);
