import type { Failure } from '../../main/contract/index.ts';
import { formatMoment, hasMessage, type MessageKey, type MessageValues, t } from '../i18n/index.ts';
import { notebook, openDialog } from '../state/index.ts';
import { createStore } from '../store/index.ts';

/** What a message offers to do about itself. */
export interface MessageAction {
  readonly label: MessageKey;
  readonly run: () => void;
}

export interface Message {
  readonly tone: 'status' | 'alert';
  readonly key: MessageKey;
  readonly values?: MessageValues | undefined;
  readonly action?: MessageAction | undefined;
}

/** A message on show; `id` tells two alike apart. */
export interface ShownMessage extends Message {
  readonly id: number;
}

const MOST_SHOWN = 3;

export const messages = createStore<{ readonly shown: readonly ShownMessage[] }>({ shown: [] });
let last = 0;

/**
 * Says something to the researcher: a `status` goes away by itself, an `alert` stays until dismissed.
 * @returns its id, to take it back
 */
export function tell(message: Message): number {
  const shown: ShownMessage = { ...message, id: ++last };
  messages.set((now) => ({ shown: [...now.shown.filter((each) => !isSame(each, message)), shown].slice(-MOST_SHOWN) }));
  return shown.id;
}

/** Said again, a sentence takes the place of what it was said by before. */
function isSame(one: Message, other: Message): boolean {
  return (
    one.key === other.key && one.tone === other.tone && JSON.stringify(one.values) === JSON.stringify(other.values)
  );
}

export function dismiss(id: number): void {
  messages.set((now) => ({ shown: now.shown.filter((message) => message.id !== id) }));
}

/** Says why something did not happen. A cancelled call is no failure to the person who cancelled it. */
export function tellFailure(failure: Failure, action?: MessageAction): void {
  if (failure.code === 'cancelled') return;
  tell({ tone: 'alert', ...failureMessage(failure), action: action ?? wayOn(failure) });
}

/** What helps against damage that shows while the notebook is open. */
function wayOn(failure: Failure): MessageAction | undefined {
  const { path, open } = notebook.get().status ?? {};
  if (failure.code !== 'notebook-damaged' || !open || !path) return undefined;
  return failure.details?.['part'] === 'index'
    ? { label: 'command.check', run: () => openDialog({ kind: 'check' }) }
    : { label: 'recovery.ways', run: () => openDialog({ kind: 'recovery', path, failure }) };
}

/** The sentence of a failure, in the language of the interface. */
export function failureSentence(failure: Failure): string {
  const { key, values } = failureMessage(failure);
  return t(key, values);
}

function failureMessage(failure: Failure): { key: MessageKey; values: MessageValues } {
  const { code, details } = failure;
  const since = details?.['since'];
  if (code === 'notebook-in-use' && typeof since === 'string') {
    return { key: 'failure.notebook-in-use-by', values: { ...details, since: formatMoment(since) } };
  }
  const key = isUncertain(failure) ? 'failure.uncertain' : `failure.${code}`;
  return { key: hasMessage(key) ? key : 'failure.internal', values: { name: '', format: '', instead: '', ...details } };
}

/** Only the answer may have been lost: to say “try again” would be to ask for the same thing twice. */
function isUncertain(failure: Failure): boolean {
  return failure.details?.['stored'] === 'uncertain';
}
