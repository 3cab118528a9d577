import { useState } from 'react';
import { useClient } from '../../client/index.ts';
import { FormDialog } from '../../forms/index.ts';
import { t } from '../../i18n/index.ts';
import { doDeed, useQuery } from '../../state/index.ts';
import { TextField } from '../../ui/index.ts';

/** A new collection of sources, at the top or below another one. */
export function NewCollectionDialog({ parentId, onClose }: { parentId: string | null; onClose: () => void }) {
  const client = useClient();
  const parent = useQuery('collections.list', {}).data?.find(({ id }) => id === parentId);
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={parent ? t('collection.newIn', { name: parent.name }) : t('collection.new')}
      submitLabel={t('collection.make')}
      ready={name.trim() !== ''}
      onSubmit={() => doDeed(client, 'collections.create', { name: name.trim(), parent: parentId })}
      onClose={onClose}
    >
      <TextField label={t('rename.name')} value={name} onChange={setName} autoFocus />
    </FormDialog>
  );
}
