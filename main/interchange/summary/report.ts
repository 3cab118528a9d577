import type { Run, Skipped, SummaryBlock, SummaryDocument, UnresolvedReason } from './document.ts';
import { safeLink } from './safe-link.ts';

/** What an export holds, what it could not resolve, and what it leaves out. */
export interface Report {
  /** Quotations printed with their words and source. */
  readonly quotations: number;
  readonly unresolved: Unresolved[];
  readonly skipped: Skipped[];
}

export interface Unresolved {
  /** The heading it stands under, or the title of the document. */
  readonly where: string;
  readonly what: string;
  readonly reason: UnresolvedReason;
}

/** Counts the quotations of a summary, names its placeholders in reading order, and says what is not in it. */
export function reportOf(document: SummaryDocument): Report {
  const unresolved: Unresolved[] = [];
  let quotations = 0;
  let links = 0;
  let where = document.title;

  function look(runs: readonly Run[]): void {
    for (const { link, footnote } of runs) {
      if (link !== undefined && safeLink(link) === undefined) links += 1;
      if (footnote !== undefined) look(footnote);
    }
  }

  function visit(blocks: readonly SummaryBlock[]): void {
    for (const block of blocks) {
      if ('runs' in block) look(block.runs);
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
        case 'table':
          for (const row of block.rows) for (const { runs } of row) look(runs);
          break;
      }
    }
  }

  visit(document.blocks);
  const skipped = [...(document.skipped ?? []), { code: 'links', count: links } as const];
  return { quotations, unresolved, skipped: skipped.filter(({ count }) => count > 0) };
}
