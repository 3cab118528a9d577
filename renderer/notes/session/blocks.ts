import type { Node } from 'prosemirror-model';
import { countWords, type DocumentJson, documentText } from '../../../main/contract/index.ts';
import { nodes } from '../editor/nodes.ts';

/**
 * Asks something of every block of a document. Blocks never change, so that after a key only the one that was written in is asked
 * anew: with a book in one note, asking the whole text would be felt.
 */
export function ofBlocks<T>(ask: (block: Node) => T): (doc: Node) => T[] {
  const known = new WeakMap<Node, { readonly answer: T }>();
  return (doc) =>
    doc.children.map((block) => {
      const before = known.get(block);
      if (before) return before.answer;
      const answer = ask(block);
      known.set(block, { answer });
      return answer;
    });
}

const words = ofBlocks((block) => countWords(documentText(nodes.doc.create(null, block))));

/** How many words a document has, as the notebook counts them. */
export function wordsOf(doc: Node): number {
  return words(doc).reduce((sum, count) => sum + count, 0);
}

const json = ofBlocks((block): DocumentJson => block.toJSON());

/** A document as `Node.toJSON` gives it. */
export function jsonOf(doc: Node): DocumentJson {
  return { type: doc.type.name, content: json(doc) };
}
