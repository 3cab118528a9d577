import { createStore, place, useStore } from '../state/index.ts';

/** Whether the note that is open is to stand alone in the window; remembered from note to note, not from start to start. */
export const focusMode = createStore({ on: false });

export function toggleFocusMode(): void {
  focusMode.set(({ on }) => ({ on: !on }));
}

/** Whether a note stands alone now: only where one is open. */
export function useFocusMode(): boolean {
  const isOn = useStore(focusMode, ({ on }) => on);
  return useStore(place, ({ view, noteId }) => view === 'notes' && noteId !== null) && isOn;
}
