import type { SummaryBlock, SummaryDocument, UnresolvedReason } from './document.ts';

/** What an export holds and what it could not resolve. */
export interface Report {
  /** Quotations printed with their words and source. */
  readonly quotations: number;
  readonly unresolved: Unresolved[];
}

export interface Unresolved {
  /** The heading it stands under, or the title of the document. */
  readonly where: string;
  readonly what: string;
  readonly reason: UnresolvedReason;
}

/** Counts the quotations of a summary and names its placeholders, in reading order. */
export function reportOf(document: SummaryDocument): Report {
  const unresolved: Unresolved[] = [];
  let quotations = 0;
  let where = document.title;

  function visit(blocks: readonly SummaryBlock[]): void {
    for (const block of blocks) {
      switch (block.kind) {
        case 'heading':
          where = block.runs.map((run) => run.text).join('') || where;
          break;
        case 'quotation':
          quotations += 1;
          break;
        case 'unresolved':
          unresolved.push({ where, what: block.what, reason: block.reason });
          break;
        case 'quote':
          visit(block.blocks);
          break;
        case 'list':
          for (const item of block.items) visit(item.blocks);
          break;
      }
    }
  }

  visit(document.blocks);
  return { quotations, unresolved };
}
