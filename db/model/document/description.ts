import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { documentText, parseDocument } from './plain-text.ts';
import { type DocumentJson, documentSchema } from './schema.ts';

const { nodes, marks } = documentSchema;

/** The description of an entity: its words, and their form where it is more than paragraphs. */
export interface Description {
  readonly text: string;
  /** A document that holds nothing but paragraphs, bold, italics, links and lists; null where each line is a paragraph. */
  readonly document: DocumentJson | null;
}

/**
 * What of a document can stand in a description, whatever else is in it: other blocks become paragraphs, other forms and
 * signs their words, and links keep only addresses of pages and letters.
 */
export function asDescription(document: Node): Node {
  return nodes.doc.create(null, filled(blocksOf(document)));
}

/**
 * A description from a document.
 * @throws RangeError where the JSON is not a document of the schema
 */
export function descriptionOf(json: DocumentJson): Description {
  const document = asDescription(parseDocument(json));
  const text = documentText(document);
  return { text, document: document.eq(parseDocument(plainDocument(text))) ? null : document.toJSON() };
}

/** A description as a document, whether it has a form or not. */
export function descriptionDocument({ text, document }: Description): DocumentJson {
  return document ?? plainDocument(text);
}

/** One after the other; where one says nothing, or both the same, it is the other. */
export function joinDescriptions(one: Description, other: Description): Description {
  if (other.text === '' || JSON.stringify(one) === JSON.stringify(other)) return one;
  if (one.text === '') return other;
  const content = [one, other].flatMap((each) => descriptionDocument(each).content ?? []);
  return descriptionOf({ type: 'doc', content });
}

/** Words as a document: a paragraph for every line. */
function plainDocument(text: string): DocumentJson {
  const paragraph = (line: string): DocumentJson =>
    line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] };
  return { type: 'doc', content: text.split('\n').map(paragraph) };
}

function blocksOf(parent: Node): Node[] {
  return parent.children.flatMap((node) => {
    if (node.isTextblock) return [nodes.paragraph.create(null, inlineOf(node))];
    if (node.type === nodes.bullet_list || node.type === nodes.ordered_list) return [node.copy(itemsOf(node))];
    if (node.isLeaf) {
      const words = documentText(nodes.doc.create(null, node));
      return words === '' ? [] : parseDocument(plainDocument(words)).children;
    }
    return blocksOf(node);
  });
}

function itemsOf(list: Node): Fragment {
  return Fragment.from(
    list.children.map((item) => {
      const blocks = blocksOf(item);
      const content = blocks[0]?.type === nodes.paragraph ? blocks : [nodes.paragraph.create(), ...blocks];
      return nodes.list_item.create(null, content);
    }),
  );
}

function inlineOf(parent: Node): Node[] {
  return parent.children.flatMap((node) => {
    const kept = marksOf(node.marks);
    if (node.isText) return [node.mark(kept)];
    if (node.type === nodes.hard_break) return [node];
    const words = documentText(nodes.doc.create(null, nodes.paragraph.create(null, node))).trim();
    return words === '' ? [] : [documentSchema.text(words.replaceAll('\n', ' '), kept)];
  });
}

function marksOf(all: readonly Mark[]): Mark[] {
  return all.filter(({ type, attrs }) =>
    type === marks.link ? /^(?:https?|mailto):/i.test(String(attrs.href)) : type === marks.strong || type === marks.em,
  );
}

/** A document cannot be without a block. */
function filled(blocks: readonly Node[]): readonly Node[] {
  return blocks.length === 0 ? [nodes.paragraph.create()] : blocks;
}
