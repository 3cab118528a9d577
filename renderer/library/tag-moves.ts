import type { Tag } from '../../main/contract/index.ts';
import type { Direction, LibraryNode } from './node.ts';

/** Where a tag goes: below a tag or at the top, `position` among its siblings there without itself. */
export interface TagPlace {
  readonly parentId: string | null;
  readonly position: number;
}

function siblingsOf(tags: readonly Tag[], parentId: string | null, without: string): Tag[] {
  return tags.filter((tag) => tag.parentId === parentId && tag.id !== without).sort((a, b) => a.position - b.position);
}

/** Where a step by keyboard takes a tag; undefined where it is at the end of the way. */
export function stepTag(tags: readonly Tag[], id: string, direction: Direction): TagPlace | undefined {
  const tag = tags.find((each) => each.id === id);
  if (!tag) return undefined;
  const { parentId, position } = tag;
  const siblings = siblingsOf(tags, parentId, id);
  const before = siblings.findLast((each) => each.position < position);
  switch (direction) {
    case 'up':
      return before && { parentId, position: siblings.indexOf(before) };
    case 'down': {
      const next = siblings.findIndex((each) => each.position > position);
      return next < 0 ? undefined : { parentId, position: next + 1 };
    }
    case 'in':
      return before && { parentId: before.id, position: siblingsOf(tags, before.id, id).length };
    case 'out':
      return parentId === null ? undefined : placeBeside(tags, id, parentId, 'after');
  }
}

/** Where a drop takes a tag; undefined where it would be put below itself. */
export function dropTag(
  tags: readonly Tag[],
  id: string,
  target: string,
  position: 'before' | 'after' | 'on',
): TagPlace | undefined {
  if (id === target || isBelow(tags, target, id)) return undefined;
  if (position === 'on') return { parentId: target, position: siblingsOf(tags, target, id).length };
  return placeBeside(tags, id, target, position);
}

function placeBeside(tags: readonly Tag[], id: string, beside: string, side: 'before' | 'after'): TagPlace | undefined {
  const other = tags.find((each) => each.id === beside);
  if (!other) return undefined;
  const at = siblingsOf(tags, other.parentId, id).findIndex((each) => each.id === beside);
  return { parentId: other.parentId, position: side === 'before' ? at : at + 1 };
}

function isBelow(tags: readonly Tag[], id: string, ancestor: string): boolean {
  const parents = new Map(tags.map((tag) => [tag.id, tag.parentId]));
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) if (at === ancestor) return true;
  return false;
}

/** Puts a flat list of tags into the shape of their tree. */
export function tagTree(
  tags: readonly Tag[],
  make: (tag: Tag, children: readonly LibraryNode[]) => LibraryNode,
): LibraryNode[] {
  const below = Map.groupBy(tags, (tag) => tag.parentId);
  const build = (parentId: string | null): LibraryNode[] =>
    (below.get(parentId) ?? []).toSorted((a, b) => a.position - b.position).map((tag) => make(tag, build(tag.id)));
  return build(null);
}
