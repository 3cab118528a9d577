import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '../i18n/index.ts';
import './tag-chips.css';

export interface TagChipsProps {
  readonly tags: readonly string[];
  readonly tagIds: readonly string[];
  readonly isReadOnly?: boolean;
  readonly onRemove: (tagId: string) => void;
  readonly onAdd: () => void;
}

/** The tags of something, each to be taken away, and a way to the picker for more. */
export function TagChips({ tags, tagIds, isReadOnly = false, onRemove, onAdd }: TagChipsProps) {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <ul className="highlight-chips" aria-label={t('inspector.tags')}>
      {tags.map((tag, at) => (
        <li key={tagIds[at]} className="chip">
          <span dir="auto">{tag}</span>
          {!isReadOnly && (
            <AriaButton
              className="chip-remove"
              aria-label={t('inspector.removeTag', { name: tag })}
              onPress={() => {
                // The chip goes, and the keyboard with it if it stayed.
                add.current?.focus();
                onRemove(tagIds[at] ?? '');
              }}
            >
              <X aria-hidden size={12} />
            </AriaButton>
          )}
        </li>
      ))}
      {!isReadOnly && (
        <li>
          <AriaButton ref={add} className="chip add" onPress={onAdd}>
            <Plus aria-hidden size={12} />
            {t('inspector.addTag')}
          </AriaButton>
        </li>
      )}
    </ul>
  );
}
