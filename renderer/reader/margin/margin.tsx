import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { currentLanguage, t } from '../../i18n/index.ts';
import { shorten } from '../../passage/index.ts';
import { selection, useStore, useStoreAfterPaint } from '../../state/index.ts';
import type { MarginNotes } from '../telling.ts';
import { MarginCluster } from './cluster.tsx';
import { NoteEditor } from './editor.tsx';
import { arrange, type MarginItem, placeEntries, wantedBy } from './layout.ts';
import type { MarginNote } from './notes.ts';

import './margin.css';

export interface MarginProps {
  /** Changes with the text on screen; watched here, so that what is around the margin is not drawn anew. */
  readonly shown: MarginNotes;
  /** The first is chosen, the others lie at the same place. */
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Tags and comments beside their passages. `Enter` or a double click on a note changes it in place. */
export function Margin({ shown, onChoose }: MarginProps) {
  const notes = useStore(shown, (now) => now.notes);
  const focused = useStoreAfterPaint(selection, (now) => now.highlightIds[0] ?? null);
  const lane = useRef<HTMLElement>(null);
  /** The note being changed; kept here, for it stays when its row leaves the screen. */
  const [edited, setEdited] = useState<MarginNote | null>(null);
  const items = useMemo(() => {
    const all = edited && !notes.some(({ id }) => id === edited.id) ? [...notes, edited] : notes;
    return arrange(
      all,
      probableHeight,
      [edited?.id, focused].flatMap((id) => id ?? []),
    );
  }, [notes, edited, focused]);

  useLayoutEffect(() => {
    const elements = Array.from(lane.current?.querySelectorAll<HTMLElement>(':scope > [data-wanted]') ?? []);
    const tops = placeEntries(
      elements.map((element) => ({ wanted: Number(element.dataset['wanted']), height: element.offsetHeight })),
    );
    for (const [at, element] of elements.entries()) element.style.top = `${tops[at] ?? 0}px`;
  });

  const close = (id: string, isLeft: boolean) => {
    setEdited(null);
    if (isLeft) return;
    // The note is there again only with the next frame.
    requestAnimationFrame(() => lane.current?.querySelector<HTMLElement>(`[data-note="${id}"]`)?.focus());
  };

  return (
    <aside className="reader-margin" aria-label={t('reader.margin')} ref={lane}>
      {items.map((item) => (
        <div key={keyOf(item)} className="margin-item" data-wanted={wantedBy(item)}>
          {item.kind === 'cluster' && <MarginCluster notes={item.entries} onChoose={onChoose} />}
          {item.kind === 'note' && item.entry.id === edited?.id && (
            <NoteEditor id={edited.id} onClose={(isLeft) => close(edited.id, isLeft)} />
          )}
          {item.kind === 'note' && item.entry.id !== edited?.id && (
            <Note
              note={item.entry}
              isShort={item.isShort}
              isFocused={item.entry.id === focused}
              onChoose={() => onChoose([item.entry.id])}
              onEdit={() => setEdited(item.entry)}
            />
          )}
        </div>
      ))}
    </aside>
  );
}

interface NoteProps {
  readonly note: MarginNote;
  readonly isShort: boolean;
  readonly isFocused: boolean;
  readonly onChoose: () => void;
  readonly onEdit: () => void;
}

function Note({ note, isShort, isFocused, onChoose, onEdit }: NoteProps) {
  const { id, colour, quote, locator, tags, comment, isFaint } = note;
  const shown = [tags.join(' · '), comment].filter(Boolean).join(' ');
  const language = currentLanguage();
  // Made once, and not with every screen of a scroll.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentence follows the language
  const name = useMemo(
    () => t('reader.noteOn', { shown, words: shorten(quote), place: locator }),
    [shown, quote, locator, language],
  );
  return (
    <button
      type="button"
      className={['margin-note', isShort ? 'short' : '', isFaint ? 'faint' : ''].filter(Boolean).join(' ')}
      data-note={id}
      data-colour={colour}
      aria-label={name}
      aria-pressed={isFocused}
      aria-keyshortcuts="Enter"
      title={t('reader.editNote')}
      onClick={onChoose}
      onDoubleClick={onEdit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEdit();
      }}
    >
      {tags.length > 0 && (
        <strong dir="auto" className={comment === '' ? 'margin-tags plain' : 'margin-tags'}>
          {tags.join(' · ')}
        </strong>
      )}
      {comment !== '' && (
        <span dir="auto" className="margin-comment">
          {comment}
        </span>
      )}
    </button>
  );
}

function keyOf(item: MarginItem<MarginNote>): string {
  return item.kind === 'note' ? item.entry.id : `cluster ${item.entries[0]?.id}`;
}

/** As in the style sheet: letters a line holds, the height of a line, and the most lines of tags and of a comment. */
const PER_LINE = 23;
const LINE_HEIGHT = 16.2;
const MOST_LINES = { tags: 2, comment: 4 };

function probableHeight({ tags, comment }: MarginNote): number {
  const lines = (letters: number, most: number) => Math.min(most, Math.ceil(letters / PER_LINE));
  return LINE_HEIGHT * (lines(tags.join(' · ').length, MOST_LINES.tags) + lines(comment.length, MOST_LINES.comment));
}
