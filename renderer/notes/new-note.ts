import type { Note, Reference } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go } from '../state/index.ts';

let fresh: string | null = null;

/** Makes a note and opens it with its title selected. Answers it, or null where it could not be made. */
export async function newNote(client: Client, attachedTo?: Reference): Promise<Note | null> {
  try {
    const note = await doDeed(client, 'notes.create', {
      title: t('notes.untitled'),
      ...(attachedTo ? { attachedTo } : {}),
    });
    fresh = note.id;
    go({ view: 'notes', noteId: note.id });
    return note;
  } catch (error) {
    tellFailure(failureOf(error));
    return null;
  }
}

/** Says once whether a note was made just now. */
export function takeFresh(id: string): boolean {
  const is = fresh === id;
  if (is) fresh = null;
  return is;
}
