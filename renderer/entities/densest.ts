import type { SourceMentions } from '../../main/contract/index.ts';

type Part = SourceMentions['parts'][number];

/** Fewer mentions than this in one part are chance rather than density. */
const FEWEST = 3;

/** The part of a text that has the most mentions, where it has enough to say so and no other has as many. */
export function densest(parts: readonly Part[]): Part | undefined {
  const most = Math.max(...parts.map(({ count }) => count));
  const [one, another] = parts.filter(({ count }) => count === most);
  return most >= FEWEST && another === undefined ? one : undefined;
}
