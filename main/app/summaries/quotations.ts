import { type Connection, highlights, sources, whereabouts } from '../../../db/index.ts';
import type { Highlight } from '../../../db/model/index.ts';
import type { QuotationBlock, SummarySource, UnresolvedBlock } from '../../interchange/index.ts';
import type { SummaryChoices } from './choices.ts';

/** A quotation as a note or an outline remembers it. */
export interface Snapshot {
  readonly text: string;
  readonly sourceTitle: string;
  readonly locator: string;
}

/** Prints quotations and remembers which sources they come from. */
export interface Quoting {
  /** A highlight as it is. */
  quote(highlight: Highlight): QuotationBlock;
  /**
   * A quotation with the words it was taken with and its source as it is now; a placeholder where the highlight or
   * its source cannot be found.
   */
  resolve(highlightId: string, snapshot: Snapshot): QuotationBlock | UnresolvedBlock;
  /** Notes that a source is quoted. */
  cite(sourceId: string): void;
  /** What was quoted, by author and title. */
  sources(language: string): SummarySource[];
}

export function createQuoting(
  connection: Connection,
  choices: Pick<SummaryChoices, 'tags' | 'comments' | 'quotationMarks'>,
  marks: readonly [open: string, close: string],
): Quoting {
  const cited = new Set<string>();

  function quote(highlight: Highlight): QuotationBlock {
    cited.add(highlight.sourceId);
    const { id, sourceId, quote: text, sourceTitle, locator, tags, comment, colour } = highlight;
    return {
      kind: 'quotation',
      highlightId: id,
      text,
      sourceId,
      sourceTitle,
      locator,
      colour,
      ...(choices.quotationMarks && { marks }),
      ...(choices.tags && tags.length > 0 && { tags }),
      ...(choices.comments && comment !== '' && { comment }),
    };
  }

  return {
    quote,
    resolve(highlightId, snapshot) {
      const reason = whereabouts(connection, 'highlight', highlightId);
      if (reason === 'here') {
        return { ...quote(highlights.get(connection, highlightId)), text: snapshot.text };
      }
      const what = [snapshot.sourceTitle, snapshot.locator].filter((part) => part !== '').join(', ');
      return { kind: 'unresolved', highlightId, what: what || snapshot.text, reason, snapshot: snapshot.text };
    },
    cite: (sourceId) => cited.add(sourceId),
    sources(language) {
      const { compare } = new Intl.Collator(language, { numeric: true });
      const entries = [...cited].map((id): SummarySource => {
        const {
          title,
          authors,
          date,
          url,
          language: own,
          fileName,
          publisher,
          identifiers,
          citation,
        } = sources.get(connection, id);
        return { id, title, authors, date, url, language: own, fileName, publisher, identifiers, citation };
      });
      return entries.sort((a, b) => compare(sortKey(a), sortKey(b)));
    },
  };
}

function sortKey({ authors, title }: SummarySource): string {
  return [...authors, title].join(' ');
}
