import { Copy, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { copyWithCitation } from '../../citation/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { HighlightColours, HighlightComment, HighlightTags, shorten } from '../../passage/index.ts';
import { useQuery } from '../../state/index.ts';
import { IconButton } from '../../ui/index.ts';

export interface NoteEditorProps {
  readonly id: string;
  /** `isLeft`: the keyboard is elsewhere already. */
  readonly onClose: (isLeft: boolean) => void;
}

/** Colour, tags and comment of a highlight, changed where its note stands. `Esc` or going elsewhere closes it. */
export function NoteEditor({ id, onClose }: NoteEditorProps) {
  const { data: highlight, failure } = useQuery('highlights.get', { id });
  const client = useClient();
  const card = useRef<HTMLElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  const isThere = highlight !== undefined;
  useEffect(() => {
    if (isThere) comment.current?.focus();
  }, [isThere]);
  const isGone = failure !== undefined;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (isGone) close.current(false);
  }, [isGone]);
  if (!highlight) return null;
  return (
    <section
      className="margin-editor"
      aria-label={t('reader.highlightCard', { words: shorten(highlight.quote) })}
      ref={card}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose(false);
      }}
      onBlur={({ relatedTarget }) => {
        // A picker over it, or another window, is not elsewhere.
        if (!(relatedTarget instanceof Element) || card.current?.contains(relatedTarget)) return;
        if (!relatedTarget.closest('[role="dialog"]')) onClose(true);
      }}
    >
      <div className="margin-editor-head">
        <HighlightColours highlight={highlight} />
        <IconButton
          label={t('passage.copy')}
          icon={Copy}
          onPress={() => {
            const { sourceId, start, end } = highlight;
            void copyWithCitation(client, [{ sourceId, start, end }]);
          }}
        />
        <IconButton label={t('ui.close')} icon={X} onPress={() => onClose(false)} />
      </div>
      <HighlightTags
        highlight={highlight}
        onPicked={() => card.current?.querySelector<HTMLElement>('.chip.add')?.focus()}
      />
      <HighlightComment highlight={highlight} fieldRef={comment} onLeave={() => onClose(false)} />
    </section>
  );
}
