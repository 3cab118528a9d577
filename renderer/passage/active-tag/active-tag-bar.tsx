import { useEffect } from 'react';
import { t } from '../../i18n/index.ts';
import { useQuery, useStore } from '../../state/index.ts';
import { Button, TagDot } from '../../ui/index.ts';
import { textPort } from '../text-port.ts';
import { activeTag, stopTagging } from './active-tag.ts';
import './active-tag-bar.css';

/** Says that every selection is tagged, and with what, as long as it is so. */
export function ActiveTagBar() {
  const { tag, given } = useStore(activeTag, (now) => now);
  const tags = useQuery('tags.list', tag ? {} : null).data;
  useEffect(() => {
    if (!tag || !tags) return;
    // It may have been renamed, or removed.
    const now = tags.find(({ id }) => id === tag.id) ?? null;
    if (now !== tag) activeTag.set({ tag: now });
  }, [tag, tags]);
  const isActive = tag !== null;
  useEffect(() => {
    if (!isActive) return;
    // Whoever means something else by the key, a dialog or a field, does not let it come here.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) stopTagging();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isActive]);
  if (!tag) return null;
  return (
    <div className="active-tag">
      <p role="status">
        <strong>
          <TagDot colour={tag.colour} /> <bdi>{t('tagging.every', { name: tag.name })}</bdi>
        </strong>
        <span className="active-tag-hint">
          {given === 0 ? t('tagging.hint') : t('tagging.given', { count: given })}
        </span>
      </p>
      <Button
        onPress={() => {
          stopTagging();
          textPort.get().port?.focus();
        }}
      >
        {t('tagging.stop')} <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
