import type { Token } from 'markdown-it';
import { Node, type NodeType } from 'prosemirror-model';
import { type DocumentJson, documentSchema } from '../../../db/model/index.ts';
import { footnoteCalls, markdownParser } from '../markdown/index.ts';
import { cleanText } from '../source/index.ts';
import { labelOf, takeFootnotes } from './footnotes.ts';
import { partAtImages } from './images.ts';
import { inlineNodes } from './inline-nodes.ts';
import { inlineTags } from './inline-tags.ts';
import { paragraphAsQuotation, quoteAsQuotation } from './quotations.ts';
import { NO_REFERENCES, type NoteReferences } from './references.ts';

const { nodes } = documentSchema;

/** A container being filled while the tokens go by. */
interface Frame {
  readonly type: NodeType;
  readonly attributes: Record<string, unknown>;
  readonly content: Node[];
}

const CONTAINERS: ReadonlyMap<string, NodeType> = new Map([
  ['blockquote_open', nodes.blockquote],
  ['bullet_list_open', nodes.bullet_list],
  ['ordered_list_open', nodes.ordered_list],
  ['list_item_open', nodes.list_item],
  ['table_open', nodes.table],
  ['tr_open', nodes.table_row],
]);

const TASK = /^\[([ xX])\](?:[ \t]|$)/;

/**
 * Reads a note's Markdown: CommonMark, tables, strikethrough, task lists, footnotes, `<u>`, `<sup>`, `<sub>`, and what
 * points into the notebook:
 *
 * - an entity: `[@Name](lectern:entity/ID)`
 * - a note: `[[Title]](lectern:note/ID)`
 * - a quotation: a block quote whose last paragraph is `— [Source title](lectern:highlight/ID), ¶ 38`,
 *   or a paragraph of nothing but a link to `lectern:highlight/ID`
 * - an image: `![alternative text](lectern:image/SHA-256)`, in a paragraph, of which it becomes a block, or in a cell
 *
 * What `references` knows about an id wins over what the text says; an id it does not know keeps the text's words.
 * Never fails: whatever is not understood stays as text.
 * @returns a document of `documentSchema`
 */
export function noteFromMarkdown(markdown: string, references: NoteReferences = NO_REFERENCES): DocumentJson {
  const tokens = markdownParser().use(inlineTags).use(footnoteCalls).parse(cleanText(markdown).text, {});
  const document = nodes.doc.create(null, atLeastOne(blockNodes(tokens, references)));
  document.check();
  return document.toJSON();
}

function blockNodes(all: readonly Token[], references: NoteReferences): Node[] {
  const { rest: tokens, footnoteOf } = takeFootnotes(all, references);
  const root: Node[] = [];
  const frames: Frame[] = [];
  let footnote = '';
  const add = (node: Node) => (frames.at(-1)?.content ?? root).push(node);

  tokens.forEach((token, at) => {
    const container = CONTAINERS.get(token.type);
    if (container !== undefined) {
      frames.push({
        type: container,
        attributes: containerAttributes(token, tokens.slice(at + 1, at + 3)),
        content: [],
      });
    } else if (CONTAINERS.has(token.type.replace(/_close$/, '_open'))) {
      const frame = frames.pop();
      const node = frame === undefined ? undefined : finished(frame, references);
      if (node !== undefined) add(node);
    } else if (token.type === 'footnote_open') {
      footnote = `[^${labelOf(token)}]: `;
    } else if (token.type === 'inline') {
      const opening = tokens[at - 1];
      const isTask = opening?.type === 'paragraph_open' && frames.at(-1)?.attributes['checked'] !== undefined;
      const isFirst = frames.at(-1)?.content.length === 0;
      const inline = isTask && isFirst ? withoutTaskMark(token) : (token.children ?? []);
      const parts = opening?.type === 'heading_open' ? [inline] : partAtImages(inline, references);
      const blocks = parts.map((part) => {
        if (part instanceof Node) return part;
        const content = inlineNodes(part, references, footnoteOf);
        const words = footnote === '' ? content : [documentSchema.text(footnote), ...content];
        footnote = '';
        return wordsBlock(opening, words, references);
      });
      for (const node of inCell(opening, blocks)) add(node);
    } else if (token.type === 'fence' || token.type === 'code_block') {
      const text = token.content.replace(/\n$/, '');
      add(nodes.code_block.create(null, text === '' ? [] : documentSchema.text(text)));
    } else if (token.type === 'hr') {
      add(nodes.horizontal_rule.create());
    }
  });
  return root;
}

function containerAttributes(token: Token, [first, second]: readonly (Token | undefined)[]): Record<string, unknown> {
  if (token.type === 'ordered_list_open') return { order: Number(token.attrGet('start') ?? 1) };
  if (token.type !== 'list_item_open' || first?.type !== 'paragraph_open') return {};
  const mark = TASK.exec(second?.content ?? '')?.[1];
  return mark === undefined ? {} : { checked: mark !== ' ' };
}

/** The inline tokens of a task without the box; the box is always inside the first text token. */
function withoutTaskMark(token: Token): Token[] {
  const [first, ...rest] = token.children ?? [];
  if (first === undefined) return [];
  first.content = first.content.replace(TASK, '');
  return [first, ...rest];
}

function wordsBlock(opening: Token | undefined, content: Node[], references: NoteReferences): Node {
  if (opening?.type === 'heading_open') return nodes.heading.create({ level: Number(opening.tag.slice(1)) }, content);
  const paragraph = nodes.paragraph.create(null, content);
  return opening?.type === 'paragraph_open' ? (paragraphAsQuotation(paragraph, references) ?? paragraph) : paragraph;
}

/** The blocks of a cell as that cell; any others as they are. */
function inCell(opening: Token | undefined, blocks: Node[]): Node[] {
  if (opening?.type === 'th_open') return [nodes.table_header.create(null, blocks)];
  return opening?.type === 'td_open' ? [nodes.table_cell.create(null, blocks)] : blocks;
}

/** A container with what the schema demands of it: an item begins with a paragraph, nothing is empty. */
function finished({ type, attributes, content }: Frame, references: NoteReferences): Node | undefined {
  switch (type) {
    case nodes.list_item: {
      const begins = content[0]?.type === nodes.paragraph ? content : [nodes.paragraph.create(), ...content];
      return type.create(attributes, begins);
    }
    case nodes.table: {
      // Markdown demands a header row; an empty one stands for a table without.
      const [first, ...rest] = content;
      const headless = first !== undefined && first.textContent === '' && rest.length > 0 && !hasLeaves(first);
      return type.create(attributes, headless ? rest : content);
    }
    case nodes.blockquote: {
      const quote = type.create(attributes, atLeastOne(content));
      return quoteAsQuotation(quote, references) ?? quote;
    }
    default:
      return content.length === 0 ? undefined : type.create(attributes, content);
  }
}

function hasLeaves(node: Node): boolean {
  let found = false;
  node.descendants((inner) => {
    if (inner.isInline || inner.type === nodes.image) found = true;
    return !found;
  });
  return found;
}

function atLeastOne(content: Node[]): Node[] {
  return content.length === 0 ? [nodes.paragraph.create()] : content;
}
