import { t } from '../../i18n/index.ts';
import { TagChips, TagChooser } from '../../passage/index.ts';
import type { Head } from './use-head.ts';

export interface HeadPartProps {
  readonly head: Head;
  readonly isReadOnly: boolean;
  readonly isPicking: boolean;
  readonly onPick: (isPicking: boolean) => void;
}

/** The tags of the open note, and the picker for more of them. */
export function NoteTags({ head: { facts, change }, isReadOnly, isPicking, onPick }: HeadPartProps) {
  const { tags, tagIds } = facts;
  const remove = (id: string) => change((now) => ({ tagIds: now.tagIds.filter((each) => each !== id) }));
  return (
    <>
      <TagChips tags={tags} tagIds={tagIds} isReadOnly={isReadOnly} onRemove={remove} onAdd={() => onPick(true)} />
      {isPicking && (
        <TagChooser
          title={t('notes.tag')}
          held={tagIds}
          onTake={({ id }) => {
            if (tagIds.includes(id)) remove(id);
            else change((now) => ({ tagIds: [...now.tagIds, id] }));
          }}
          onCreate={(name) => change((now) => ({ tagIds: [...now.tagIds], tags: [name] }))}
          onClose={() => onPick(false)}
        />
      )}
    </>
  );
}
