import { type Connection, highlights, searchNotebook } from '../../../db/index.ts';
import { HIT_KINDS, type Hit } from '../../../db/model/index.ts';
import { plain, type SummaryBlock } from '../../interchange/index.ts';
import type { Labels } from './labels.ts';
import type { Quoting } from './quotations.ts';
import { sentenceAround } from './sentence.ts';
import type { Summary } from './summary.ts';
import { bySource } from './tag.ts';

/** More hits than these are no document anybody reads; the report says how many are left out. */
const MOST_HITS = 2000;

/** What a search finds, by kind: passages with their source, everything else by its name and the words around the match. */
export function searchSummary(connection: Connection, query: string, quoting: Quoting, labels: Labels): Summary {
  const { hits, totals } = searchNotebook(connection, query, { limit: MOST_HITS });
  const groups = Map.groupBy(hits, ({ kind }) => kind);
  const blocks = HIT_KINDS.flatMap((kind): SummaryBlock[] => {
    const found = groups.get(kind);
    if (found === undefined) return [];
    return [
      { kind: 'heading', level: 1, runs: plain(labels.found[kind]) },
      ...blocksOf(connection, kind, found, quoting),
    ];
  });
  const total = HIT_KINDS.reduce((sum, kind) => sum + totals[kind], 0);
  return { title: labels.searchFor(query), blocks, skipped: [{ code: 'hits', count: total - hits.length }] };
}

function blocksOf(connection: Connection, kind: Hit['kind'], found: readonly Hit[], quoting: Quoting): SummaryBlock[] {
  switch (kind) {
    case 'highlight':
      return bySource(
        found.map(({ id }) => highlights.get(connection, id)),
        2,
        quoting,
      );
    case 'block':
      return places(connection, found, quoting);
    default:
      return [
        {
          kind: 'list',
          ordered: false,
          start: 1,
          items: found.map((hit) => ({ blocks: [{ kind: 'paragraph', runs: named(hit) }] })),
        },
      ];
  }
}

/** Places in texts, source by source in the order of the text, each with the sentence it stands in. */
function places(connection: Connection, found: readonly Hit[], quoting: Quoting): SummaryBlock[] {
  const bySourceId = Map.groupBy(found, ({ sourceId }) => sourceId ?? '');
  return [...bySourceId].flatMap(([sourceId, hits]): SummaryBlock[] => {
    quoting.cite(sourceId);
    const inOrder = hits.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
    return [
      { kind: 'heading', level: 2, runs: plain(hits[0]?.title ?? '') },
      ...inOrder.map(
        ({ title, start = 0, end = start, locator = '' }): SummaryBlock => ({
          kind: 'quotation',
          highlightId: '',
          text: sentenceAround(connection, { sourceId, start, end }),
          sourceId,
          sourceTitle: title,
          locator,
        }),
      ),
    ];
  });
}

/** A name, and the words around the match where these say more. */
function named({ title, snippet }: Hit) {
  const name = { text: title, marks: ['strong'] as const };
  return snippet === '' || snippet === title ? [name] : [name, ...plain(`: ${snippet}`)];
}
