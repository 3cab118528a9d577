import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal; of a text, of its bytes in UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The same for what comes in pieces: `update` with each, then `digest('hex')`. */
export function sha256Stream(): ReturnType<typeof createHash> {
  return createHash('sha256');
}
