import {
  CallFailed,
  type Channel,
  type Failure,
  type Input,
  type MethodName,
  type Output,
} from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';
import { failureOf } from './queries.ts';

/** Something that did not reach the notebook through no fault of the person. */
interface Unsaved {
  readonly key: string;
  readonly failure: Failure;
  /** Null where doing it again is of no use before the person has decided something. */
  readonly again: (() => Promise<unknown>) | null;
}

/** What the status bar says about saving. */
export interface Saving {
  /** Deeds on their way, and texts with something typed in them that is not sent yet. */
  readonly pending: number;
  readonly unsaved: readonly Unsaved[];
}

export const saving = createStore<Saving>({ pending: 0, unsaved: [] });

/** Failures after which nothing is stored for certain and the same deed may well succeed. */
const NOTHING_STORED: ReadonlySet<Failure['code']> = new Set(['disk-full', 'cannot-write', 'notebook-moved']);

/** Deeds that name the thing and what it shall be: done twice they come to the same as done once. */
const DONE_TWICE_IS_ONCE = /\.(update|updateItem|remove|removeItem|move|set|restore)$/;

/** So does a new thing under an id its maker chose. */
const mayRepeat = (method: MethodName, input: object) =>
  DONE_TWICE_IS_ONCE.test(method) || (method.endsWith('.create') && 'id' in input);

let deeds = 0;

/**
 * Does a deed and lets the status bar follow it. One that did not reach the notebook is remembered, and the status bar
 * offers to do it again. Where only the answer may have been lost, that is offered only if doing it twice does no harm.
 * @throws what the call threw, for the caller to say in its own place; the failure's detail `stored` is `uncertain`
 * where the person has to look before repeating the deed
 */
export function doDeed<M extends MethodName>(client: Channel, method: M, input: Input<M>): Promise<Output<M>> {
  return follow(`deed ${++deeds}`, mayRepeat(method, input), () => client.call(method, input));
}

async function follow<T>(key: string, repeatable: boolean, call: () => Promise<T>): Promise<T> {
  const release = holdUnsaved();
  try {
    const output = await call();
    markSaved(key);
    return output;
  } catch (error) {
    const failure = failureOf(error);
    const isLost = failure.code === 'engine-lost';
    if (NOTHING_STORED.has(failure.code) || (isLost && repeatable)) {
      markUnsaved(key, failure, () => follow(key, repeatable, call));
    } else markSaved(key);
    if (!isLost || repeatable) throw error;
    throw new CallFailed({ ...failure, details: { ...failure.details, stored: 'uncertain' } });
  } finally {
    release();
  }
}

/** Counts something as unsaved until the function answered is called. */
export function holdUnsaved(): () => void {
  let isHeld = true;
  saving.set((now) => ({ pending: now.pending + 1 }));
  return () => {
    if (isHeld) saving.set((now) => ({ pending: now.pending - 1 }));
    isHeld = false;
  };
}

/** Whether everything done and typed so far is on disk. */
export function isAllSaved(): boolean {
  const { pending, unsaved } = saving.get();
  return pending === 0 && unsaved.length === 0;
}

/** Has the status bar say that something is not saved, and why; `key` names it until `markSaved`. */
export function markUnsaved(key: string, failure: Failure, again: Unsaved['again']): void {
  saving.set((now) => ({ unsaved: [...now.unsaved.filter((each) => each.key !== key), { key, failure, again }] }));
}

export function markSaved(key: string): void {
  if (saving.get().unsaved.some((each) => each.key === key)) {
    saving.set((now) => ({ unsaved: now.unsaved.filter((each) => each.key !== key) }));
  }
}

/**
 * Does everything unsaved again, in order. What may be tried once more is remembered again; answers why the rest was
 * given up.
 */
export async function retryUnsaved(): Promise<readonly Failure[]> {
  const givenUp: Failure[] = [];
  for (const { key, again } of saving.get().unsaved) {
    try {
      await again?.();
    } catch (error) {
      if (!saving.get().unsaved.some((each) => each.key === key)) givenUp.push(failureOf(error));
    }
  }
  return givenUp;
}

/** Forgets what was lost: another notebook is open. */
export function forgetUnsaved(): void {
  saving.set({ unsaved: [] });
}
