import { type Connection, notes } from '../../../db/index.ts';
import type { DocumentJson } from '../../../db/model/index.ts';
import { noteToBlocks, type SummaryBlock } from '../../interchange/index.ts';
import type { Labels } from './labels.ts';
import type { Quoting } from './quotations.ts';
import type { Summary } from './summary.ts';

export function noteSummary(connection: Connection, id: string, quoting: Quoting, labels: Labels): Summary {
  const { title, document } = notes.get(connection, id);
  return { title: title || labels.untitled, blocks: noteBlocks(document, quoting, 1) };
}

/** A note's text as blocks of a summary; its headings keep their order of rank, the highest stands at level `top`. */
export function noteBlocks(document: DocumentJson, quoting: Quoting, top: number): SummaryBlock[] {
  const blocks = noteToBlocks(document, (quotation) => quoting.resolve(quotation.highlightId, quotation));
  const highest = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 6)));
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: Math.min(6, block.level - highest + top) } : block,
  );
}
