import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { COLOURS, type Highlight } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { useUnsaved } from '../state/index.ts';
import { COLOUR_LABELS } from './commands.ts';
import { mark, setComment, tagWith } from './deeds.ts';
import { openPicker } from './pickers.ts';
import { TagChips } from './tag-chips.tsx';
import './highlight-fields.css';

/** The five colours, that of the highlight marked. */
export function HighlightColours({ highlight }: { highlight: Highlight }) {
  const client = useClient();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and name nothing better
    <div className="highlight-colours" role="group" aria-label={t('inspector.colour')}>
      {COLOURS.map((colour) => (
        <AriaButton
          key={colour}
          className="swatch"
          data-colour={colour}
          data-current={colour === highlight.colour}
          aria-pressed={colour === highlight.colour}
          aria-label={t(COLOUR_LABELS[colour])}
          onPress={() => void mark(client, { kind: 'highlight', highlight }, colour)}
        />
      ))}
    </div>
  );
}

export interface HighlightTagsProps {
  readonly highlight: Highlight;
  /** Takes the keyboard when the picker of tags is done; the text, where it is left out. */
  readonly onPicked?: (() => void) | undefined;
}

/** The tags of a highlight, each to be taken away, and a way to the picker for more. */
export function HighlightTags({ highlight, onPicked }: HighlightTagsProps) {
  const client = useClient();
  const target = { kind: 'highlight', highlight } as const;
  const { tags, tagIds, colour } = highlight;
  return (
    <TagChips
      tags={tags}
      tagIds={tagIds}
      onRemove={(id) => void tagWith(client, target, { tagIds: tagIds.filter((each) => each !== id) }, colour)}
      onAdd={() => openPicker('tag', target, onPicked)}
    />
  );
}

/** How long typing has to pause, in milliseconds, before a comment is saved. */
const PAUSE = 700;

export interface HighlightCommentProps {
  readonly highlight: Highlight;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  /** `Esc` in the field. */
  readonly onLeave: () => void;
}

/** The comment of a highlight, saved as it is written. */
export function HighlightComment({ highlight, fieldRef, onLeave }: HighlightCommentProps) {
  const client = useClient();
  const [draft, setDraft] = useState<string | null>(null);
  useUnsaved(draft !== null && draft !== highlight.comment);

  // Held outside the state so that leaving the card in the middle of a word still saves it.
  const pending = useRef<() => void>(() => undefined);
  pending.current = () => {
    if (draft === null || draft === highlight.comment) return;
    void setComment(client, highlight, draft).then((saved) => {
      if (saved) setDraft((now) => (now === draft ? null : now));
    });
  };
  useEffect(() => {
    if (draft === null) return;
    const pause = window.setTimeout(() => pending.current(), PAUSE);
    return () => window.clearTimeout(pause);
  }, [draft]);
  useEffect(() => () => pending.current(), []);

  return (
    <label className="highlight-comment">
      <span className="field-label">{t('inspector.comment')}</span>
      <textarea
        ref={fieldRef}
        className="input"
        rows={3}
        dir="auto"
        value={draft ?? highlight.comment}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => pending.current()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onLeave();
        }}
      />
    </label>
  );
}
