import type { Contents } from './contents.ts';

/** What a deed makes of the contents: new or changed things, and things that go. */
export interface Effect {
  readonly set?: readonly (readonly [thing: string, known: string])[];
  readonly gone?: readonly string[];
  /** The deed makes one thing of this noun, whose id is not known before the answer. */
  readonly makes?: string;
  /** Everything is as it was when the backup of this number was made. */
  readonly asInBackup?: number;
}

/** What the working process says, one JSON document a line. */
export type Said =
  | { readonly engine: number }
  | { readonly begin: number; readonly effect: Effect }
  | { readonly done: number; readonly effect: Effect; readonly backup?: number }
  | { readonly lost: number }
  | { readonly ended: true };

/** Keeps account of what was acknowledged and of what was under way, and says what does not agree with it. */
export function createAccount(begun: Contents) {
  let acknowledged: Contents = begun;
  const underWay = new Map<number, Effect>();
  const backups = new Map<number, Contents>();
  let deeds = 0;

  const after = (contents: Contents, effect: Effect): Contents => {
    if (effect.asInBackup !== undefined) return backups.get(effect.asInBackup) ?? new Map();
    const next = new Map([...contents, ...(effect.set ?? [])]);
    for (const thing of effect.gone ?? []) next.delete(thing);
    return next;
  };

  return {
    deeds: () => deeds,
    hear(said: Said): void {
      if ('begin' in said) underWay.set(said.begin, said.effect);
      if (!('done' in said)) return;
      deeds++;
      underWay.delete(said.done);
      acknowledged = after(acknowledged, said.effect);
      if (said.backup !== undefined) backups.set(said.backup, acknowledged);
    },
    /** Every difference between what is there and what has to be; a deed under way may have been done, wholly or not at all. */
    disagreements(there: Contents): string[] {
      const effects = [...underWay.values()];
      const possible = powerset(effects).map((done) => done.reduce(after, acknowledged));
      const made = effects.flatMap(({ makes }) => makes ?? []);
      const found = possible.map((expected) => differences(expected, there, made));
      return found.toSorted((a, b) => a.length - b.length)[0] ?? [];
    },
    /** Goes on from what was found. */
    settle(there: Contents): void {
      acknowledged = there;
      underWay.clear();
      backups.clear();
    },
  };
}

function differences(expected: Contents, there: Contents, made: readonly string[]): string[] {
  const left = [...made];
  const wrong = [...expected].flatMap(([thing, known]) => {
    const found = there.get(thing);
    if (found === known) return [];
    return [found === undefined ? `${thing} is lost` : `${thing} is “${found}” and not “${known}”`];
  });
  for (const thing of there.keys()) {
    if (expected.has(thing)) continue;
    const at = left.findIndex((noun) => thing.startsWith(`${noun} `));
    if (at < 0) wrong.push(`${thing} was never made`);
    else left.splice(at, 1);
  }
  return wrong;
}

function powerset<T>(all: readonly T[]): T[][] {
  const sets: T[][] = [[]];
  for (const one of all) sets.push(...sets.map((set) => [...set, one]));
  return sets;
}
