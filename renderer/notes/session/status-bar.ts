import type { Failure } from '../../../main/contract/index.ts';
import { holdUnsaved, markSaved, markUnsaved } from '../../state/index.ts';
import type { NoteSession } from './note-session.ts';

const CONFLICT: Failure = { code: 'conflict', message: 'The note was saved elsewhere in the meantime.' };

/**
 * Lets the status bar follow a note: what is typed and not on disk counts as pending, a failure can be tried again, and
 * of two versions neither is called saved. Returns how to stop, after which nothing of the note is counted.
 */
export function followInStatusBar(session: NoteSession): () => void {
  const key = `note ${session.id}`;
  let release: (() => void) | null = null;
  const settle = () => {
    release?.();
    release = null;
  };
  const end = session.view.subscribe(() => {
    const { status } = session.view.get();
    if (status.kind === 'waiting' || status.kind === 'saving') release ??= holdUnsaved();
    else settle();
    if (status.kind === 'failed') markUnsaved(key, status.failure, () => session.flush());
    else if (status.kind === 'conflict') markUnsaved(key, CONFLICT, null);
    else if (status.kind === 'saved') markSaved(key);
  });
  return () => {
    end();
    settle();
    markSaved(key);
  };
}
