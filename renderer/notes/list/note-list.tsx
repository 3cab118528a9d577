import { useClient } from '../../client/index.ts';
import { formatAgo, t } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { go, notebook, useQuery, useStore } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { newNote } from '../new-note.ts';
import './note-list.css';

/** Every note of the notebook, the last edited first: what the view, or the place beside an outline, shows while none is chosen. */
export function NoteList() {
  const client = useClient();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const { data, failure } = useQuery('notes.list', {});
  const create = (
    <Button look="primary" isDisabled={isReadOnly} onPress={() => void newNote(client)}>
      {t('notes.new')}
    </Button>
  );
  if (failure) return <EmptyState title={t('notes.cannotList')}>{failureSentence(failure)}</EmptyState>;
  if (!data) return null;
  if (data.length === 0) {
    return (
      <EmptyState title={t('notes.none')} actions={create}>
        {t('notes.noneText')}
      </EmptyState>
    );
  }
  const notes = data.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return (
    <div className="note-list">
      <header>
        <h1>{t('notes.heading')}</h1>
        {create}
      </header>
      <ul aria-label={t('notes.all')}>
        {notes.map((note) => (
          <li key={note.id}>
            <button type="button" className="note-card" onClick={() => go({ noteId: note.id })}>
              <strong dir="auto">{note.title || t('notes.untitled')}</strong>
              {note.excerpt && <span dir="auto">{note.excerpt}</span>}
              {note.tags.length > 0 && <small dir="auto">{note.tags.join(' · ')}</small>}
              <small>
                {t('notes.facts', { words: note.words, quotations: note.quotations, when: formatAgo(note.updatedAt) })}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
