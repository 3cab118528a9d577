import { useEffect, useState } from 'react';
import type { Failure } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { failureOf } from '../../state/index.ts';
import type { NoteSession } from './note-session.ts';
import { sessionsOf } from './sessions.ts';

export type Opening = { readonly session: NoteSession } | { readonly failure: Failure } | null;

/** Opens a note; null while it is on its way. `turn` opens it again. Leaving it saves what is unsaved. */
export function useSession(id: string | null, turn = 0): Opening {
  const client = useClient();
  const [opening, setOpening] = useState<{ id: string; turn: number; outcome: Opening } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isWanted = true;
    let left: NoteSession | null = null;
    const settle = (outcome: Opening) => isWanted && setOpening({ id, turn, outcome });
    sessionsOf(client)
      .open(id)
      .then(
        (session) => {
          left = session;
          settle({ session });
        },
        (error: unknown) => settle({ failure: failureOf(error) }),
      );
    return () => {
      isWanted = false;
      void left?.flush();
    };
  }, [client, id, turn]);
  return opening && opening.id === id && opening.turn === turn ? opening.outcome : null;
}
