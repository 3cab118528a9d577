import { useMemo, useRef, useState } from 'react';
import type { Tag } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';
import { Picker, TagDot } from '../ui/index.ts';
import { type TagChoice, tagsOf, tagWith } from './deeds.ts';
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
  const held = tagsOf(target).tagIds;
  /** The target once what was given so far is stored; another tag is added to that, however quickly it is taken. */
  const latest = useRef(Promise.resolve(first));

  const give = (change: (held: readonly string[]) => TagChoice, colour: Tag['colour']) => {
    latest.current = latest.current.then(async (now) => {
      const highlight = await tagWith(client, now, change(tagsOf(now).tagIds), colour);
      const next: Target = highlight ? { kind: 'highlight', highlight } : now;
      setTarget(next);
      return next;
    });
    if (several.current) setQuery('');
    else onClose();
  };

  const take = ({ id, colour }: Tag) =>
    give((now) => ({ tagIds: now.includes(id) ? now.filter((each) => each !== id) : [...now, id] }), colour);

  const noticeModifier = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) => {
    several.current = event.ctrlKey || event.metaKey;
  };

  return (
    <div onKeyDownCapture={noticeModifier} onPointerDownCapture={noticeModifier}>
      <Picker
        title={t('passage.tagPicker')}
        query={query}
        onQuery={setQuery}
        isBehind={tags === undefined}
        items={tagsMatching(tags ?? [], paths, query).map((tag) => ({
          id: tag.id,
          name: tag.name,
          sign: <TagDot colour={tag.colour} faint={tag.parentId !== null} />,
          detail: paths.get(tag.id)?.above,
          isChosen: held.includes(tag.id),
        }))}
        onTake={(id) => {
          const tag = tags?.find((each) => each.id === id);
          if (tag) take(tag);
        }}
        onCreate={(name) => give((now) => ({ tagIds: now, made: [name] }), 'yellow')}
        onClose={onClose}
        placeholder={t('passage.tagHint')}
        footer={<p className="picker-hint">{t('passage.severalTags')}</p>}
      />
    </div>
  );
}
