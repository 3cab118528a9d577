import type { QuotationBlock, SummarySource, UnresolvedBlock } from './document.ts';
import type { Words } from './words.ts';

/** Where a quotation comes from: `Josef Stalin, ¶ 38`. The locator is left out where there is none. */
export function attribution({ sourceTitle, locator }: Pick<QuotationBlock, 'sourceTitle' | 'locator'>): string {
  return [sourceTitle, locator].filter((part) => part !== '').join(', ');
}

/** The sentence that stands in place of what could not be found: `[Missing here: Josef Stalin, ¶ 38 – it is in the trash]`. */
export function placeholder({ what, reason }: UnresolvedBlock, words: Words): string {
  return `[${words.missing}: ${what} – ${words.reasons[reason]}]`;
}

/** An entry of the list of sources without its address: `Overy, Richard. The Dictators. 2004`. */
export function sourceEntry({ authors, title, date }: SummarySource): string {
  const parts = [authors.join('; '), title, date].filter((part) => part !== '');
  return parts.map((part, index) => (index < parts.length - 1 ? part.replace(/\.$/, '') : part)).join('. ');
}
