import type { Block } from '../../../db/model/index.ts';
import { type ListItem, plain, type SummaryBlock } from '../../interchange/index.ts';

/** A source's text as blocks of a summary; list items that follow each other become one list. */
export function sourceBlocks(blocks: readonly Block[]): SummaryBlock[] {
  const result: SummaryBlock[] = [];
  let items: ListItem[] = [];
  for (const block of blocks) {
    if (block.kind === 'list-item') {
      if (items.length === 0) {
        items = [];
        result.push({ kind: 'list', ordered: false, start: 1, items });
      }
      items.push({ blocks: [{ kind: 'paragraph', runs: plain(block.text) }] });
    } else {
      items = [];
      result.push(summaryBlock(block));
    }
  }
  return result;
}

function summaryBlock({ kind, level, text }: Block): SummaryBlock {
  switch (kind) {
    case 'heading':
      return { kind: 'heading', level: Math.min(6, Math.max(1, level)), runs: plain(text) };
    case 'quote':
      return { kind: 'quote', blocks: [{ kind: 'paragraph', runs: plain(text) }] };
    case 'preformatted':
      return { kind: 'preformatted', text };
    default:
      return { kind: 'paragraph', runs: plain(text) };
  }
}
