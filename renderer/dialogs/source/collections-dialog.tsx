import { Folder } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { collectionPaths } from '../../library/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { doDeed, failureOf, useQuery } from '../../state/index.ts';
import { Picker } from '../../ui/index.ts';

/**
 * Puts sources into collections: Enter takes a collection, or takes the sources out of it where all of them are in it, and
 * the dialog stays for the next one.
 */
export function CollectionsDialog({ sourceIds, onClose }: { sourceIds: readonly string[]; onClose: () => void }) {
  const client = useClient();
  const [query, setQuery] = useState('');
  const collections = useQuery('collections.list', {}).data;
  const sources = useQuery('sources.list', {}).data;
  const meant = useMemo(() => sources?.filter(({ id }) => sourceIds.includes(id)) ?? [], [sources, sourceIds]);
  const paths = useMemo(() => collectionPaths(collections ?? []), [collections]);
  const holding = (id: string) => meant.filter(({ collectionIds }) => collectionIds.includes(id)).length;
  const words = query.trim().toLocaleLowerCase();
  const found = (collections ?? []).filter(({ id, name }) =>
    `${paths.get(id) ?? ''} ${name}`.toLocaleLowerCase().includes(words),
  );

  const arrange = (change: Promise<{ into?: string[]; outOf?: string[] }>) => {
    setQuery('');
    change
      .then((where) => doDeed(client, 'collections.arrange', { sourceIds: [...sourceIds], ...where }))
      .catch((error: unknown) => tellFailure(failureOf(error)));
  };

  return (
    <Picker
      title={t('collection.chooseFor', { count: sourceIds.length })}
      query={query}
      onQuery={setQuery}
      isBehind={collections === undefined || sources === undefined}
      items={found.map(({ id, name }) => {
        const held = holding(id);
        const some = held > 0 && held < meant.length ? t('collection.some', { held, of: meant.length }) : undefined;
        return {
          id,
          name,
          sign: <Folder aria-hidden size={14} />,
          detail: some ?? paths.get(id),
          isChosen: meant.length > 0 && held === meant.length,
        };
      })}
      onTake={(id) => arrange(Promise.resolve(holding(id) === meant.length ? { outOf: [id] } : { into: [id] }))}
      onCreate={(name) => arrange(doDeed(client, 'collections.create', { name }).then(({ id }) => ({ into: [id] })))}
      onClose={onClose}
      placeholder={t('collection.hint')}
      footer={<p className="picker-hint">{t('collection.several')}</p>}
    />
  );
}
