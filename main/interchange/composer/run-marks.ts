import type { MarkKind } from '../../../db/model/index.ts';
import type { Composer } from './composer.ts';

/** A mark as a run of text has it. */
export type RunMark = readonly [kind: MarkKind, value: string];

/**
 * Marks of formats that say of every run of text what it looks like: a mark goes on for as long as the runs have it.
 * @returns what is to be called before the text of each run
 */
export function followRuns(composer: Composer): (marks: readonly RunMark[]) => void {
  const open = new Map<string, () => void>();
  return (marks) => {
    const wanted = new Map(marks.map((mark) => [mark.join(' '), mark]));
    for (const [key, end] of open) {
      if (wanted.has(key)) continue;
      end();
      open.delete(key);
    }
    for (const [key, [kind, value]] of wanted) {
      if (!open.has(key)) open.set(key, composer.mark(kind, value));
    }
  };
}
