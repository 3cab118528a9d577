import type { EditorState } from 'prosemirror-state';
import { useCallback, useSyncExternalStore } from 'react';
import { activeFormats } from '../editor/formats.ts';
import { type Suggestion, suggestionOf } from '../editor/suggestion.ts';
import type { NoteSession } from '../session/note-session.ts';

/** Reads something of the editing state and renders again when it changes; it must be the same for the same state. */
export function useEditor<T>(session: NoteSession, read: (state: EditorState) => T): T {
  const snapshot = useCallback(() => read(session.state()), [session, read]);
  return useSyncExternalStore(session.subscribe, snapshot);
}

/** The forms the selection has now. */
export function useActiveFormats(session: NoteSession): ReadonlySet<string> {
  return new Set(useEditor(session, activeFormats).split(' '));
}

export function useSuggestion(session: NoteSession): Suggestion | null {
  return useEditor(session, suggestionOf);
}
