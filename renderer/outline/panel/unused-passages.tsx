import { useMemo, useState } from 'react';
import { copyWithCitation } from '../../citation/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { notebook, useSteadyQuery, useStore } from '../../state/index.ts';
import { addBelow } from '../model/actions.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { CardList, type OfferedCard } from './card-list.tsx';
import { NO_FILTER, UnusedFilter } from './unused-filter.tsx';

/** Highlights that are not quoted in this outline yet, by tag, source and entity. */
export function UnusedPassages({ model }: { model: OutlineModel }) {
  const client = useClient();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const [chosen, setChosen] = useState(NO_FILTER);
  const { tagId, sourceId, entity } = chosen;
  const filters = {
    ...(tagId === null ? {} : { tagId }),
    ...(sourceId === null ? {} : { sourceId }),
    ...(entity === null ? {} : { entityId: entity.id }),
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
      <UnusedFilter chosen={chosen} onChange={setChosen} />
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
