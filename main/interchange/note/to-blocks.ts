import type { Node } from 'prosemirror-model';
import { type DocumentJson, documentSchema, parseDocument, type QuotationAttributes } from '../../../db/model/index.ts';
import { type BlockOptions, blockLines, footnoteLines } from '../markdown/index.ts';
import {
  createFootnotes,
  type ListItem,
  MARKS,
  type QuotationBlock,
  type Run,
  type SummaryBlock,
  type TableCell,
  type UnresolvedBlock,
  wordsFor,
} from '../summary/index.ts';

const { nodes } = documentSchema;

/** Says how a quotation of a note is printed now: with its words and source, or as a placeholder. */
export type QuotationResolver = (quotation: QuotationAttributes) => QuotationBlock | UnresolvedBlock;

/** A quotation as the note has it, trusting its snapshot. */
export const asWritten: QuotationResolver = ({ highlightId, text, sourceTitle, locator, colour }) => ({
  kind: 'quotation',
  highlightId,
  text,
  sourceTitle,
  locator,
  colour,
});

/**
 * A note's document as blocks of a summary.
 * @throws RangeError where the JSON is not a document of the schema
 */
export function noteToBlocks(document: DocumentJson, resolve: QuotationResolver = asWritten): SummaryBlock[] {
  return blocksIn(parseDocument(document), resolve);
}

/** A note's document as Markdown that `noteFromMarkdown` reads back. */
export function noteToMarkdown(document: DocumentJson): string {
  const options: BlockOptions = {
    words: wordsFor('en'),
    references: true,
    deeper: 0,
    footnotes: createFootnotes(),
  };
  const parts = [blockLines(noteToBlocks(document), options), footnoteLines(options)];
  const lines = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`;
}

function blocksIn(parent: Node, resolve: QuotationResolver): SummaryBlock[] {
  return parent.children.map((node) => block(node, resolve));
}

function block(node: Node, resolve: QuotationResolver): SummaryBlock {
  switch (node.type) {
    case nodes.heading:
      return { kind: 'heading', level: Number(node.attrs['level']), runs: runsIn(node) };
    case nodes.quotation:
      return resolve(quotationAttributes(node));
    case nodes.blockquote:
      return { kind: 'quote', blocks: blocksIn(node, resolve) };
    case nodes.bullet_list:
      return { kind: 'list', ordered: false, start: 1, items: node.children.map((item) => listItem(item, resolve)) };
    case nodes.ordered_list: {
      const start = Number(node.attrs['order']);
      return { kind: 'list', ordered: true, start, items: node.children.map((item) => listItem(item, resolve)) };
    }
    case nodes.table:
      return { kind: 'table', rows: node.children.map((row) => row.children.map(tableCell)) };
    case nodes.code_block:
      return { kind: 'preformatted', text: node.textContent };
    case nodes.horizontal_rule:
      return { kind: 'rule' };
    case nodes.image:
      return { kind: 'paragraph', runs: [imageRun(node)] };
    default:
      return { kind: 'paragraph', runs: runsIn(node) };
  }
}

function quotationAttributes({ attrs }: Node): QuotationAttributes {
  return {
    highlightId: String(attrs['highlightId']),
    sourceId: String(attrs['sourceId']),
    text: String(attrs['text']),
    sourceTitle: String(attrs['sourceTitle']),
    locator: String(attrs['locator']),
    colour: String(attrs['colour']),
    kept: String(attrs['kept']),
  };
}

function listItem(item: Node, resolve: QuotationResolver): ListItem {
  const checked: unknown = item.attrs['checked'];
  return { blocks: blocksIn(item, resolve), ...(typeof checked === 'boolean' ? { checked } : {}) };
}

/** A cell's paragraphs and images as runs with line breaks between them: no export format here nests blocks in a cell. */
function tableCell(cell: Node): TableCell {
  const hasImage = cell.children.some(({ type }) => type === nodes.image);
  const all = cell.children.map(runsIn);
  // In Markdown the space around an image parts it from the words.
  const lines = hasImage ? all.map(withoutOuterSpace).filter((line) => line.length > 0) : all;
  const runs = lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
  return { header: cell.type === nodes.table_header, runs };
}

function withoutOuterSpace(runs: readonly Run[]): readonly Run[] {
  const isTrimmed = ({ marks, reference, footnote, image }: Run) =>
    !marks?.includes('code') && reference === undefined && footnote === undefined && image === undefined;
  const isWords = (run: Run) => !isTrimmed(run) || run.text.trim() !== '';
  const kept = runs.slice(Math.max(0, runs.findIndex(isWords)), runs.findLastIndex(isWords) + 1);
  return kept.map((run, index) => {
    if (!isTrimmed(run)) return run;
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === kept.length - 1 ? text.trimEnd() : text };
  });
}

/** An image; what it says is one line, as alternative texts are. */
function imageRun({ attrs }: Node): Run {
  const text = String(attrs['alternative']).replace(/\s+/gu, ' ').trim();
  return { text, image: { sha256: String(attrs['sha256']) } };
}

function runsIn(parent: Node): Run[] {
  if (parent.type === nodes.image) return [imageRun(parent)];
  return parent.isTextblock ? parent.children.map(run) : parent.children.flatMap(runsIn);
}

function run(node: Node): Run {
  const form = formOf(node);
  switch (node.type) {
    case nodes.hard_break:
      return { text: '\n' };
    case nodes.footnote:
      return { text: '', footnote: node.children.map(run) };
    case nodes.entity_mention:
      return {
        ...form,
        text: String(node.attrs['name']),
        reference: { kind: 'entity', id: String(node.attrs['entityId']) },
      };
    case nodes.note_link:
      return {
        ...form,
        text: String(node.attrs['title']),
        reference: { kind: 'note', id: String(node.attrs['noteId']) },
      };
    default:
      return { ...form, text: node.text ?? '' };
  }
}

function formOf(node: Node): Pick<Run, 'marks' | 'link'> {
  const names = node.marks.map((mark) => mark.type.name);
  const marks = MARKS.filter((mark) => names.includes(mark));
  const href: unknown = node.marks.find((mark) => mark.type.name === 'link')?.attrs['href'];
  return { ...(marks.length > 0 ? { marks } : {}), ...(typeof href === 'string' ? { link: href } : {}) };
}
