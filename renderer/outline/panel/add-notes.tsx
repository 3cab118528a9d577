import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { notebook, useQuery, useStore } from '../../state/index.ts';
import { TextField } from '../../ui/index.ts';
import { addBelow } from '../model/actions.ts';
import { useOutline } from '../model/models.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { CardList } from './card-list.tsx';

/** The notes of the notebook, to be put into the outline. One that is in it already says so and can be put in again. */
export function AddNotes({ model }: { model: OutlineModel }) {
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const items = useOutline(model, (state) => state.items);
  const [query, setQuery] = useState('');
  const { data } = useQuery('notes.list', {});
  if (!data) return null;
  if (data.length === 0) return <p className="panel-help">{t('outline.noNotes')}</p>;
  const used = new Set(items.flatMap(({ kind, refId }) => (kind === 'note' && refId !== null ? [refId] : [])));
  const wanted = query.trim().toLocaleLowerCase();
  const cards = data
    .filter((note) => `${note.title} ${note.excerpt}`.toLocaleLowerCase().includes(wanted))
    .map((note) => ({
      id: note.id,
      item: { kind: 'note', refId: note.id } as const,
      words: note.title,
      content: (
        <>
          <strong dir="auto">{note.title}</strong>
          <cite>
            {t('outline.noteFacts', { words: note.words, quotations: note.quotations })}
            {used.has(note.id) && ` · ${t('outline.isUsed')}`}
          </cite>
        </>
      ),
    }));
  return (
    <>
      <div className="panel-filters">
        <TextField
          label={t('outline.filterNotes')}
          hideLabel
          placeholder={t('outline.filterNotes')}
          value={query}
          onChange={setQuery}
        />
      </div>
      <p className="panel-help">{t('outline.notesHelp')}</p>
      <CardList
        label={t('outline.notes')}
        cards={cards}
        isReadOnly={isReadOnly}
        onAdd={(item) => addBelow(model, item)}
      />
    </>
  );
}
