import type { OutlineItem } from '../../../main/contract/index.ts';
import { parentOf, type Tree } from './tree.ts';

/** Another place of the same passage. */
export interface Twin {
  readonly id: string;
  /** The number or the words of the heading it stands under; empty at the top. */
  readonly under: string;
}

/**
 * For each quotation whose passage is quoted more than once, the other places, in reading order. Passages are the same
 * where the highlight is, or the source, the locator and the words are.
 * @param numbers of the headings; their words are said where there are none
 */
export function twinsOf(tree: Tree, numbers: ReadonlyMap<string, string>): Map<string, readonly Twin[]> {
  const groups = new Map<string, OutlineItem[]>();
  const groupOf = new Map<string, OutlineItem[]>();
  for (const item of tree.byId.values()) {
    if (item.kind !== 'quotation' || item.refId === null) continue;
    const passage = JSON.stringify([item.sourceId ?? item.sourceTitle, item.locator, item.text]);
    const group = groupOf.get(item.refId) ?? groupOf.get(passage) ?? [];
    groupOf.set(item.refId, group).set(passage, group);
    group.push(item);
    groups.set(item.id, group);
  }
  const twins = new Map<string, readonly Twin[]>();
  for (const [id, group] of groups) {
    if (group.length < 2) continue;
    const others = group.filter((other) => other.id !== id);
    twins.set(
      id,
      others.map((other) => ({ id: other.id, under: headingOver(tree, numbers, other.id) })),
    );
  }
  return twins;
}

function headingOver(tree: Tree, numbers: ReadonlyMap<string, string>, id: string): string {
  for (let at = parentOf(tree, id); at !== null; at = parentOf(tree, at)) {
    const item = tree.byId.get(at);
    if (item?.kind === 'heading') return numbers.get(at) ?? item.text;
  }
  return '';
}
