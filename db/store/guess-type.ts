import type { Connection } from '../sqlite/connection.ts';
import { foldedName, type NamedEntity, namedEntities } from './known-names.ts';

/** So many of the likest names have a say. */
const LIKEST = 20;
/** Ends of words that are as long as this say something: Leningrad, Stalingrad. */
const END = 4;

/**
 * The type an entity of this name probably is of, by what the likest names were made into: names that have a word in
 * common, or whose last words end alike. Undefined where nothing is like it.
 */
export function guessType(connection: Connection, name: string): string | undefined {
  const words = foldedName(name).split(' ');
  const alike = namedEntities(connection)
    .map((entity) => ({ type: entity.type, likeness: likeness(entity, words) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, LIKEST);
  const votes = new Map<string, number>();
  for (const { type, likeness } of alike) votes.set(type, (votes.get(type) ?? 0) + likeness);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** A word in common counts as three ends in common; names of as many words are a little more alike. */
function likeness({ names }: NamedEntity, words: readonly string[]): number {
  return Math.max(
    0,
    ...names.map(({ folded }) => {
      const others = folded.split(' ');
      const common = words.filter((word) => word.length > 1 && others.includes(word)).length;
      const [last = '', otherLast = ''] = [words.at(-1), others.at(-1)];
      const endsAlike = last.length > END && otherLast.length > END && last.slice(-END) === otherLast.slice(-END);
      const score = common * 3 + (endsAlike && last !== otherLast ? 1 : 0);
      return score > 0 && others.length === words.length ? score + 0.5 : score;
    }),
  );
}
