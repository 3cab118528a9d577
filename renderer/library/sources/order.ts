import type { Source } from '../../../main/contract/index.ts';

/** What sources can be sorted by. */
export const SOURCE_SORTS = ['title', 'author', 'date', 'added', 'last-read'] as const;

export type SourceSort = (typeof SOURCE_SORTS)[number];

/** How the sources of the Library are ordered. */
export interface SourceOrder {
  readonly by: SourceSort;
  readonly descending: boolean;
}

/** As they came. */
export const USUAL_ORDER: SourceOrder = { by: 'added', descending: false };

/**
 * Sources in an order, names as the language sorts them. What is not known of a source (no author, no date, never read)
 * comes last either way; equals stand in the order they came.
 */
export function inOrder(sources: readonly Source[], order: SourceOrder, locale: string): readonly Source[] {
  const { by, descending } = order;
  if (by === 'added') return descending ? sources.toReversed() : sources;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const keyed = sources.map((source) => ({ source, key: keyOf(source, by) }));
  const known = keyed.filter(({ key }) => key !== '');
  const compare = by === 'last-read' ? (a: string, b: string) => (a < b ? -1 : Number(a > b)) : collator.compare;
  known.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
  return [...known, ...keyed.filter(({ key }) => key === '')].map(({ source }) => source);
}

function keyOf({ title, authors, date, lastReadAt }: Source, by: SourceSort): string {
  switch (by) {
    case 'author':
      return authors[0] ?? '';
    case 'date':
      return date;
    case 'last-read':
      return lastReadAt ?? '';
    default:
      return title;
  }
}

/** Sources whose title, authors or date have all the words that were typed; case and accents are ignored. */
export function withWords(sources: readonly Source[], words: string): readonly Source[] {
  const wanted = plain(words).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return sources;
  return sources.filter(({ title, authors, date }) => {
    const text = plain([title, ...authors, date].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
