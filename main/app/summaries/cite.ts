import { createCiter, type QuotationBlock, type SummaryBlock, type SummaryDocument } from '../../interchange/index.ts';
import type { SummaryChoices } from './choices.ts';
import type { SummaryLanguage } from './labels.ts';

/**
 * Names every source of a summary in a citation style: where it is quoted, and in the list at the end.
 * @throws LecternError `bad-style`
 */
export function cite(
  document: SummaryDocument,
  { style, csl }: SummaryChoices,
  language: SummaryLanguage,
): SummaryDocument {
  const wanted = csl === undefined ? (style === 'plain' ? undefined : style) : { csl };
  if (wanted === undefined) return document;
  const order = new Set([...quotedSources(document.blocks), ...document.sources.map(({ id }) => id)]);
  const sources = [...order].flatMap((id) => document.sources.filter((source) => source.id === id));
  const citer = createCiter(wanted, language, sources);
  const blocks = document.blocks.map((block) =>
    mapQuotations(block, (quotation) => {
      const { sourceId, locator } = quotation;
      const isKnown = sourceId !== undefined && order.has(sourceId);
      return isKnown ? { ...quotation, citation: citer.cite(sourceId, locator) } : quotation;
    }),
  );
  const entries = citer
    .bibliography()
    .flatMap(({ id, runs }) =>
      sources.filter((source) => source.id === id).map((source) => ({ ...source, entry: runs })),
    );
  return {
    ...document,
    blocks,
    // A style without a bibliography names its sources in its notes; they are listed in our own words then.
    sources: entries.length === 0 ? document.sources : entries,
    ...(typeof wanted === 'string' && { style: wanted }),
  };
}

/** The sources of the quotations in reading order. */
function quotedSources(blocks: readonly SummaryBlock[]): string[] {
  const ids: string[] = [];
  for (const block of blocks) {
    mapQuotations(block, (quotation) => {
      if (quotation.sourceId !== undefined) ids.push(quotation.sourceId);
      return quotation;
    });
  }
  return ids;
}

/** A block with its quotations, however deep they stand, put through a function in reading order. */
function mapQuotations(block: SummaryBlock, change: (quotation: QuotationBlock) => QuotationBlock): SummaryBlock {
  const inside = (blocks: readonly SummaryBlock[]) => blocks.map((inner) => mapQuotations(inner, change));
  switch (block.kind) {
    case 'quotation':
      return change(block);
    case 'quote':
      return { ...block, blocks: inside(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: inside(item.blocks) })) };
    default:
      return block;
  }
}
