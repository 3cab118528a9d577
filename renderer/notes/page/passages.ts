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

/** Highlights whose words, comment or tags have the words of the query; the newest while there is none. */
export function usePassages(query: string | null): readonly PassageOffer[] {
  const words = query?.trim() ?? '';
  const found = useSteadyQuery(
    'search.query',
    query !== null && words !== '' ? { query: words, kinds: ['highlight'], limit: MOST } : null,
  );
  const all = useQuery('highlights.list', query !== null && words === '' ? {} : null);
  if (words !== '') return (found.data?.hits ?? []).map(offerOfHit);
  return (all.data ?? [])
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, MOST)
    .map(offerOfHighlight);
}

function offerOfHit(hit: Hit): PassageOffer {
  return { id: hit.id, quote: hit.snippet || hit.title, where: hit.locator ?? '', colour: hit.sign ?? 'yellow' };
}

function offerOfHighlight({ id, quote, sourceTitle, locator, colour }: Highlight): PassageOffer {
  return { id, quote, where: `${sourceTitle}, ${locator}`, colour };
}
