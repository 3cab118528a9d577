import { useState } from 'react';
import { type Client, useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t } from '../i18n/index.ts';
import { type SavedSearch, useSavedSearches, writeSearches } from '../search/index.ts';
import type { RenamableNoun } from '../state/index.ts';
import { doDeed } from '../state/index.ts';
import { TextField } from '../ui/index.ts';

export interface RenameDialogProps {
  readonly noun: RenamableNoun;
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Gives something of the Library another name. */
export function RenameDialog({ noun, id, name, onClose }: RenameDialogProps) {
  const client = useClient();
  const { searches } = useSavedSearches();
  const [next, setNext] = useState(name);
  return (
    <FormDialog
      title={t('rename.title', { name })}
      submitLabel={t('rename.submit')}
      ready={next.trim() !== ''}
      onSubmit={() => rename(client, noun, id, next.trim(), searches)}
      onClose={onClose}
    >
      <TextField label={t('rename.name')} value={next} onChange={setNext} autoFocus />
    </FormDialog>
  );
}

function rename(
  client: Client,
  noun: RenamableNoun,
  id: string,
  name: string,
  searches: readonly SavedSearch[],
): Promise<unknown> {
  switch (noun) {
    case 'source':
      return doDeed(client, 'sources.update', { id, title: name });
    case 'collection':
      return doDeed(client, 'collections.update', { id, name });
    case 'tag':
      return doDeed(client, 'tags.update', { id, name });
    case 'entity':
      return doDeed(client, 'entities.update', { id, name });
    case 'note':
      return doDeed(client, 'notes.update', { id, title: name });
    case 'outline':
      return doDeed(client, 'outlines.update', { id, title: name });
    case 'search':
      return writeSearches(
        client,
        searches.map((search) => (search.name === id ? { ...search, name } : search)),
      );
  }
}
