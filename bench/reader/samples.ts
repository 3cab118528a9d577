/** What was measured in one cell by one road, over all rounds. */
export interface Samples {
  add(name: string, value: number): void;
  of(name: string): readonly number[];
  names(): readonly string[];
}

export function createSamples(): Samples {
  const taken = new Map<string, number[]>();
  return {
    add(name, value) {
      const list = taken.get(name);
      if (list) list.push(value);
      else taken.set(name, [value]);
    },
    of: (name) => taken.get(name) ?? [],
    names: () => [...taken.keys()],
  };
}
