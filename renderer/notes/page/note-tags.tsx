import { useEffect, useRef } from 'react';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { TagChips, TagChooser } from '../../passage/index.ts';
import { doDeed, failureOf } from '../../state/index.ts';
import type { NoteSession } from '../session/note-session.ts';
import { useFacts } from './use-facts.ts';

export interface NoteTagsProps {
  readonly session: NoteSession;
  readonly isReadOnly: boolean;
  readonly isPicking: boolean;
  readonly onPick: (isPicking: boolean) => void;
}

/** The tags of the open note, and the picker for more of them. */
export function NoteTags({ session, isReadOnly, isPicking, onPick }: NoteTagsProps) {
  const client = useClient();
  const { id } = session;
  const { tags, tagIds } = useFacts(session);
  const held = useRef(tagIds);
  useEffect(() => {
    held.current = tagIds;
  }, [tagIds]);
  /** The deeds before: a tag is given to what these make of the note, however quickly it is taken. */
  const latest = useRef(Promise.resolve());

  const give = (change: (held: readonly string[]) => readonly string[], made: readonly string[] = []) => {
    latest.current = latest.current.then(async () => {
      try {
        const said = { tagIds: [...change(held.current)], tags: [...made] };
        held.current = (await doDeed(client, 'notes.update', { id, ...said })).tagIds;
      } catch (error) {
        tellFailure(failureOf(error));
      }
    });
  };
  const remove = (tagId: string) => give((now) => now.filter((each) => each !== tagId));

  return (
    <>
      <TagChips tags={tags} tagIds={tagIds} isReadOnly={isReadOnly} onRemove={remove} onAdd={() => onPick(true)} />
      {isPicking && (
        <TagChooser
          title={t('notes.tag')}
          held={tagIds}
          onTake={(tag) => {
            if (tagIds.includes(tag.id)) remove(tag.id);
            else give((now) => [...now, tag.id]);
          }}
          onCreate={(name) => give((now) => now, [name])}
          onClose={() => onPick(false)}
        />
      )}
    </>
  );
}
