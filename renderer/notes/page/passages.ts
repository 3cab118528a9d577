import type { Highlight, Hit } from '../../../main/contract/index.ts';
import { useQuery, useSteadyQuery } from '../../state/index.ts';

/** A highlight as lists of passages offer it. */
export interface PassageOffer {
  readonly id: string;
  readonly quote: string;
  readonly where: string;
  readonly colour: string;
}

/** Passages offered at once. */
const MOST = 30;

export interface PassageOffers {
  readonly offers: readonly PassageOffer[];
  /** They are those of an earlier query; the ones of this query are on their way. */
  readonly isBehind: boolean;
}

/** Highlights whose words, comment or tags have the words of the query; the newest while there is none. */
export function usePassages(query: string | null): PassageOffers {
  const words = query?.trim() ?? '';
  const found = useSteadyQuery(
    'search.query',
    query !== null && words !== '' ? { query: words, kinds: ['highlight'], limit: MOST } : null,
  );
  const all = useQuery('highlights.list', query !== null && words === '' ? {} : null);
  if (words !== '') return { offers: (found.data?.hits ?? []).map(offerOfHit), isBehind: found.loading };
  const newest = (all.data ?? []).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, MOST);
  return { offers: newest.map(offerOfHighlight), isBehind: all.loading };
}

function offerOfHit(hit: Hit): PassageOffer {
  return { id: hit.id, quote: hit.snippet || hit.title, where: hit.locator ?? '', colour: hit.sign ?? 'yellow' };
}

function offerOfHighlight({ id, quote, sourceTitle, locator, colour }: Highlight): PassageOffer {
  return { id, quote, where: `${sourceTitle}, ${locator}`, colour };
}
