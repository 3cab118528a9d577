import type { Node } from 'prosemirror-model';
import { documentSchema } from '../../../db/model/index.ts';
import { type NoteReferences, parseAddress } from './references.ts';

const { nodes, marks } = documentSchema;

/** A block quote whose last paragraph links to a highlight, as a quotation; nothing for any other quote. */
export function quoteAsQuotation(quote: Node, references: NoteReferences): Node | undefined {
  const last = quote.lastChild;
  if (last === null || last.type !== nodes.paragraph || last.firstChild?.text !== '— ') return undefined;
  const highlightId = highlightOf(last.maybeChild(1));
  if (highlightId === undefined) return undefined;

  const inline = last.children.slice(1);
  const afterLink = inline.findIndex((node) => highlightOf(node) !== highlightId);
  const title = afterLink === -1 ? inline : inline.slice(0, afterLink);
  const locator = afterLink === -1 ? [] : inline.slice(afterLink);
  const words = quote.content.cut(0, quote.content.size - last.nodeSize);
  const text = words.textBetween(0, words.size, '\n', (leaf) => (leaf.type === nodes.hard_break ? '\n' : ''));
  return nodes.quotation.create({
    highlightId,
    text,
    sourceTitle: textOf(title),
    locator: textOf(locator).replace(/^, /, ''),
    ...references.highlight(highlightId),
  });
}

/** A paragraph of nothing but a link to a highlight, as a quotation: the short form for scripts. */
export function paragraphAsQuotation(paragraph: Node, references: NoteReferences): Node | undefined {
  const highlightId = paragraph.childCount === 1 ? highlightOf(paragraph.firstChild) : undefined;
  if (highlightId === undefined) return undefined;
  return nodes.quotation.create({ highlightId, text: paragraph.textContent, ...references.highlight(highlightId) });
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => node.textContent).join('');
}

function highlightOf(node: Node | null): string | undefined {
  const href = node?.marks.find((mark) => mark.type === marks.link)?.attrs['href'];
  const address = typeof href === 'string' ? parseAddress(href) : undefined;
  return address?.kind === 'highlight' ? address.id : undefined;
}
