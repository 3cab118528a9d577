import type { Fragment, Node, Slice } from 'prosemirror-model';
import { quotationAttributes } from './nodes.ts';

/**
 * What is copied of a note, for programs that take only plain text: nothing that has words is left out. A quotation has its
 * source below it, a footnote stands at the end by its number, cells of a table are parted by tabs.
 */
export function copiedText({ content, openStart, openEnd }: Slice): string {
  const footnotes: string[] = [];
  // A list or a quote that both ends lie in is only what the chosen words stand in.
  let chosen = content;
  for (let open = Math.min(openStart, openEnd); open > 0; open--) {
    const only = chosen.childCount === 1 ? chosen.child(0) : undefined;
    if (only === undefined || only.isTextblock) break;
    chosen = only.content;
  }
  const text = chosen.firstChild?.isInline ? lineText(chosen, footnotes) : blocksText(chosen, footnotes, '\n\n');
  return [text, ...footnotes.map((words, index) => `[${index + 1}] ${words}`)].join('\n\n');
}

function blocksText(blocks: Fragment, footnotes: string[], between: string): string {
  return blocks.content.map((block) => blockText(block, footnotes)).join(between);
}

function blockText(block: Node, footnotes: string[]): string {
  if (block.isTextblock) return lineText(block.content, footnotes);
  switch (block.type.name) {
    case 'quotation': {
      const { text, sourceTitle, locator } = quotationAttributes(block);
      return `${text}\n— ${[sourceTitle, locator].filter((part) => part !== '').join(', ')}`;
    }
    case 'bullet_list':
    case 'ordered_list':
      return block.children.map((item, index) => itemText(block, item, index, footnotes)).join('\n');
    case 'list_item':
      return blocksText(block.content, footnotes, '\n');
    case 'table':
      return block.children.map((row) => blockText(row, footnotes)).join('\n');
    case 'table_row':
      return block.children.map((cell) => blocksText(cell.content, footnotes, ' ').replaceAll('\n', ' ')).join('\t');
    case 'image':
      return String(block.attrs.alternative);
    case 'horizontal_rule':
      return '* * *';
    default:
      return blocksText(block.content, footnotes, '\n\n');
  }
}

function itemText(list: Node, item: Node, index: number, footnotes: string[]): string {
  const sign = list.type.name === 'ordered_list' ? `${Number(list.attrs.order) + index}.` : '-';
  const { checked } = item.attrs;
  const box = checked === null ? '' : checked === true ? '[x] ' : '[ ] ';
  return `${sign} ${box}${blockText(item, footnotes).replaceAll('\n', '\n  ')}`;
}

function lineText(line: Fragment, footnotes: string[]): string {
  return line.content.map((node) => inlineText(node, footnotes)).join('');
}

function inlineText(node: Node, footnotes: string[]): string {
  switch (node.type.name) {
    case 'footnote':
      return `[${footnotes.push(lineText(node.content, []))}]`;
    case 'entity_mention':
      return String(node.attrs.name);
    case 'note_link':
      return String(node.attrs.title);
    case 'hard_break':
      return '\n';
    default:
      return node.text ?? '';
  }
}
