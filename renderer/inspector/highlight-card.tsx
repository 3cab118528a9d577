import { Plus, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { COLOURS, type Highlight } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import {
  COLOUR_LABELS,
  inspectorTab,
  mark,
  openPicker,
  setComment,
  shorten,
  tagWith,
  textPort,
  unmark,
} from '../passage/index.ts';
import { selection, useQuery, useStore, useUnsaved } from '../state/index.ts';
import { Button, Card, IconButton } from '../ui/index.ts';

/** How long typing has to pause, in milliseconds, before a comment is saved. */
const PAUSE = 700;

/** The highlight in focus: its words, colour, tags, comment and entities, all to be changed in place. */
export function HighlightCard({ id }: { id: string }) {
  const client = useClient();
  const highlight = useQuery('highlights.get', { id }).data;
  if (!highlight) return null;
  const target = { kind: 'highlight', highlight } as const;
  return (
    <Card label={t('inspector.highlight')}>
      <blockquote className="inspector-quote" data-colour={highlight.colour} dir="auto">
        {shorten(highlight.quote, 600)}
      </blockquote>
      <p className="inspector-place">
        {highlight.sourceTitle}, {highlight.locator}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and name nothing better */}
      <div className="inspector-colours" role="group" aria-label={t('inspector.colour')}>
        {COLOURS.map((colour) => (
          <AriaButton
            key={colour}
            className="swatch"
            data-colour={colour}
            data-current={colour === highlight.colour}
            aria-pressed={colour === highlight.colour}
            aria-label={t(COLOUR_LABELS[colour])}
            onPress={() => void mark(client, target, colour)}
          />
        ))}
      </div>
      <ul className="inspector-chips" aria-label={t('inspector.tags')}>
        {highlight.tags.map((tag, at) => (
          <li key={highlight.tagIds[at]} className="chip">
            <span dir="auto">{tag}</span>
            <AriaButton
              className="chip-remove"
              aria-label={t('inspector.removeTag', { name: tag })}
              onPress={() =>
                void tagWith(client, target, { tagIds: highlight.tagIds.toSpliced(at, 1) }, highlight.colour)
              }
            >
              <X aria-hidden size={12} />
            </AriaButton>
          </li>
        ))}
        <li>
          <AriaButton className="chip add" onPress={() => openPicker('tag', target)}>
            <Plus aria-hidden size={12} />
            {t('inspector.addTag')}
          </AriaButton>
        </li>
      </ul>
      <Comment highlight={highlight} />
      {highlight.entities.length > 0 && (
        <ul className="inspector-chips" aria-label={t('inspector.entities')}>
          {highlight.entities.map((name, at) => (
            <li key={highlight.entityIds[at]}>
              <Button
                look="quiet"
                onPress={() => {
                  selection.set({ entityId: highlight.entityIds[at] ?? null });
                  inspectorTab.set({ tab: 'entity' });
                }}
              >
                <span dir="auto">{name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="inspector-actions">
        <Button onPress={() => openPicker('entity', target)}>{t('passage.link')}</Button>
        <Button onPress={() => openPicker('outline', target)}>{t('passage.outline')}</Button>
        <IconButton
          label={t('passage.remove')}
          icon={Trash2}
          onPress={() => {
            void unmark(client, highlight);
            textPort.get().port?.focus();
          }}
        />
      </div>
    </Card>
  );
}

/** The comment of a highlight, saved as it is written. */
function Comment({ highlight }: { highlight: Highlight }) {
  const client = useClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const asked = useStore(inspectorTab, (now) => now.toComment);
  useUnsaved(draft !== null && draft !== highlight.comment);

  useEffect(() => {
    if (!asked) return;
    inspectorTab.set({ toComment: false });
    field.current?.focus();
  }, [asked]);

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
    <label className="inspector-comment">
      <span className="field-label">{t('inspector.comment')}</span>
      <textarea
        ref={field}
        className="input"
        rows={3}
        dir="auto"
        value={draft ?? highlight.comment}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => pending.current()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          textPort.get().port?.focus();
        }}
      />
    </label>
  );
}
