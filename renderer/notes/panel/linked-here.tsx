import { t } from '../../i18n/index.ts';
import { go, useQuery } from '../../state/index.ts';

/** Notes and outlines that speak of this note. */
export function LinkedHere({ noteId }: { noteId: string }) {
  const { data } = useQuery('notes.backlinks', { reference: { kind: 'note', id: noteId } });
  if (!data) return null;
  if (data.length === 0) return <p className="panel-empty">{t('notes.noBacklinks')}</p>;
  return (
    <ul className="panel-cards">
      {data.map((link) => (
        <li key={`${link.kind} ${link.id}`}>
          <button
            type="button"
            className="note-card"
            onClick={() =>
              go(link.kind === 'note' ? { view: 'notes', noteId: link.id } : { view: 'outline', outlineId: link.id })
            }
          >
            <strong dir="auto">{link.title}</strong>
            <span dir="auto">
              {t(link.kind === 'note' ? 'notes.backlinkNote' : 'notes.backlinkOutline', { excerpt: link.excerpt })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
