import { createHash, timingSafeEqual } from 'node:crypto';

/** The doors of the loopback shell. Pages are the program's own files and no secret; everything else is. */
export type Door = 'page' | 'upload' | 'download' | 'channel';

/** What a request says about itself, as its headers give it. */
export interface Claim {
  readonly door: Door;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which every current browser sends and no page can forge. */
  readonly site: string | undefined;
  readonly key: string | undefined;
}

/** Whom the shell admits: requests for its own address, from its own pages, that hold its key. */
export interface House {
  readonly port: number;
  readonly key: string;
}

export interface Refusal {
  readonly status: 401 | 403 | 421;
  readonly reason: string;
}

/**
 * Judges a request; undefined admits it.
 *
 * The exact Host defeats DNS rebinding; the exact Origin keeps other sites' pages from using the browser as their
 * messenger; the key keeps out other programs and other users of this machine, to whom loopback is open too.
 * A download needs no key because its id is one: 192 random bits, told only to who asked for it, good for one fetch.
 */
export function refuse(claim: Claim, house: House): Refusal | undefined {
  const authority = `127.0.0.1:${house.port}`;
  if (claim.host !== authority) return { status: 421, reason: 'This is not the address Lectern answers at.' };
  if (claim.door === 'page') return undefined;
  if (claim.door === 'download') {
    const ours = claim.site === undefined || claim.site === 'same-origin' || claim.site === 'none';
    return ours ? undefined : { status: 403, reason: 'Another site may not fetch from Lectern.' };
  }
  if (claim.origin !== `http://${authority}`) return { status: 403, reason: 'Only Lectern’s own page may ask this.' };
  if (claim.key === undefined || !sameSecret(claim.key, house.key)) {
    return { status: 401, reason: 'The key is missing or wrong; open the address that `lectern serve` printed.' };
  }
  return undefined;
}

/** Compares two secrets in a time that tells nothing about either. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The key of an `Authorization: Bearer` header. */
export function bearerKey(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]+)$/.exec(header ?? '')?.[1];
}

/** The subprotocol a window's WebSocket speaks; its key is offered as a second one, as browsers allow no header there. */
export const SUBPROTOCOL = 'lectern';

/** The key in a `Sec-WebSocket-Protocol` header (`lectern, KEY`). */
export function offeredKey(header: string | undefined): string | undefined {
  const [protocol, key, ...rest] = (header ?? '').split(',').map((part) => part.trim());
  return protocol === SUBPROTOCOL && rest.length === 0 ? key : undefined;
}
