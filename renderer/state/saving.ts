import type { Channel, Failure, Input, MethodName, Output } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';
import { failureOf } from './queries.ts';

/** Something that did not reach the notebook through no fault of the person. */
interface Unsaved {
  readonly key: string;
  readonly failure: Failure;
  readonly again: () => Promise<unknown>;
}

/** What the status bar says about saving. */
export interface Saving {
  /** Deeds on their way. */
  readonly pending: number;
  readonly unsaved: readonly Unsaved[];
}

export const saving = createStore<Saving>({ pending: 0, unsaved: [] });

/** Failures after which the same deed may well succeed. */
const WORTH_RETRYING: ReadonlySet<Failure['code']> = new Set([
  'engine-lost',
  'disk-full',
  'cannot-write',
  'notebook-moved',
]);

let deeds = 0;

/**
 * Does a deed and lets the status bar follow it. One that was lost on the way is remembered, and the status bar offers
 * to do it again.
 * @throws what the call threw, for the caller to say in its own place
 */
export function doDeed<M extends MethodName>(client: Channel, method: M, input: Input<M>): Promise<Output<M>> {
  return follow(`deed ${++deeds}`, () => client.call(method, input));
}

async function follow<T>(key: string, call: () => Promise<T>): Promise<T> {
  saving.set((now) => ({ pending: now.pending + 1 }));
  try {
    const output = await call();
    markSaved(key);
    return output;
  } catch (error) {
    const failure = failureOf(error);
    if (WORTH_RETRYING.has(failure.code)) markUnsaved(key, failure, () => follow(key, call));
    else markSaved(key);
    throw error;
  } finally {
    saving.set((now) => ({ pending: now.pending - 1 }));
  }
}

/** Has the status bar say that something is not saved, and why; `key` names it until `markSaved`. */
export function markUnsaved(key: string, failure: Failure, again: () => Promise<unknown>): void {
  saving.set((now) => ({ unsaved: [...now.unsaved.filter((each) => each.key !== key), { key, failure, again }] }));
}

export function markSaved(key: string): void {
  if (saving.get().unsaved.some((each) => each.key === key)) {
    saving.set((now) => ({ unsaved: now.unsaved.filter((each) => each.key !== key) }));
  }
}

/** Does everything unsaved again, in order; what fails again is remembered again. */
export async function retryUnsaved(): Promise<void> {
  for (const each of saving.get().unsaved) {
    try {
      await each.again();
    } catch {
      // It is in the store again, and the status bar says so.
    }
  }
}

/** Forgets what was lost: another notebook is open. */
export function forgetUnsaved(): void {
  saving.set({ unsaved: [] });
}
