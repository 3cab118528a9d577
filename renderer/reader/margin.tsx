import { useLayoutEffect, useRef } from 'react';
import type { Colour } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { groupEntries, type MarginEntry, placeEntries } from './margin-layout.ts';

/** What the margin says of a highlight. */
export interface MarginNote extends MarginEntry {
  readonly colour: Colour;
  readonly tags: readonly string[];
  readonly comment: string;
}

export interface MarginProps {
  readonly notes: readonly MarginNote[];
  /** Ids of the highlights in focus. */
  readonly focused: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Tags and comments beside their passages. */
export function Margin({ notes, focused, onChoose }: MarginProps) {
  const lane = useRef<HTMLElement>(null);
  const groups = groupEntries(notes);

  useLayoutEffect(() => {
    const elements = Array.from(lane.current?.querySelectorAll<HTMLElement>('[data-wanted]') ?? []);
    const tops = placeEntries(
      elements.map((element) => ({ wanted: Number(element.dataset['wanted']), height: element.offsetHeight })),
    );
    for (const [at, element] of elements.entries()) element.style.top = `${tops[at] ?? 0}px`;
  });

  return (
    <aside className="reader-margin" aria-label={t('reader.margin')} ref={lane}>
      {groups.flatMap(({ shown, more }) => [
        ...shown.map((note) => (
          <button
            key={note.id}
            type="button"
            className="margin-note"
            data-wanted={note.wanted}
            data-colour={note.colour}
            aria-pressed={focused.includes(note.id)}
            onClick={() => onChoose([note.id])}
          >
            {note.tags.length > 0 && (
              <strong dir="auto" className={note.comment === '' ? 'margin-tags plain' : 'margin-tags'}>
                {note.tags.join(' · ')}
              </strong>
            )}
            {note.comment !== '' && (
              <span dir="auto" className="margin-comment">
                {note.comment}
              </span>
            )}
          </button>
        )),
        ...(more.length > 0
          ? [
              <button
                key={`more ${more[0]?.id}`}
                type="button"
                className="margin-more"
                data-wanted={more[0]?.wanted}
                onClick={() => onChoose(more.map(({ id }) => id))}
              >
                {t('reader.marginMore', { count: more.length })}
              </button>,
            ]
          : []),
      ])}
    </aside>
  );
}
