import { useMemo } from 'react';
import { useClient } from '../../client/index.ts';
import { t, useLanguage } from '../../i18n/index.ts';
import { tell, tellFailure } from '../../messages/index.ts';
import { doDeed, failureOf, go, notebook, openDialog, useStore } from '../../state/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { newNote } from '../new-note.ts';
import { sessionsOf } from '../session/sessions.ts';

/** What makes one note of two, and two of one. */
export interface PartActions {
  takeOut(): void;
  split(): void;
  merge(): void;
}

/** What can be done with the note as a whole. */
export function useNoteActions(id: string, parts: PartActions): readonly MenuEntry[] {
  const { takeOut, split, merge } = parts;
  const client = useClient();
  const language = useLanguage();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names follow the language
  return useMemo(() => {
    const remove = async () => {
      try {
        await sessionsOf(client).flush();
        const { title } = await client.call('notes.get', { id });
        await doDeed(client, 'notes.remove', { id });
        go({ noteId: null });
        const undo = () => {
          client.call('trash.restore', { noun: 'note', id }).then(
            () => go({ view: 'notes', noteId: id }),
            (error: unknown) => tellFailure(failureOf(error)),
          );
        };
        tell({
          tone: 'status',
          key: 'notes.removed',
          values: { title },
          action: { label: 'notes.restore', run: undo },
        });
      } catch (error) {
        tellFailure(failureOf(error));
      }
    };
    const exportNote = async () => {
      await sessionsOf(client).flush();
      openDialog({ kind: 'export', subject: { kind: 'note', id } });
    };
    return [
      { id: 'list', label: t('notes.all'), run: () => go({ noteId: null }) },
      { id: 'new', label: t('notes.new'), isDisabled: isReadOnly, run: () => void newNote(client) },
      { id: 'takeOut', label: t('notes.takeOut'), startsGroup: true, isDisabled: isReadOnly, run: takeOut },
      { id: 'split', label: t('notes.split'), isDisabled: isReadOnly, run: split },
      { id: 'merge', label: t('notes.merge'), isDisabled: isReadOnly, run: merge },
      {
        id: 'revisions',
        label: t('notes.revisions'),
        startsGroup: true,
        run: () => openDialog({ kind: 'revisions', noteId: id }),
      },
      { id: 'export', label: t('notes.export'), run: () => void exportNote() },
      { id: 'remove', label: t('notes.remove'), isDisabled: isReadOnly, run: () => void remove() },
    ];
  }, [client, id, isReadOnly, language, takeOut, split, merge]);
}
