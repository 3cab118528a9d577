import {
  backlinks,
  type Connection,
  entities,
  highlights,
  images,
  mergeNotes,
  noteRevisions,
  notes,
} from '../../db/index.ts';
import { EMPTY_DOCUMENT, LecternError, type Note } from '../../db/model/index.ts';
import { type NoteReferences, noteFromMarkdown, noteToMarkdown } from '../interchange/index.ts';
import type { HandlersOf } from './handler.ts';

export const noteHandlers: HandlersOf<'notes'> = {
  'notes.list': (filter, { read }) => read((connection) => notes.list(connection, filter)),

  'notes.get': ({ id }, { read }) => withMarkdown(read((connection) => notes.get(connection, id))),

  'notes.fromMarkdown': ({ markdown }, { read }) => read((connection) => parse(connection, markdown)),

  'notes.create': ({ markdown, document, ...note }, { write }) => {
    refuseBoth(markdown, document);
    return withMarkdown(
      write({ deed: 'create-note', subject: note.title }, (connection) => {
        const fromMarkdown = markdown === undefined ? EMPTY_DOCUMENT : parse(connection, markdown);
        return notes.create(connection, { ...note, document: document ?? fromMarkdown });
      }),
    );
  },

  'notes.update': ({ id, markdown, document, ...change }, { read, write }) => {
    refuseBoth(markdown, document);
    const old = read((connection) => notes.get(connection, id));
    const isText = [change.title, markdown, document].some((said) => said !== undefined);
    const step = isText
      ? { deed: 'edit-note' as const, subject: change.title ?? old.title, mergeWith: `note ${id}` }
      : { deed: change.attachedTo ? ('attach-note' as const) : ('tag-note' as const), subject: old.title };
    return withMarkdown(
      write(step, (connection) => {
        const fromMarkdown = markdown === undefined ? undefined : parse(connection, markdown);
        return notes.update(connection, id, { ...change, document: document ?? fromMarkdown });
      }),
    );
  },

  'notes.save': ({ id, ...change }, { write }) => {
    const step = { deed: 'edit-note' as const, subject: change.title, mergeWith: `note ${id}` };
    const { document: _, text: __, ...saved } = write(step, (connection) => notes.update(connection, id, change));
    return saved;
  },

  'notes.merge': ({ id, intoId }, { read, write }) => {
    const { title } = read((connection) => notes.get(connection, id));
    return withMarkdown(
      write({ deed: 'merge-notes', subject: title }, (connection) => mergeNotes(connection, id, intoId)),
    );
  },

  'notes.remove': ({ id }, { read, write }) => {
    const { title } = read((connection) => notes.get(connection, id));
    write({ deed: 'remove-note', subject: title }, (connection) => notes.remove(connection, id));
    return { id, removed: true };
  },

  'notes.revisions': ({ id }, { read }) =>
    read((connection) => {
      notes.get(connection, id);
      return noteRevisions.list(connection, id);
    }),

  'notes.revision': ({ id, revision }, { read }) => read((connection) => noteRevisions.get(connection, id, revision)),

  'notes.restore': ({ id, revision }, { read, write }) => {
    const { title } = read((connection) => notes.get(connection, id));
    return withMarkdown(
      write({ deed: 'restore-revision', subject: title }, (connection) =>
        notes.restoreRevision(connection, id, revision),
      ),
    );
  },

  'notes.backlinks': ({ reference }, { read }) => read((connection) => backlinks(connection, reference)),
};

function withMarkdown(note: notes.StoredNote): Note {
  return { ...note, markdown: noteToMarkdown(note.document) };
}

function refuseBoth(markdown: unknown, document: unknown): void {
  if (markdown === undefined || document === undefined) return;
  throw new LecternError('bad-input', 'A note is written as “markdown” or as “document”, not as both.', {
    field: 'markdown',
  });
}

function parse(connection: Connection, markdown: string): Note['document'] {
  return noteFromMarkdown(markdown, referencesIn(connection));
}

/** What the notebook knows about the things a note's Markdown points at. */
function referencesIn(connection: Connection): NoteReferences {
  return {
    highlight(id) {
      const highlight = highlights.list(connection, { id })[0];
      if (!highlight) return undefined;
      const { sourceId, quote: text, sourceTitle, locator, colour } = highlight;
      return { sourceId, text, sourceTitle, locator, colour };
    },
    entity: (id) => entities.find(connection, id),
    note: (id) => notes.find(connection, id),
    image(sha256) {
      const image = images.find(connection, sha256);
      return image && { width: image.width, height: image.height };
    },
  };
}
