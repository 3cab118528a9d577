import { type EditorState, Selection, type Transaction } from 'prosemirror-state';
import { type DocumentJson, type Note, parseDocument, type SavedNote } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { createStore, failureOf, type Store } from '../../state/index.ts';
import { createNoteState } from '../editor/state.ts';
import { suggestionKeys } from '../editor/suggestion-keys.ts';
import { followSelected } from '../follow.ts';
import { createAutosave, type SaveStatus } from './autosave.ts';
import { jsonOf, wordsOf } from './blocks.ts';

/** What of a note's session components show. */
export interface SessionView {
  readonly title: string;
  readonly status: SaveStatus;
  /** The other version, while the researcher has to choose between it and the one on the screen. */
  readonly other: Note | null;
  /** The note is no longer among the others: in the trash, or deleted for good. */
  readonly gone: boolean;
  readonly words: number;
  /** The note as it was last heard of from the notebook. */
  readonly note: SavedNote;
}

/** What the page around the text does on the text's behalf; set while the page is on the screen. */
export interface Desk {
  link(): void;
  toolbar(): void;
  /** Offers a key to the open list of suggestions; true where the list used it. */
  suggestionKey(event: KeyboardEvent): boolean;
}

/** One open note: its editing state with its undo, its title, and their way to the notebook. Outlives the page. */
export interface NoteSession {
  readonly id: string;
  readonly view: Store<SessionView>;
  state(): EditorState;
  /** Calls the listener after every change of the editing state; returns how to stop it. */
  subscribe(listener: () => void): () => void;
  dispatch(tr: Transaction): void;
  setTitle(title: string): void;
  /** Puts the page in charge; returns how to leave. */
  attach(desk: Desk): () => void;
  flush(): Promise<boolean>;
  /** Looks whether the notebook has another text, and takes it where nothing here is unsaved. */
  refresh(): Promise<void>;
  /** Ends a conflict: the text here becomes a note of its own, whose id is answered; this one takes the other text. */
  keepBoth(copyTitle: string): Promise<string>;
  /** Where the note was deleted for good: what stands here becomes a note of its own, whose id is answered. */
  keepAnew(): Promise<string>;
  /** Ends a conflict: the text here is given up for the other. */
  takeOther(): void;
  /** Ends it with its notebook: nothing typed here is saved any more. */
  close(): void;
}

/** Quiet before words are counted, in milliseconds. */
const COUNT_AFTER = 300;

interface Draft {
  readonly title: string;
  readonly document: DocumentJson;
}

export function createNoteSession(client: Client, first: Note): NoteSession {
  const { id } = first;
  const listeners = new Set<() => void>();
  let desk: Desk | null = null;
  let counting: ReturnType<typeof setTimeout> | undefined;
  let sent: Draft | null = null;

  const doors = {
    follow: followSelected(client),
    link: () => call(() => desk?.link()),
    toolbar: () => call(() => desk?.toolbar()),
  };
  const stateOf = (document: DocumentJson) =>
    createNoteState(document, doors, [suggestionKeys((event) => desk?.suggestionKey(event) ?? false)]);

  let state = stateOf(first.document);
  const view = createStore<SessionView>({
    title: first.title,
    status: { kind: 'saved' },
    other: null,
    gone: false,
    words: first.words,
    note: first,
  });

  const autosave = createAutosave<Draft>(first.revision, {
    read: () => ({ title: view.get().title, document: jsonOf(state.doc) }),
    async save(draft, revision) {
      sent = draft;
      const note = await client.call('notes.save', { id, ...draft, revision });
      view.set({ note, gone: false });
      return note.revision;
    },
    failureOf,
    tell(status) {
      view.set({ status });
      if (status.kind === 'conflict') void compare();
      if (status.kind === 'failed' && status.failure.code === 'not-found') view.set({ gone: true });
    },
    later(run, delay) {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
  });

  const changed = () => {
    for (const listener of [...listeners]) listener();
    clearTimeout(counting);
    counting = setTimeout(() => view.set({ words: wordsOf(state.doc) }), COUNT_AFTER);
  };

  /** With nothing unsaved here the same revision is the same text; reading a book anew to see that would be felt. */
  const isShown = (note: Note) =>
    note.title === view.get().title &&
    ((note.revision === autosave.revision() && autosave.status().kind === 'saved') ||
      parseDocument(note.document).eq(state.doc));

  const adopt = (note: Note) => {
    if (!isShown(note)) {
      const at = state.selection.head;
      state = stateOf(note.document);
      const { doc } = state;
      state = state.apply(state.tr.setSelection(Selection.near(doc.resolve(Math.min(at, doc.content.size)))));
      changed();
    }
    view.set({ note, title: note.title, other: null, gone: false });
    autosave.restart(note.revision);
  };

  /** A save was refused because of another: one of our own whose answer was lost is no conflict. */
  const compare = async () => {
    const other = await client.call('notes.get', { id }).catch(() => null);
    if (!other) return;
    const ours = sent && other.title === sent.title && parseDocument(other.document).eq(parseDocument(sent.document));
    if (ours) autosave.rebase(other.revision);
    else view.set({ other });
  };

  return {
    id,
    view,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(tr) {
      state = state.apply(tr);
      if (tr.docChanged) {
        autosave.touch();
        changed();
      } else for (const listener of [...listeners]) listener();
    },
    setTitle(title) {
      view.set({ title });
      autosave.touch();
    },
    attach(next) {
      desk = next;
      return () => {
        if (desk === next) desk = null;
      };
    },
    flush: () => autosave.flush(),
    async refresh() {
      if (autosave.status().kind !== 'saved') return;
      try {
        const note = await client.call('notes.get', { id });
        if (autosave.status().kind === 'saved') adopt(note);
      } catch (error) {
        if (failureOf(error).code === 'not-found') view.set({ gone: true });
      }
    },
    async keepBoth(copyTitle) {
      const { other } = view.get();
      const copy = await client.call('notes.create', { title: copyTitle, document: state.doc.toJSON() });
      if (other) adopt(other);
      return copy.id;
    },
    async keepAnew() {
      const copy = await client.call('notes.create', { title: view.get().title, document: state.doc.toJSON() });
      autosave.restart(autosave.revision());
      return copy.id;
    },
    takeOther() {
      const { other } = view.get();
      if (other) adopt(other);
    },
    close() {
      autosave.close();
      clearTimeout(counting);
      listeners.clear();
    },
  };
}

function call(run: () => void): true {
  run();
  return true;
}
