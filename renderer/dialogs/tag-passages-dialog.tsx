import { Button as AriaButton } from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { shorten } from '../passage/index.ts';
import { arrive, openDialog, useQuery } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

const MOST = 500;

/** The notes with a tag or one below it and those about it, and every passage, in the order of the texts; each leads to its place. */
export function TagPassagesDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const tag = useQuery('tags.list', {}).data?.find((each) => each.id === id);
  const { data, failure } = useQuery('highlights.list', { tagId: id, limit: MOST });
  const tagged = useQuery('notes.list', { tagId: id }).data ?? [];
  const about = useQuery('notes.list', { attachedTo: { kind: 'tag', id } }).data ?? [];
  const notes = [...new Map([...about, ...tagged].map((note) => [note.id, note])).values()];
  return (
    <Dialog
      title={tag?.name ?? t('tag.passages')}
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={() => openDialog({ kind: 'edit-tag', id })}>{t('library.editTag')}</Button>
          <Button onPress={() => openDialog({ kind: 'export', subject: { kind: 'tag', id } })}>
            {t('library.export')}
          </Button>
        </>
      }
    >
      {tag?.memo && (
        <p className="tag-memo" dir="auto">
          {tag.memo}
        </p>
      )}
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data && (
        <p className="report-sum">
          {data.length === 0 ? t('tag.noPassages') : t('tag.passageCount', { count: data.length })}
        </p>
      )}
      {notes.length > 0 && (
        <>
          <h3 className="section-title" id="tag-notes">
            {t('tag.noteCount', { count: notes.length })}
          </h3>
          <ul className="passages" aria-labelledby="tag-notes">
            {notes.map((note) => (
              <li key={note.id}>
                <AriaButton
                  className="passage"
                  style={{ borderInlineStartColor: 'var(--line-strong)' }}
                  onPress={() => {
                    onClose();
                    arrive({ view: 'notes', noteId: note.id });
                  }}
                >
                  <span className="passage-quote" dir="auto">
                    {note.title || t('notes.untitled')}
                  </span>
                  <span className="passage-where" dir="auto">
                    {[shorten(note.excerpt, 90), note.tags.join(' · ')].filter((part) => part !== '').join(' · ')}
                  </span>
                </AriaButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="passages">
        {data?.map((highlight) => (
          <li key={highlight.id}>
            <AriaButton
              className="passage"
              style={{ borderInlineStartColor: `var(--${highlight.colour})` }}
              onPress={() => {
                onClose();
                const { sourceId, start, end } = highlight;
                arrive({ view: 'read', sourceId, passage: { start, end }, highlightId: highlight.id });
              }}
            >
              <span className="passage-quote" dir="auto">
                {highlight.quote}
              </span>
              <span className="passage-where">
                {highlight.sourceTitle}, {highlight.locator} · {highlight.tags.join(' · ')}
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
