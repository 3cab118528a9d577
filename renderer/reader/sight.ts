import {
  type Highlight,
  type Input,
  isOpen,
  NO_FILTER,
  passes,
  type ReadingFilter,
  type Tag,
  tagsAtOrBelow,
} from '../../main/contract/index.ts';

/** How a highlight is shown. */
export type Look = 'full' | 'faint' | 'hidden';

/** A filter as the contract takes it; left out where it is open, for then nothing has to be asked twice. */
export type AskedFilter = Input<'reader.step'>['filter'];

/** What a filter lets be seen of the highlights at hand. */
export interface Sight {
  readonly asked: AskedFilter;
  readonly rest: 'hide' | 'dim';
  lookOf(highlight: Highlight): Look;
}

/** @param tags every tag of the notebook, for those below the filter's */
export function createSight(
  filter: ReadingFilter,
  rest: 'hide' | 'dim',
  tags: readonly Pick<Tag, 'id' | 'parentId'>[],
): Sight {
  const below = tagsAtOrBelow(tags, filter.tagIds);
  const other = rest === 'hide' ? 'hidden' : 'faint';
  return {
    asked: isOpen(filter) ? undefined : copyOf(filter),
    rest,
    lookOf: (highlight) => (passes(highlight, filter, below) ? 'full' : other),
  };
}

/** Everything is seen. */
export const FULL_SIGHT = createSight(NO_FILTER, 'hide', []);

function copyOf({ tagIds, entityIds, colours, authors, commented }: ReadingFilter): NonNullable<AskedFilter> {
  return { tagIds: [...tagIds], entityIds: [...entityIds], colours: [...colours], authors: [...authors], commented };
}
