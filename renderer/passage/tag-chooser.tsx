import { useMemo, useRef, useState } from 'react';
import { type Colour, colourOfNextTag, type Tag } from '../../main/contract/index.ts';
import { tagPaths, tagsMatching } from '../choices/index.ts';
import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';
import { Picker, TagDot } from '../ui/index.ts';

export interface TagChooserProps {
  readonly title: string;
  /** Ids of the tags that are there already; taking one of them is taking it away. */
  readonly held: readonly string[];
  readonly onTake: (tag: Tag) => void;
  /** `colour` is the one the new tag will have. */
  readonly onCreate: (name: string, colour: Colour) => void;
  readonly onClose: () => void;
}

/** The tags of something. Enter takes a tag and closes; with Ctrl held the picker stays open for the next one. */
export function TagChooser({ title, held, onTake, onCreate, onClose }: TagChooserProps) {
  const [query, setQuery] = useState('');
  const several = useRef(false);
  const tags = useQuery('tags.list', {}).data;
  const paths = useMemo(() => tagPaths(tags ?? []), [tags]);

  const noticeModifier = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) => {
    several.current = event.ctrlKey || event.metaKey;
  };
  const goOn = () => {
    if (several.current) setQuery('');
    else onClose();
  };

  return (
    <div onKeyDownCapture={noticeModifier} onPointerDownCapture={noticeModifier}>
      <Picker
        title={title}
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
          if (!tag) return;
          onTake(tag);
          goOn();
        }}
        onCreate={(name) => {
          onCreate(name, colourOfNextTag(tags?.length ?? 0));
          goOn();
        }}
        onClose={onClose}
        placeholder={t('passage.tagHint')}
        footer={<p className="picker-hint">{t('passage.severalTags')}</p>}
      />
    </div>
  );
}
