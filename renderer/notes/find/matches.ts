import type { Node } from 'prosemirror-model';
import { findIn, foldWithOrigins, type SearchedText, type Wanted } from '../../../main/contract/index.ts';
import type { Stretch } from '../editor/insert.ts';

/** Nodes never change, so what was folded for one key is there for the next. */
const searched = new WeakMap<Node, SearchedText>();

/**
 * Where the words stand among those the researcher wrote, footnotes included, in the order of the document; quotations and
 * the names of entities and notes are not theirs to replace and are left out.
 */
export function matchesIn(doc: Node, wanted: Wanted): readonly Stretch[] {
  const matches: Stretch[] = [];
  if (wanted.words === '') return matches;
  doc.descendants((node, pos) => {
    if (!node.inlineContent) return true;
    const text = searchedText(node);
    const take = (from: number, to: number) => matches.push({ from: pos + 1 + from, to: pos + 1 + to });
    let at: number | null = 0;
    while (at !== null) at = findIn(text, wanted, at, take);
    return true;
  });
  return matches.sort((a, b) => a.from - b.from);
}

function searchedText(node: Node): SearchedText {
  const known = searched.get(node);
  if (known) return known;
  // As long as in the document: what is no text is signs nobody looks for.
  const text = node.children.map((child) => child.text ?? '\ufffc'.repeat(child.nodeSize)).join('');
  const made = { text, folded: foldWithOrigins(text) };
  searched.set(node, made);
  return made;
}
