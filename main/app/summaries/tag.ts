import { type Connection, highlights, tags } from '../../../db/index.ts';
import type { Highlight } from '../../../db/model/index.ts';
import { plain, type SummaryBlock } from '../../interchange/index.ts';
import type { Quoting } from './quotations.ts';
import type { Summary } from './summary.ts';

/** What a tag means, then every passage that carries it or a tag below it, source by source. */
export function tagSummary(connection: Connection, id: string, quoting: Quoting): Summary {
  const { name, memo } = tags.row(connection, id);
  const meaning: SummaryBlock[] = memo === '' ? [] : [{ kind: 'paragraph', runs: plain(memo) }];
  const passages = highlights.list(connection, { tagId: id });
  return { title: name, blocks: [...meaning, ...bySource(passages, 1, quoting)] };
}

/** Passages under the titles of their sources. */
export function bySource(passages: readonly Highlight[], level: number, quoting: Quoting): SummaryBlock[] {
  const groups = Map.groupBy(passages, ({ sourceId }) => sourceId);
  return [...groups.values()].flatMap((group): SummaryBlock[] => [
    { kind: 'heading', level, runs: plain(group[0]?.sourceTitle ?? '') },
    ...group.map(quoting.quote),
  ]);
}
