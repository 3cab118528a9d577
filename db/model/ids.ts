/**
 * Ids are UUIDs of version 7 (RFC 9562, section 5.7) as lower-case text: they sort by time of creation,
 * need no central counter, and are what REFI-QDA and other exchange formats ask for.
 */

/** Random bytes on demand; handed in so that tests and replays can choose them. */
export type RandomBytes = (count: number) => Uint8Array;

const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Says whether a string is an id as `newId` makes them. */
export function isId(value: string): boolean {
  return ID_PATTERN.test(value);
}

/**
 * Makes an id.
 * @param now milliseconds since 1970-01-01 UTC
 * @param random source of random bytes, asked for ten
 */
export function newId(now: number, random: RandomBytes): string {
  const time = Math.trunc(now).toString(16).padStart(12, '0').slice(-12);
  const noise = Array.from(random(10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(noise.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${noise.slice(0, 3)}`,
    `${variant}${noise.slice(4, 7)}`,
    noise.slice(7, 19),
  ].join('-');
}
