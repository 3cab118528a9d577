import { plain, type QuotationBlock, type Run, type SummarySource, type UnresolvedBlock } from './document.ts';
import { safeLink } from './safe-link.ts';
import type { Words } from './words.ts';

/** Where a quotation comes from: `Josef Stalin, ¶ 38`. The locator is left out where there is none. */
export function attribution({ sourceTitle, locator }: Pick<QuotationBlock, 'sourceTitle' | 'locator'>): string {
  return [sourceTitle, locator].filter((part) => part !== '').join(', ');
}

/** The words of a quotation, one entry a line; a citation in a footnote hangs on the last word, before any space behind it. */
export function quotationLines({ text, marks: [open, close] = ['', ''], citation }: QuotationBlock): Run[][] {
  const lines = `${open}${text}${close}`.split('\n').map(plain);
  if (citation?.place !== 'footnote') return lines;
  const last = lines.pop()?.[0]?.text ?? '';
  const words = last.trimEnd();
  const call: Run = { text: '', footnote: citation.runs };
  return [...lines, [...plain(words), call, ...plain(last.slice(words.length))]];
}

/** The line below a quotation, source first and then its tags; empty where neither is to be printed there. */
export function sourceLine(block: QuotationBlock): Run[] {
  const { citation, tags = [] } = block;
  const source = citation === undefined ? plain(`— ${attribution(block)}`) : below(citation);
  if (tags.length === 0) return source;
  return [...source, ...plain(`${source.length === 0 ? '' : ' · '}${tags.join(', ')}`)];
}

function below({ place, runs }: NonNullable<QuotationBlock['citation']>): Run[] {
  return place === 'below' ? [...runs] : [];
}

/** What a highlight says of its passage, one entry a line: its tags, and its comment. */
export function remarkLines({ tags = [], comment = '' }: QuotationBlock): string[] {
  return [tags.join(', '), ...comment.split('\n')].filter((line) => line !== '');
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

/** An entry of the list of sources: as the citation style has it, else author, title, date and address. */
export function sourceRuns(source: SummarySource): readonly Run[] {
  if (source.entry !== undefined) return source.entry;
  const url = safeLink(source.url);
  return [{ text: sourceEntry(source) }, ...(url === undefined ? [] : [{ text: '. ' }, { text: url, link: url }])];
}
