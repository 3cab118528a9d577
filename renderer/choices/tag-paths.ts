import type { Tag } from '../../main/contract/index.ts';

/** How a tag is found: the tags above it, as shown, and the words it is matched by. */
export interface TagPath {
  /** `power struggle ›`; empty for a tag at the top. */
  readonly above: string;
  readonly words: string;
}

export function tagPaths(tags: readonly Tag[]): ReadonlyMap<string, TagPath> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  return new Map(
    tags.map((tag) => {
      const above: string[] = [];
      for (let at = byId.get(tag.parentId ?? ''); at && above.length < tags.length; at = byId.get(at.parentId ?? '')) {
        above.unshift(at.name);
      }
      return [tag.id, { above: above.join(' › '), words: plain([...above, tag.name].join(' ')) }];
    }),
  );
}

/**
 * Tags whose name or path holds every word typed, accents and case aside: names that begin with it first, then by how
 * often they are used.
 */
export function tagsMatching(tags: readonly Tag[], paths: ReadonlyMap<string, TagPath>, query: string): readonly Tag[] {
  const words = plain(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const begins = (tag: Tag) => (plain(tag.name).startsWith(words.join(' ')) ? 0 : 1);
  return tags
    .filter((tag) => words.every((word) => paths.get(tag.id)?.words.includes(word)))
    .sort((a, b) => begins(a) - begins(b) || b.highlights - a.highlights || a.name.localeCompare(b.name));
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
