import { useMemo, useRef, useState } from 'react';
import type { Tag } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';
import { Picker, TagDot } from '../ui/index.ts';
import { tagWith } from './deeds.ts';
import { tagPaths, tagsMatching } from './tag-paths.ts';
import type { Target } from './target.ts';

/**
 * Tags of a passage. Enter takes a tag (or takes it away where the passage has it) and closes; with Ctrl held the
 * picker stays open for the next one.
 */
export function TagPicker({ target: first, onClose }: { target: Target; onClose: () => void }) {
  const client = useClient();
  const [query, setQuery] = useState('');
  const [target, setTarget] = useState(first);
  const several = useRef(false);
  const tags = useQuery('tags.list', {}).data;
  const paths = useMemo(() => tagPaths(tags ?? []), [tags]);
  const held = target.kind === 'highlight' ? target.highlight.tags : [];

  const take = (name: string, colour: Tag['colour']) => {
    const next = held.includes(name) ? held.filter((each) => each !== name) : [...held, name];
    if (!several.current) {
      void tagWith(client, target, next, colour);
      onClose();
      return;
    }
    setQuery('');
    void tagWith(client, target, next, colour).then((highlight) => {
      if (highlight) setTarget({ kind: 'highlight', highlight });
    });
  };

  const noticeModifier = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) => {
    several.current = event.ctrlKey || event.metaKey;
  };

  return (
    <div onKeyDownCapture={noticeModifier} onPointerDownCapture={noticeModifier}>
      <Picker
        title={t('passage.tagPicker')}
        query={query}
        onQuery={setQuery}
        items={tagsMatching(tags ?? [], paths, query).map((tag) => ({
          id: tag.id,
          name: tag.name,
          sign: <TagDot colour={tag.colour} faint={tag.parentId !== null} />,
          detail: paths.get(tag.id)?.above,
          isChosen: held.includes(tag.name),
        }))}
        onTake={(id) => {
          const tag = tags?.find((each) => each.id === id);
          if (tag) take(tag.name, tag.colour);
        }}
        onCreate={(name) => take(name, 'yellow')}
        onClose={onClose}
        placeholder={t('passage.tagHint')}
        footer={<p className="picker-hint">{t('passage.severalTags')}</p>}
      />
    </div>
  );
}
