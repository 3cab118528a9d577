import { useMemo, useState } from 'react';
import type { Tag } from '../../../main/contract/index.ts';
import { copyWithCitation } from '../../citation/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { notebook, useQuery, useSteadyQuery, useStore } from '../../state/index.ts';
import { Select } from '../../ui/index.ts';
import { addBelow } from '../model/actions.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { CardList, type OfferedCard } from './card-list.tsx';

const ANY = 'any';

/** Highlights that are not quoted in this outline yet, by tag and by source. */
export function UnusedPassages({ model }: { model: OutlineModel }) {
  const client = useClient();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const [tagId, setTagId] = useState(ANY);
  const [sourceId, setSourceId] = useState(ANY);
  const tags = useQuery('tags.list', {}).data ?? [];
  const sources = useQuery('sources.list', {}).data ?? [];
  const filters = {
    ...(tagId === ANY ? {} : { tagId }),
    ...(sourceId === ANY ? {} : { sourceId }),
  };
  const unused = useSteadyQuery('highlights.list', { ...filters, unusedIn: model.id }).data;
  const total = useSteadyQuery('highlights.list', filters).data;
  const cards = useMemo(
    () =>
      (unused ?? []).map(
        ({ id, sourceId: from, start, end, quote, colour, sourceTitle, locator, tags: names }): OfferedCard => ({
          id,
          item: { kind: 'quotation', refId: id },
          words: quote,
          onCopy: () => void copyWithCitation(client, [{ sourceId: from, start, end }]),
          colour,
          content: (
            <>
              <span className="card-quote" dir="auto">
                {quote}
              </span>
              <cite dir="auto">{[`${sourceTitle}, ${locator}`, ...names].join(' · ')}</cite>
            </>
          ),
        }),
      ),
    [unused, client],
  );
  if (!unused || !total) return null;
  return (
    <>
      <div className="panel-filters">
        <Select
          label={t('outline.filterTag')}
          hideLabel
          value={tagId}
          onChange={setTagId}
          choices={[{ id: ANY, name: t('outline.anyTag') }, ...nested(tags)]}
        />
        <Select
          label={t('outline.filterSource')}
          hideLabel
          value={sourceId}
          onChange={setSourceId}
          choices={[
            { id: ANY, name: t('outline.anySource') },
            ...sources.map(({ id, title }) => ({ id, name: title })),
          ]}
        />
      </div>
      <CardList
        label={t('outline.unused')}
        cards={cards}
        isReadOnly={isReadOnly}
        onAdd={(item) => addBelow(model, item)}
      />
      <p className="panel-help" role="status">
        {t('outline.unusedCount', { unused: unused.length, total: total.length })}{' '}
        {unused.length > 0 && t('outline.unusedHelp')}
      </p>
    </>
  );
}

/** The tags in the order of their tree, those below another set in. */
function nested(tags: readonly Tag[]): { id: string; name: string }[] {
  const below = Map.groupBy(tags, (tag) => tag.parentId);
  const visit = (parentId: string | null, depth: number): { id: string; name: string }[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .flatMap((tag) => [{ id: tag.id, name: `${'\u2003'.repeat(depth)}${tag.name}` }, ...visit(tag.id, depth + 1)]);
  return visit(null, 0);
}
