import { CallFailed, type Note, type NotebookStatus } from '../../../main/contract/index.ts';
import { type Client, connection } from '../../client/index.ts';
import { notebook } from '../../state/index.ts';
import type { createNoteSession, NoteSession } from './note-session.ts';
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
  const unfollow = new Map<string, () => void>();
  let path = pathOf(notebook.get().status);
  let isOpen = path !== null;

  const close = (session: NoteSession) => {
    session.close();
    live.delete(session.id);
    unfollow.get(session.id)?.();
    unfollow.delete(session.id);
  };

  const closeAll = () => {
    for (const session of live.values()) close(session);
    open.clear();
  };

  const flush = async () => {
    const outcomes = await Promise.all([...live.values()].map((session) => session.flush()));
    return outcomes.every(Boolean);
  };

  /** Saves what is unsaved, and takes what was saved elsewhere while nobody told us. */
  const catchUp = () => {
    for (const session of live.values()) void session.flush().then(() => session.refresh());
  };

  /**
   * Another notebook has other notes, though they may have the same ids: a copy has. While none is open the notes are
   * kept, for the one they belong to may only have stopped.
   */
  const turnTo = (status: NotebookStatus | null) => {
    isOpen = status?.open ?? false;
    const next = pathOf(status);
    if (next === null || next === path) return;
    path = next;
    closeAll();
  };

  const start = (note: Note, create: typeof createNoteSession) => {
    const session = create(client, note);
    unfollow.set(note.id, followInStatusBar(session));
    live.set(note.id, session);
    dropIdle(note.id);
    return session;
  };

  const dropIdle = (current: string) => {
    for (const [id, session] of live) {
      if (live.size <= MOST_OPEN) return;
      if (id === current || session.view.get().status.kind !== 'saved') continue;
      close(session);
      open.delete(id);
    }
  };

  client.subscribe('changed', ({ changes }) => {
    const ids = new Set(changes.flatMap(({ noun, id }) => (noun === 'note' ? [id] : [])));
    for (const id of ids) void live.get(id)?.refresh();
  });
  client.subscribe('notebook', (status) => {
    const wasOpen = isOpen;
    turnTo(status);
    if (isOpen && !wasOpen) catchUp();
  });
  client.subscribe('engine', ({ state, notebook: status }) => {
    if (state !== 'back') return;
    turnTo(status);
    if (isOpen) catchUp();
  });
  let { line } = connection.get();
  connection.subscribe(() => {
    const before = line;
    line = connection.get().line;
    if (line !== 'open' || before === 'open') return;
    // The host may have opened another notebook meanwhile, and nothing of this one may be written into that.
    client.call('notebook.status', {}).then(
      (status) => {
        turnTo(status);
        if (isOpen) catchUp();
      },
      // The line is cut again, and this comes again with it.
      () => undefined,
    );
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
      const asked = path;
      // Whoever wants to be sure that all is saved needs no editor: that comes with the first note.
      const opening = Promise.all([client.call('notes.get', { id }), import('./note-session.ts')]).then(
        ([note, made]) => {
          if (path === asked) return start(note, made.createNoteSession);
          throw new CallFailed({ code: 'cancelled', message: 'Another notebook was opened.' });
        },
      );
      open.set(id, opening);
      opening.catch(() => open.get(id) === opening && open.delete(id));
      return opening;
    },
    flush,
  };
}

function pathOf(status: NotebookStatus | null): string | null {
  return status?.open ? status.path : null;
}
