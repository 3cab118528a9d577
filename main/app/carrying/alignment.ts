import { diffArrays } from 'diff';

/** A stretch two texts have in common, in UTF-16 units: `length` units from `older` on in the one and from `newer` on in the other. */
export interface Common {
  readonly older: number;
  readonly newer: number;
  readonly length: number;
}

/** How long the comparison of whole texts line by line may take, and that of one changed place word by word. In milliseconds. */
const FOR_LINES = 4000;
const FOR_PLACE = 400;

/**
 * The stretches two texts have in common, in the order of both: Myers' shortest edit script
 * (https://doi.org/10.1007/BF01840446) as jsdiff finds it, over lines, and over words where lines were changed. Where that takes too
 * long the texts have nothing in common there.
 */
export function align(older: string, newer: string): Common[] {
  const common: Common[] = [];
  const walk = (
    olderUnits: readonly string[],
    newerUnits: readonly string[],
    patience: number,
    at: { older: number; newer: number },
    onChange: (removed: string, added: string) => void,
  ) => {
    const changes = diffArrays([...olderUnits], [...newerUnits], { timeout: patience });
    let removed = '';
    let added = '';
    const flush = () => {
      if (removed !== '' && added !== '') onChange(removed, added);
      at.older += removed.length;
      at.newer += added.length;
      removed = '';
      added = '';
    };
    for (const change of changes ?? []) {
      const text = change.value.join('');
      if (change.removed) removed += text;
      else if (change.added) added += text;
      else {
        flush();
        common.push({ ...at, length: text.length });
        at.older += text.length;
        at.newer += text.length;
      }
    }
    flush();
  };
  const at = { older: 0, newer: 0 };
  walk(lines(older), lines(newer), FOR_LINES, at, (removed, added) =>
    walk(words(removed), words(added), FOR_PLACE, { ...at }, () => {}),
  );
  return joined(common);
}

/** Stretches that follow one another in both texts as one. */
function joined(common: readonly Common[]): Common[] {
  const result: Common[] = [];
  for (const next of common) {
    const last = result.at(-1);
    if (last && last.older + last.length === next.older && last.newer + last.length === next.newer) {
      result[result.length - 1] = { ...last, length: last.length + next.length };
    } else result.push(next);
  }
  return result;
}

/** Lines with their line feeds. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Runs of letters and digits, and every other character by itself. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|[\s\S]/gu) ?? [];
}
