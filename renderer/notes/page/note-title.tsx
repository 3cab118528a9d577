import { useEffect, useRef } from 'react';
import { t } from '../../i18n/index.ts';
import { useStore } from '../../state/index.ts';
import { takeFresh } from '../new-note.ts';
import type { NoteSession } from '../session/note-session.ts';

const LONGEST = 1000;

/** The title: one line of words that wraps. Enter and ↓ go on into the text. */
export function NoteTitle(props: { session: NoteSession; isReadOnly: boolean; onLeave: () => void }) {
  const { session, isReadOnly, onLeave } = props;
  const title = useStore(session.view, (now) => now.title);
  const field = useRef<HTMLTextAreaElement>(null);

  // A note just made is given its name first.
  useEffect(() => {
    if (!takeFresh(session.id)) return;
    field.current?.focus();
    field.current?.select();
  }, [session.id]);

  return (
    <textarea
      ref={field}
      className="note-title"
      aria-label={t('notes.title')}
      dir="auto"
      rows={1}
      maxLength={LONGEST}
      readOnly={isReadOnly}
      placeholder={t('notes.titlePlaceholder')}
      value={title}
      // A note without a name is named first.
      {...(title === '' ? { 'data-landing': '' } : {})}
      onChange={(event) => session.setTitle(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onBlur={() => void session.flush()}
      onKeyDown={(event) => {
        const isAtEnd = event.currentTarget.selectionEnd === title.length;
        if (event.nativeEvent.isComposing || !(event.key === 'Enter' || (event.key === 'ArrowDown' && isAtEnd))) return;
        event.preventDefault();
        onLeave();
      }}
    />
  );
}
