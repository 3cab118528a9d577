import { Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { tagPaths, tagsMatching } from '../../choices/index.ts';
import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { Picker, TagDot } from '../../ui/index.ts';

/** A tag to be given; without an id it is to be made. */
export interface ChosenTag {
  readonly id: string | null;
  readonly name: string;
}

export interface ChosenTagsProps {
  readonly tags: readonly ChosenTag[];
  readonly onChange: (tags: readonly ChosenTag[]) => void;
}

/** Tags to be given to passages that are no highlights yet. */
export function ChosenTags({ tags, onChange }: ChosenTagsProps) {
  const [isPicking, setPicking] = useState(false);
  return (
    <div className="field">
      <span className="field-label" id="chosen-tags">
        {t('inspector.tags')}
      </span>
      <ul className="highlight-chips" aria-labelledby="chosen-tags">
        {tags.map((tag, at) => (
          <li key={tag.id ?? tag.name} className="chip">
            <span dir="auto">{tag.name}</span>
            <AriaButton
              className="chip-remove"
              aria-label={t('inspector.removeTag', { name: tag.name })}
              onPress={() => onChange(tags.toSpliced(at, 1))}
            >
              <X aria-hidden size={12} />
            </AriaButton>
          </li>
        ))}
        <li>
          <AriaButton className="chip add" onPress={() => setPicking(true)}>
            <Plus aria-hidden size={12} />
            {t('inspector.addTag')}
          </AriaButton>
        </li>
      </ul>
      {isPicking && (
        <NextTag
          chosen={tags}
          onTake={(tag) => {
            onChange([...tags, tag]);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

interface NextTagProps {
  readonly chosen: readonly ChosenTag[];
  readonly onTake: (tag: ChosenTag) => void;
  readonly onClose: () => void;
}

function NextTag({ chosen, onTake, onClose }: NextTagProps) {
  const [query, setQuery] = useState('');
  const tags = useQuery('tags.list', {}).data;
  const paths = useMemo(() => tagPaths(tags ?? []), [tags]);
  const others = tagsMatching(tags ?? [], paths, query).filter(({ id }) => !chosen.some((tag) => tag.id === id));
  return (
    <Picker
      title={t('passage.tagPicker')}
      query={query}
      onQuery={setQuery}
      isBehind={tags === undefined}
      items={others.map(({ id, name, colour, parentId }) => ({
        id,
        name,
        sign: <TagDot colour={colour} faint={parentId !== null} />,
        detail: paths.get(id)?.above,
      }))}
      onTake={(id) => {
        const tag = others.find((each) => each.id === id);
        if (tag) onTake({ id, name: tag.name });
      }}
      onCreate={(name) => onTake({ id: null, name })}
      onClose={onClose}
      placeholder={t('passage.tagHint')}
    />
  );
}
