import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t } from '../i18n/index.ts';
import { useSavedSearches, writeSearches } from '../search/index.ts';
import { TextField } from '../ui/index.ts';

/** Keeps a search under a name, in the Library. */
export function SaveSearchDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const client = useClient();
  const { searches } = useSavedSearches();
  const [name, setName] = useState(query);
  const keep = () => {
    const called = name.trim();
    return writeSearches(client, [...searches.filter((search) => search.name !== called), { name: called, query }]);
  };
  return (
    <FormDialog
      title={t('search.keepTitle')}
      submitLabel={t('search.keepIt')}
      ready={name.trim() !== ''}
      onSubmit={keep}
      onClose={onClose}
    >
      <TextField label={t('rename.name')} value={name} onChange={setName} autoFocus />
    </FormDialog>
  );
}
