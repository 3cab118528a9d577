import { Fragment, type Node, Slice } from 'prosemirror-model';
import { asDescription } from '../../../main/contract/index.ts';
import { safeAddress } from './links.ts';
import { marks, nodes } from './nodes.ts';

/**
 * What may stay of a pasted or dropped piece. The schema has already dropped whatever it does not know (scripts,
 * styles, pictures of pages); here links lose every address that is not http, https or mailto.
 */
export function cleanSlice(slice: Slice): Slice {
  return new Slice(cleanFragment(slice.content), slice.openStart, slice.openEnd);
}

/** The same for a text with few forms: what it cannot have leaves its words. */
export function fewFormsSlice(slice: Slice): Slice {
  const { content } = cleanSlice(slice);
  const blocks = content.firstChild?.isInline ? Fragment.from(nodes.paragraph.create(null, content)) : content;
  return Slice.maxOpen(asDescription(nodes.doc.create(null, blocks)).content);
}

function cleanFragment(fragment: Fragment): Fragment {
  const clean: Node[] = [];
  fragment.forEach((node) => {
    clean.push(cleanNode(node));
  });
  return Fragment.from(clean);
}

function cleanNode(node: Node): Node {
  const kept = node.marks.flatMap((mark) => {
    if (mark.type !== marks.link) return [mark];
    const href = safeAddress(String(mark.attrs.href));
    return href === null ? [] : [marks.link.create({ href })];
  });
  return (node.isText ? node : node.copy(cleanFragment(node.content))).mark(kept);
}

/** Plain text as a document piece: one paragraph a line, empty lines left out, open at both ends so that it joins in. */
export function plainTextSlice(text: string): Slice {
  const lines = text.split(/\r\n?|\n/);
  const filled = lines.length === 1 ? lines : lines.filter((line) => line.trim() !== '');
  if (filled.length === 0) return Slice.empty;
  const paragraphs = filled.map((line) =>
    nodes.paragraph.create(null, line === '' ? [] : [nodes.paragraph.schema.text(line)]),
  );
  return new Slice(Fragment.from(paragraphs), 1, 1);
}
