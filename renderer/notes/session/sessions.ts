import type { Note } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { createNoteSession, type NoteSession } from './note-session.ts';
import { followInStatusBar } from './status-bar.ts';

/** Notes kept open behind the one on the screen, so that their undo and place survive a visit elsewhere. */
const MOST_OPEN = 20;

/** The open notes of one connection. */
export interface Sessions {
  open(id: string): Promise<NoteSession>;
  /** Saves whatever is unsaved in any of them; true where all of it is on disk. */
  flush(): Promise<boolean>;
}

const ofClient = new WeakMap<Client, Sessions>();

/** The sessions that belong to this client; made at the first question. */
export function sessionsOf(client: Client): Sessions {
  const known = ofClient.get(client);
  if (known) return known;
  const made = createSessions(client);
  ofClient.set(client, made);
  return made;
}

function createSessions(client: Client): Sessions {
  const open = new Map<string, Promise<NoteSession>>();
  const live = new Map<string, NoteSession>();
  let path: string | null = null;

  const closeAll = () => {
    for (const session of live.values()) session.close();
    live.clear();
    open.clear();
  };

  const flush = async () => {
    const outcomes = await Promise.all([...live.values()].map((session) => session.flush()));
    return outcomes.every(Boolean);
  };

  const start = (note: Note) => {
    const session = createNoteSession(client, note);
    followInStatusBar(session);
    live.set(note.id, session);
    dropIdle(note.id);
    return session;
  };

  const dropIdle = (current: string) => {
    for (const [id, session] of live) {
      if (live.size <= MOST_OPEN) return;
      if (id === current || session.view.get().status.kind !== 'saved') continue;
      session.close();
      live.delete(id);
      open.delete(id);
    }
  };

  client.subscribe('changed', ({ changes }) => {
    const ids = new Set(changes.flatMap(({ noun, id }) => (noun === 'note' ? [id] : [])));
    for (const id of ids) void live.get(id)?.refresh();
  });
  client.subscribe('notebook', (status) => {
    if (path !== null && status.path !== path) closeAll();
    path = status.path;
  });
  client.subscribe('engine', ({ state }) => {
    if (state === 'back') void flush();
  });
  // A page that is hidden may never be shown again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });
  window.addEventListener('pagehide', () => void flush());

  return {
    open(id) {
      const known = open.get(id);
      if (known) return known;
      const opening = client.call('notes.get', { id }).then(start);
      open.set(id, opening);
      opening.catch(() => open.delete(id));
      return opening;
    },
    flush,
  };
}
