import { TOKEN } from './balanced.ts';

const NAME = /(?:^|\s)name\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const MACRO = /(?:^|\s)macro\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** A macro, or what stands outside of all: its own elements, and the macros they call. */
interface Part {
  elements: number;
  readonly calls: string[];
}

/**
 * How many elements a CSL style has when every macro stands where it is called, as citeproc builds it: twenty macros
 * that call the next one twice make a million. Infinity where a macro calls itself or one that is not there.
 */
export function expandedSize(csl: string): number {
  const macros = new Map<string, Part>();
  const rest: Part = { elements: 0, calls: [] };
  let at = rest;
  for (const [, closing, name, attributes = ''] of csl.matchAll(TOKEN)) {
    if (name === 'macro') {
      at = closing === '/' ? rest : { elements: 0, calls: [] };
      if (at !== rest) macros.set(attribute(NAME, attributes) ?? '', at);
    } else if (name !== undefined && closing !== '/') {
      at.elements++;
      const called = attribute(MACRO, attributes);
      if (called !== undefined) at.calls.push(called);
    }
  }
  const sizes = new Map<string, number>();
  const sizeOf = ({ elements, calls }: Part): number => calls.reduce((sum, call) => sum + sizeOfMacro(call), elements);
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
  return sizeOf(rest);
}

function attribute(pattern: RegExp, attributes: string): string | undefined {
  const found = pattern.exec(attributes);
  return found?.[1] ?? found?.[2];
}
