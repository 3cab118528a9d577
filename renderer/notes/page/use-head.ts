import { useEffect, useRef } from 'react';
import type { Input, NoteSummary } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { doDeed, failureOf, useQuery, useStore } from '../../state/index.ts';
import type { NoteSession } from '../session/note-session.ts';

/** What of a note is changed in its head. */
export type HeadChange = Pick<Input<'notes.update'>, 'attachedTo' | 'tagIds' | 'tags'>;

export interface Head {
  readonly facts: NoteSummary;
  /** Changes it. However quickly changes follow each other, each is made of what the ones before it made. */
  readonly change: (make: (now: NoteSummary) => HeadChange) => void;
}

/** What stands in the head of the open note beside its title: as the list of notes has it, which hears of every change. */
export function useHead(session: NoteSession): Head {
  const client = useClient();
  const { id } = session;
  const listed = useQuery('notes.list', {}).data?.find((note) => note.id === id);
  const opened = useStore(session.view, (now) => now.note);
  const facts = listed ?? opened;
  const held = useRef(facts);
  useEffect(() => {
    held.current = facts;
  }, [facts]);
  const latest = useRef(Promise.resolve());

  const change = (make: (now: NoteSummary) => HeadChange) => {
    latest.current = latest.current.then(async () => {
      try {
        held.current = await doDeed(client, 'notes.update', { id, ...make(held.current) });
      } catch (error) {
        tellFailure(failureOf(error));
      }
    });
  };
  return { facts, change };
}
