import { Node } from 'prosemirror-model';
import type { Reference } from '../note.ts';
import { type DocumentJson, documentSchema } from './schema.ts';

/** An empty document: one empty paragraph. */
export const EMPTY_DOCUMENT: DocumentJson = { type: 'doc', content: [{ type: 'paragraph' }] };

/**
 * Reads a stored document and checks it against the schema.
 * @throws RangeError where the JSON is not a document of this schema
 */
export function parseDocument(json: DocumentJson): Node {
  const node = Node.fromJSON(documentSchema, json);
  node.check();
  return node;
}

/**
 * The words of a document without form: one line a block, quotations with their snapshot, links with their title, images with their alternative
 * text; then its footnotes, one line each, so that the words around a footnote stay together.
 */
export function documentText(document: Node): string {
  const lines: string[] = [];
  const footnotes: string[] = [];
  document.descendants((node) => {
    const text = node.isTextblock ? lineOf(node, footnotes) : leafText(node);
    if (node.isTextblock || text !== '') lines.push(text);
    return !node.isTextblock;
  });
  return [...lines, ...footnotes].join('\n');
}

function lineOf(parent: Node, footnotes: string[]): string {
  let line = '';
  for (const node of parent.children) {
    if (node.type.name === 'footnote') footnotes.push(lineOf(node, footnotes));
    else line += node.text ?? leafText(node);
  }
  return line;
}

function leafText(node: Node): string {
  const attributes = node.attrs;
  switch (node.type.name) {
    case 'quotation':
      return String(attributes.text);
    case 'entity_mention':
      return String(attributes.name);
    case 'note_link':
      return String(attributes.title);
    case 'image':
      return String(attributes.alternative);
    case 'hard_break':
      return '\n';
    default:
      return '';
  }
}

/** What a document refers to, each thing once, in the order of first appearance. */
export function documentReferences(document: Node): Reference[] {
  const found = new Map<string, Reference>();
  document.descendants((node) => {
    const reference = referenceOf(node);
    if (reference) found.set(`${reference.kind} ${reference.id}`, reference);
  });
  return [...found.values()];
}

function referenceOf(node: Node): Reference | undefined {
  switch (node.type.name) {
    case 'quotation':
      return { kind: 'highlight', id: String(node.attrs.highlightId) };
    case 'entity_mention':
      return { kind: 'entity', id: String(node.attrs.entityId) };
    case 'note_link':
      return { kind: 'note', id: String(node.attrs.noteId) };
    default:
      return undefined;
  }
}

/** The images a document shows, each once. */
export function documentImages(document: Node): ReadonlySet<string> {
  const found = new Set<string>();
  document.descendants((node) => {
    if (node.type.name === 'image') found.add(String(node.attrs.sha256));
  });
  return found;
}

/** How many words a text has: runs of letters, marks and digits, with inner apostrophes and hyphens. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’\-‑][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
}
