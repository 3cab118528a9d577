import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { Picker } from '../../ui/index.ts';

/** Notes offered at once. */
const MOST = 30;

export interface NotePickerProps {
  /** The note that is open, which is not offered. */
  readonly except: string;
  readonly onTake: (id: string) => void;
  readonly onClose: () => void;
}

/** Chooses the note that is to become a part of the open one: by its title, or among those changed last. */
export function NotePicker({ except, onTake, onClose }: NotePickerProps) {
  const [query, setQuery] = useState('');
  const { data, loading } = useQuery('notes.list', {});
  const wanted = query.trim().toLocaleLowerCase();
  const notes = (data ?? []).filter(({ id, title }) => id !== except && title.toLocaleLowerCase().includes(wanted));
  return (
    <Picker
      title={t('notes.mergePick')}
      placeholder={t('notes.mergeHelp')}
      query={query}
      onQuery={setQuery}
      isBehind={loading}
      items={notes.slice(0, MOST).map(({ id, title, words }) => ({
        id,
        name: title || t('notes.untitled'),
        detail: t('notes.words', { words }),
      }))}
      onTake={onTake}
      onClose={onClose}
    />
  );
}
