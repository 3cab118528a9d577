import type { Token } from 'markdown-it';
import type { Mark, MarkType, Node } from 'prosemirror-model';
import { documentSchema } from '../../../db/model/index.ts';
import { FOOTNOTE_CALL, NAMELESS } from '../markdown/index.ts';
import { INLINE_TAG, isClosing, pairedTags } from './inline-tags.ts';
import { type NoteReferences, parseAddress } from './references.ts';

const { nodes, marks } = documentSchema;

const MARK_TYPES: ReadonlyMap<string, MarkType> = new Map([
  ['strong', marks.strong],
  ['em', marks.em],
  ['s', marks.strike],
  ['u', marks.underline],
  ['sup', marks.superscript],
  ['sub', marks.subscript],
]);

/** Takes a footnote by its label; nothing where there is none. */
export type FootnoteOf = (label: string) => Node | undefined;

/** The inline nodes of a paragraph, heading or cell; links to entities and notes, and footnotes, become their nodes. */
export function inlineNodes(tokens: readonly Token[], references: NoteReferences, footnoteOf: FootnoteOf): Node[] {
  const result: Node[] = [];
  const tags = pairedTags(tokens);
  let active: readonly Mark[] = [];

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const markType = MARK_TYPES.get(token.tag);
    const nesting = token.type === INLINE_TAG && tags.has(token) ? (isClosing(token) ? -1 : 1) : token.nesting;
    if (token.type === 'link_open') {
      const end = tokens.findIndex((other, index) => index > at && other.type === 'link_close');
      const reference = referenceNode(token, tokens.slice(at + 1, end), active, references);
      if (reference !== undefined) {
        result.push(reference);
        at = end;
      } else {
        active = marks.link.create({ href: String(token.attrGet('href') ?? '') }).addToSet(active);
        if (end === at + 1) result.push(documentSchema.text(NAMELESS, active));
      }
    } else if (token.type === 'link_close') {
      active = marks.link.removeFromSet(active);
    } else if (markType !== undefined && nesting === 1) {
      active = markType.create().addToSet(active);
    } else if (markType !== undefined && nesting === -1) {
      active = markType.removeFromSet(active);
    } else if (token.type === FOOTNOTE_CALL) {
      result.push(footnoteOf(String(token.meta?.['label'])) ?? documentSchema.text(token.content, active));
    } else if (token.type === 'hardbreak') {
      result.push(nodes.hard_break.create());
    } else {
      const text = textOf(token);
      const own = token.type === 'code_inline' ? marks.code.create().addToSet(active) : active;
      if (text !== '') result.push(documentSchema.text(text, own));
    }
  }
  return result;
}

function referenceNode(
  link: Token,
  inside: readonly Token[],
  active: readonly Mark[],
  references: NoteReferences,
): Node | undefined {
  const address = parseAddress(String(link.attrGet('href') ?? ''));
  const label = inside.map(textOf).join('');
  switch (address?.kind) {
    case 'entity': {
      const { name } = references.entity(address.id) ?? { name: label.replace(/^@/, '') };
      return nodes.entity_mention.create({ entityId: address.id, name }, null, active);
    }
    case 'note': {
      const known = references.note(address.id) ?? { title: label.replace(/^\[|\]$/g, '') };
      return nodes.note_link.create({ noteId: address.id, ...known }, null, active);
    }
    default:
      return undefined;
  }
}

/** The text of a token; of an image its alternative text: what can hold an image has taken it out before. */
export function textOf({ type, children, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  return type === 'image' ? (children ?? []).map(textOf).join('') : content;
}
