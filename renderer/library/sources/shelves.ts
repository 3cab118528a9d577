import type { Collection, Input, Source } from '../../../main/contract/index.ts';
import type { LibraryNode } from '../node.ts';

const COLLECTION = 'collection:';
const IN = '/';

/** What a row of the tree “Sources” stands for. */
export type Shelved =
  | { readonly kind: 'collection'; readonly id: string }
  /** `collectionId` is the collection this row stands in; null at the top. */
  | { readonly kind: 'source'; readonly id: string; readonly collectionId: string | null };

export function keyOfCollection(id: string): string {
  return `${COLLECTION}${id}`;
}

/** Reads a row's key. A source that is in no collection has its id for a key. */
export function shelvedOf(key: string): Shelved {
  if (key.startsWith(COLLECTION)) return { kind: 'collection', id: key.slice(COLLECTION.length) };
  const at = key.indexOf(IN);
  if (at < 0) return { kind: 'source', id: key, collectionId: null };
  return { kind: 'source', id: key.slice(at + 1), collectionId: key.slice(0, at) };
}

/** The sources among rows, each once. */
export function sourcesOf(keys: Iterable<string>): string[] {
  return [...new Set([...keys].map(shelvedOf).flatMap((row) => (row.kind === 'source' ? [row.id] : [])))];
}

/**
 * What a drop of rows on a collection does: each source leaves those collections whose rows of it were dragged, and no others;
 * undefined where that is nothing.
 */
export function gatheredInto(id: string, keys: readonly string[]): Input<'collections.gather'> | undefined {
  const outOf = new Map<string, Set<string>>();
  const collectionIds: string[] = [];
  for (const row of keys.map(shelvedOf)) {
    if (row.kind === 'source') {
      const left = outOf.get(row.id) ?? new Set();
      if (row.collectionId !== null && row.collectionId !== id) left.add(row.collectionId);
      outOf.set(row.id, left);
    } else if (row.id !== id) collectionIds.push(row.id);
  }
  if (outOf.size === 0 && collectionIds.length === 0) return undefined;
  return { id, sources: [...outOf].map(([source, left]) => ({ id: source, outOf: [...left] })), collectionIds };
}

/** What the rows of the tree look like. */
export interface Signs {
  readonly collection: LibraryNode['sign'];
  /** After the title of a source. */
  source(source: Source): LibraryNode['mark'];
}

/**
 * Collections, each with those below it and its sources, and then the sources that are in none.
 * @param sources in the order in which they are to stand
 * @param all whether collections without any of the sources are shown too
 */
export function shelves(
  collections: readonly Collection[],
  sources: readonly Source[],
  locale: string,
  all: boolean,
  signs: Signs,
): LibraryNode[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const below = Map.groupBy(collections, ({ parentId }) => parentId);
  const held = new Map<string, Source[]>();
  for (const source of sources) {
    for (const id of source.collectionIds) {
      const there = held.get(id);
      if (there) there.push(source);
      else held.set(id, [source]);
    }
  }
  const row = (source: Source, within: string | null): LibraryNode => ({
    key: within === null ? source.id : `${within}${IN}${source.id}`,
    thing: source.id,
    name: source.title,
    mark: signs.source(source),
    count: source.highlights,
  });
  const build = (parentId: string | null): { nodes: LibraryNode[]; ids: Set<string> } => {
    const nodes: LibraryNode[] = [];
    const ids = new Set<string>();
    const siblings = (below.get(parentId) ?? []).toSorted((a, b) => collator.compare(a.name, b.name));
    for (const { id, name } of siblings) {
      const inner = build(id);
      const own = held.get(id) ?? [];
      for (const source of own) inner.ids.add(source.id);
      for (const each of inner.ids) ids.add(each);
      if (!all && inner.ids.size === 0) continue;
      const children = [...inner.nodes, ...own.map((source) => row(source, id))];
      nodes.push({
        key: keyOfCollection(id),
        name,
        sign: signs.collection,
        count: inner.ids.size,
        ...(children.length > 0 && { children }),
      });
    }
    return { nodes, ids };
  };
  const loose = sources.filter(({ collectionIds }) => collectionIds.length === 0);
  return [...build(null).nodes, ...loose.map((source) => row(source, null))];
}

/** Collections with the names of those above them, for lists in which they stand one below the other. */
export function collectionPaths(collections: readonly Collection[]): ReadonlyMap<string, string> {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const above = ({ parentId }: Collection): string => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent ? [above(parent), parent.name].filter(Boolean).join(' › ') : '';
  };
  return new Map(collections.map((collection) => [collection.id, above(collection)]));
}

/** Where a step by keyboard takes a collection: into the one above it, or out of the one it is in; undefined where it cannot go. */
export function stepCollection(
  collections: readonly Collection[],
  id: string,
  direction: 'up' | 'down' | 'in' | 'out',
  locale: string,
): { readonly parentId: string | null } | undefined {
  const own = collections.find((each) => each.id === id);
  if (!own) return undefined;
  if (direction === 'out') {
    if (own.parentId === null) return undefined;
    return { parentId: collections.find((each) => each.id === own.parentId)?.parentId ?? null };
  }
  if (direction !== 'in') return undefined;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const siblings = collections
    .filter(({ parentId }) => parentId === own.parentId)
    .toSorted((a, b) => collator.compare(a.name, b.name));
  const before = siblings[siblings.indexOf(own) - 1];
  return before && { parentId: before.id };
}
