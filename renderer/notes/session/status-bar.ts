import { markSaved, markUnsaved, saving } from '../../state/index.ts';
import type { NoteSession } from './note-session.ts';

/** Lets the status bar follow a note: what is typed and not on disk counts as pending, a failure can be tried again. */
export function followInStatusBar(session: NoteSession): void {
  const key = `note ${session.id}`;
  let pending = false;
  let failed = false;
  session.view.subscribe(() => {
    const { status } = session.view.get();
    const isPending = status.kind === 'waiting' || status.kind === 'saving';
    if (isPending !== pending) saving.set((now) => ({ pending: now.pending + (isPending ? 1 : -1) }));
    pending = isPending;
    if (status.kind === 'failed') {
      failed = true;
      markUnsaved(key, status.failure, () => session.flush());
    } else if (failed && status.kind === 'saved') {
      failed = false;
      markSaved(key);
    }
  });
}
