import type { Colour } from './colour.ts';
import type { Highlight } from './highlight.ts';
import type { Tag } from './tag.ts';

/**
 * Which highlights a reader wants to see. Within a kind one is enough, the kinds have to agree; a kind with nothing in
 * it asks for nothing.
 */
export interface ReadingFilter {
  /** Each means the tags below it too. */
  readonly tagIds: readonly string[];
  /** Mentioned in the passage. */
  readonly entityIds: readonly string[];
  readonly colours: readonly Colour[];
  /** As highlights have them; the empty name is the notebook's own. */
  readonly authors: readonly string[];
  readonly commented: boolean;
}

export const NO_FILTER: ReadingFilter = { tagIds: [], entityIds: [], colours: [], authors: [], commented: false };

/** Whether a filter lets every highlight pass. */
export function isOpen({ tagIds, entityIds, colours, authors, commented }: ReadingFilter): boolean {
  return !commented && [tagIds, entityIds, colours, authors].every((kind) => kind.length === 0);
}

/** The tags of a filter and all below them, as far as they are among the given. */
export function tagsAtOrBelow(
  tags: readonly Pick<Tag, 'id' | 'parentId'>[],
  roots: readonly string[],
): ReadonlySet<string> {
  const children = Map.groupBy(tags, ({ parentId }) => parentId);
  const found = new Set<string>();
  const due = tags.filter(({ id }) => roots.includes(id));
  for (let tag = due.pop(); tag; tag = due.pop()) {
    if (found.has(tag.id)) continue;
    found.add(tag.id);
    due.push(...(children.get(tag.id) ?? []));
  }
  return found;
}

/**
 * Whether a highlight passes a filter.
 * @param below the filter's tags with all below them, from `tagsAtOrBelow`
 */
export function passes(
  highlight: Pick<Highlight, 'tagIds' | 'entityIds' | 'colour' | 'author' | 'comment'>,
  { tagIds, entityIds, colours, authors, commented }: ReadingFilter,
  below: ReadonlySet<string>,
): boolean {
  return (
    (!commented || highlight.comment !== '') &&
    (colours.length === 0 || colours.includes(highlight.colour)) &&
    (authors.length === 0 || authors.includes(highlight.author)) &&
    (tagIds.length === 0 || highlight.tagIds.some((id) => below.has(id))) &&
    (entityIds.length === 0 || highlight.entityIds.some((id) => entityIds.includes(id)))
  );
}
