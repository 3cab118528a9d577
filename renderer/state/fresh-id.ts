import { newId } from '../../main/contract/index.ts';

/** An id for a thing the window makes before the app knows of it. */
export function freshId(): string {
  return newId(Date.now(), (count) => crypto.getRandomValues(new Uint8Array(count)));
}
