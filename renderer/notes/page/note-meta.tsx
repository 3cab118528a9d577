import type { Reference } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { formatAgo, t } from '../../i18n/index.ts';
import { useQuery, useStore } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { goTo } from '../go-to.ts';
import type { NoteSession } from '../session/note-session.ts';

/** The line below the title: what the note is attached to, its length, when it was edited, where it is used. */
export function NoteMeta({ session }: { session: NoteSession }) {
  const words = useStore(session.view, (now) => now.words);
  const note = useStore(session.view, (now) => now.note);
  const backlinks = useQuery('notes.backlinks', { reference: { kind: 'note', id: session.id } }).data ?? [];
  const outlines = new Set(backlinks.flatMap(({ kind, id }) => (kind === 'outline' ? [id] : []))).size;
  return (
    <p className="note-meta">
      {note.attachedTo && <Attachment reference={note.attachedTo} />}
      <span>{t('notes.words', { words })}</span>
      <span>{t('notes.edited', { when: formatAgo(note.updatedAt) })}</span>
      {outlines > 0 && <span>{t('notes.inOutlines', { outlines })}</span>}
    </p>
  );
}

function Attachment({ reference }: { reference: Reference }) {
  const client = useClient();
  const name = useReferenceName(reference);
  if (name === null) return null;
  return (
    <span>
      {t('notes.attachedTo')}{' '}
      <Button look="quiet" onPress={() => goTo(client, reference)}>
        {name}
      </Button>
    </span>
  );
}

/** The name of what a note is attached to; null while it is not known or where it is gone. */
function useReferenceName({ kind, id }: Reference): string | null {
  const source = useQuery('sources.get', kind === 'source' ? { id } : null).data;
  const highlight = useQuery('highlights.get', kind === 'highlight' ? { id } : null).data;
  const tags = useQuery('tags.list', kind === 'tag' ? {} : null).data;
  const entity = useQuery('entities.get', kind === 'entity' ? { id } : null).data;
  const note = useQuery('notes.get', kind === 'note' ? { id } : null).data;
  switch (kind) {
    case 'source':
      return source?.title ?? null;
    case 'highlight':
      return highlight ? `${highlight.sourceTitle}, ${highlight.locator}` : null;
    case 'tag':
      return tags?.find((tag) => tag.id === id)?.name ?? null;
    case 'entity':
      return entity?.name ?? null;
    case 'note':
      return note?.title ?? null;
  }
}
