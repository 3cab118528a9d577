import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { step } from '../session/index.ts';
import { doDeed, failureOf, useQuery } from '../state/index.ts';
import { Picker, TagDot } from '../ui/index.ts';

/** Chooses the tag that takes over everything another one marks. */
export function MergeTagDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const tags = useQuery('tags.list', {}).data ?? [];
  const [query, setQuery] = useState('');
  const name = tags.find((tag) => tag.id === id)?.name ?? '';
  const wanted = query.trim().toLocaleLowerCase();
  const merge = async (intoId: string) => {
    onClose();
    try {
      const into = await doDeed(client, 'tags.merge', { id, intoId });
      tell({
        tone: 'status',
        key: 'tag.merged',
        values: { name, into: into.name },
        action: { label: 'ui.undo', run: () => void step(client, 'history.undo') },
      });
    } catch (error) {
      tellFailure(failureOf(error));
    }
  };
  return (
    <Picker
      title={t('tag.mergeInto', { name })}
      items={tags
        .filter((tag) => tag.id !== id && tag.name.toLocaleLowerCase().includes(wanted))
        .map((tag) => ({ id: tag.id, name: tag.name, sign: <TagDot colour={tag.colour} /> }))}
      query={query}
      onQuery={setQuery}
      onTake={(intoId) => void merge(intoId)}
      onClose={onClose}
    />
  );
}
