import { Copy, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { copyWithCitation } from '../citation/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import {
  HighlightColours,
  HighlightComment,
  HighlightTags,
  inspectorTab,
  openPicker,
  shorten,
  textPort,
  unmark,
} from '../passage/index.ts';
import { selection, useQuery, useStore } from '../state/index.ts';
import { Button, Card, IconButton } from '../ui/index.ts';

/** The highlight in focus: its words, colour, tags, comment and entities, all to be changed in place. */
export function HighlightCard({ id }: { id: string }) {
  const client = useClient();
  const highlight = useQuery('highlights.get', { id }).data;
  const comment = useRef<HTMLTextAreaElement>(null);
  const isAsked = useStore(inspectorTab, (now) => now.toComment) && highlight !== undefined;
  useEffect(() => {
    if (!isAsked) return;
    inspectorTab.set({ toComment: false });
    comment.current?.focus();
  }, [isAsked]);
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
      <HighlightColours highlight={highlight} />
      <HighlightTags highlight={highlight} />
      <HighlightComment highlight={highlight} fieldRef={comment} onLeave={() => textPort.get().port?.focus()} />
      {highlight.entities.length > 0 && (
        <ul className="highlight-chips" aria-label={t('inspector.entities')}>
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
          label={t('passage.copy')}
          icon={Copy}
          onPress={() =>
            void copyWithCitation(client, [
              { sourceId: highlight.sourceId, start: highlight.start, end: highlight.end },
            ])
          }
        />
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
