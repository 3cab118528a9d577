import { TOKEN } from './balanced.ts';

const NAME = /(?:^|\s)name\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const MACRO = /(?:^|\s)macro\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** An element of a style, and the macro it calls. */
interface Part {
  readonly name: string;
  readonly call: string | undefined;
  readonly parts: Part[];
}

/** How many elements a style works through, macros where they are called. Infinity where a macro calls itself or one that is not there. */
export interface Growth {
  /** For one citation or entry, at the most: of a choice one branch. Twenty macros that call the next one twice make a million. */
  readonly run: number;
  /** To sort by: there citeproc builds what is called anew each time, all branches of it. */
  readonly sort: number;
}

/** How a CSL style grows once its macros are called. @throws RangeError where it is nested without end */
export function growthOf(csl: string): Growth {
  const macros = new Map<string, Part>();
  const root: Part = { name: '', call: undefined, parts: [] };
  const sorts: Part[] = [];
  const open: Part[] = [root];
  for (const [, closing, name, attributes = '', empty] of csl.matchAll(TOKEN)) {
    if (name === undefined) continue;
    if (closing === '/') {
      open.pop();
      continue;
    }
    const part: Part = { name, call: attribute(MACRO, attributes), parts: [] };
    if (name === 'macro') macros.set(attribute(NAME, attributes) ?? '', part);
    else open.at(-1)?.parts.push(part);
    if (name === 'sort') sorts.push(part);
    if (empty !== '/') open.push(part);
  }
  const run = counter(macros, (part, sizes) => (part.name === 'choose' ? Math.max(0, ...sizes) : sum(sizes)));
  const built = counter(macros, (_, sizes) => sum(sizes));
  return { run: run(root), sort: sum(sorts.map(built)) };
}

/** Counts the elements of a part, each macro once. @param together what the elements in a part make */
function counter(
  macros: ReadonlyMap<string, Part>,
  together: (part: Part, sizes: readonly number[]) => number,
): (part: Part) => number {
  const sizes = new Map<string, number>();
  const sizeOf = (part: Part): number =>
    1 + together(part, part.parts.map(sizeOf)) + (part.call === undefined ? 0 : sizeOfMacro(part.call));
  const sizeOfMacro = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    // Until it is known: asked again meanwhile, it calls itself.
    sizes.set(name, Number.POSITIVE_INFINITY);
    const macro = macros.get(name);
    const size = macro === undefined ? Number.POSITIVE_INFINITY : sizeOf(macro);
    sizes.set(name, size);
    return size;
  };
  return sizeOf;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0);
}

function attribute(pattern: RegExp, attributes: string): string | undefined {
  const found = pattern.exec(attributes);
  return found?.[1] ?? found?.[2];
}
