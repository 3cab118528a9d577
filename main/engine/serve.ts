import type { App } from '../app/index.ts';
import type { Failure, FromHost, Port, ToHost } from '../contract/index.ts';

/**
 * Puts an app behind a port: answers its requests and tells it every event, until the port closes.
 * Requests that run when the caller leaves run to their end, because a deed may be among them; their answers are dropped.
 */
export function serve(app: App, port: Port): void {
  const running = new Map<number, AbortController>();
  let open = true;
  const post = (message: FromHost) => {
    if (open) port.post(message);
  };
  const unsubscribe = app.subscribe(post);

  port.onMessage((message) => {
    const request = readRequest(message);
    if (request === undefined) return;
    if ('cancel' in request) running.get(request.cancel)?.abort();
    else if (!running.has(request.call)) void answer(request);
  });
  port.onClose(() => {
    open = false;
    unsubscribe();
  });

  async function answer({ call, method, input }: Extract<ToHost, { call: number }>): Promise<void> {
    const cancelling = new AbortController();
    running.set(call, cancelling);
    const onProgress = (progress: { done: number; total: number; item: string }) => post({ call, progress });
    try {
      const result = await app.handle(method, input, { signal: cancelling.signal, onProgress });
      post({ call, ...result });
    } catch (cause) {
      // Nothing of it has been sent: a port takes a message whole or throws.
      post({ call, failure: unsent(method, cause) });
    } finally {
      running.delete(call);
    }
  }
}

/** The failure of a call whose answer could not be sent; a `RangeError` says that it is longer than a string can be. */
function unsent(method: string, cause: unknown): Failure {
  const message =
    cause instanceof RangeError
      ? 'The answer is too large to be sent; ask for less at a time.'
      : 'Something went wrong inside Lectern, and the answer could not be sent.';
  return { code: 'internal', message, details: { method } };
}

/** A request of the contract, or undefined for anything else; what `input` holds is the dispatcher's to judge. */
export function readRequest(message: unknown): ToHost | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if ('cancel' in message) return isNumber(message.cancel) ? { cancel: message.cancel } : undefined;
  if (!('call' in message && 'method' in message)) return undefined;
  if (!isNumber(message.call) || typeof message.method !== 'string') return undefined;
  return { call: message.call, method: message.method, input: 'input' in message ? message.input : {} };
}

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
