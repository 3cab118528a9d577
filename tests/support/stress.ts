/**
 * Tests that do things by chance. `npm test` does a share of them, `npm run stress` (LECTERN_STRESS=1) all, and with
 * `--portion 0.25` (LECTERN_STRESS=0.25) a quarter of that. What a seed did, it does again: LECTERN_SEED sets it, and every
 * run prints the one it had.
 */

/** How much of a stress run this is: 1 for all of it, 0 for the share that `npm test` does. */
const portion = Number(process.env['LECTERN_STRESS'] ?? 0);

/** The seed of this run: a whole number from 0 to 2³¹ − 1. */
export const seed: number = Number(process.env['LECTERN_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** How often something is done: the first number in `npm test`, the second in `npm run stress`, or its portion of it. */
export function times(share: number, all: number): number {
  return portion > 0 ? Math.ceil(portion * all) : share;
}

/** How long a test of this file may take, in milliseconds. */
export const patience: number = portion > 0 ? 4 * 3_600_000 : 300_000;

/** Says what was done, and with which seed, where the runner's report says only that it went well. */
export function say(what: string): void {
  process.stdout.write(`${what} [LECTERN_SEED=${seed}]\n`);
}

/** Chances that a seed brings back. */
export interface Chance {
  /** From 0 to 1, without 1. */
  next(): number;
  /** A whole number from 0, below `end`. */
  below(end: number): number;
  /** One of several. */
  oneOf<T>(several: readonly T[]): T;
}

/** Mulberry32, by Tommy Ettinger, in the public domain; `salt` sets the runs of one seed apart. */
export function chance(salt = 0): Chance {
  let state = (seed + Math.imul(salt, 0x9e3779b1)) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    oneOf(several) {
      const one = several[below(several.length)];
      if (one === undefined) throw new Error('There is nothing to choose from.');
      return one;
    },
  };
}
