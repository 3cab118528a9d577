import {
  countWords,
  DOCUMENT_VERSION,
  type DocumentJson,
  documentImages,
  documentReferences,
  documentText,
  LecternError,
  type Note,
  type NoteSummary,
  parseDocument,
  type Reference,
} from '../model/index.ts';
import type { Connection, Value } from '../sqlite/connection.ts';
import { putAttachments, withAttachments } from './note-attachments.ts';
import * as revisions from './note-revisions.ts';
import { putTags, type TagsSaid, WITH_TAG_OR_BELOW, withTags } from './note-tags.ts';
import { found, isoTime, oneLine } from './rows.ts';

/** A note as the notebook keeps it; its Markdown is made from the document by whoever wants it. */
export type StoredNote = Omit<Note, 'markdown'>;

interface SummaryRow {
  readonly id: string;
  readonly title: string;
  readonly words: number;
  readonly quotations: number;
  readonly excerpt: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

interface NoteRow extends SummaryRow {
  readonly document: string;
  readonly text: string;
  readonly revision: number;
}

const SUMMARY = `n.id, n.title, n.words, n.quotations, substr(n.text, 1, 200) AS excerpt, n.created_at AS createdAt, n.updated_at AS updatedAt`;

/** Which notes to list; all of them where nothing is said. */
export interface NoteFilter {
  readonly attachedTo?: Reference | undefined;
  /** With the tags below it. */
  readonly tagId?: string | undefined;
}

/** Notes by the time of their last change, newest first. */
export function list(connection: Connection, { attachedTo, tagId }: NoteFilter = {}): NoteSummary[] {
  const conditions = ['n.trashed_at IS NULL'];
  const values: Value[] = [];
  if (attachedTo) {
    conditions.push('n.id IN (SELECT note_id FROM note_attachments WHERE kind = ? AND target_id = ?)');
    values.push(attachedTo.kind, attachedTo.id);
  }
  if (tagId !== undefined) {
    conditions.push(WITH_TAG_OR_BELOW);
    values.push(tagId);
  }
  const rows = connection.all<SummaryRow>(
    `SELECT ${SUMMARY} FROM notes n WHERE ${conditions.join(' AND ')} ORDER BY n.updated_at DESC, n.id DESC`,
    ...values,
  );
  return withTags(connection, withAttachments(connection, rows.map(toSummary)));
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): StoredNote {
  const row = connection.get<NoteRow>(
    `SELECT ${SUMMARY}, n.document, n.text, n.revision FROM notes n WHERE n.id = ? AND n.trashed_at IS NULL`,
    id,
  );
  const { document, text, revision, ...summary } = found(row, 'note', id);
  const whole = { ...toSummary(summary), document: JSON.parse(document), text, revision };
  return (
    withTags(connection, withAttachments(connection, [whole]))[0] ?? { ...whole, attachedTo: [], tags: [], tagIds: [] }
  );
}

/** What a note is called, where there is one of this id outside the trash. */
export function find(connection: Connection, id: string): { readonly title: string } | undefined {
  return connection.get('SELECT title FROM notes WHERE id = ? AND trashed_at IS NULL', id);
}

export interface NewNote extends TagsSaid {
  readonly title: string;
  readonly document: DocumentJson;
  readonly attachedTo?: Reference | readonly Reference[] | undefined;
}

/** @throws LecternError `bad-input` for a document against the schema, `not-found` for what it is attached to or a tag by id */
export function create(connection: Connection, { title, document, attachedTo, ...tagged }: NewNote): StoredNote {
  const content = measure(document);
  const id = connection.newId();
  const now = connection.now();
  connection.run(
    `INSERT INTO notes (id, title, document, document_version, text, words, quotations, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    title,
    content.json,
    DOCUMENT_VERSION,
    content.text,
    content.words,
    content.quotations,
    now,
    now,
  );
  putReferences(connection, id, content);
  putTags(connection, id, tagged);
  if (attachedTo) putAttachments(connection, id, [attachedTo].flat());
  connection.changed({ noun: 'note', id, deed: 'created' });
  return get(connection, id);
}

export interface NoteChange extends TagsSaid {
  readonly title?: string | undefined;
  readonly document?: DocumentJson | undefined;
  readonly attachedTo?: readonly Reference[] | undefined;
  /** The revision the change was made from; left out: whatever there is. */
  readonly revision?: number | undefined;
}

/**
 * Saves a note as its next revision; where only its tags change, or what it is attached to, it keeps the one it has, and the time it was written.
 * @throws LecternError `not-found`, `bad-input`, and `conflict` where another revision was saved since
 */
export function update(connection: Connection, id: string, change: NoteChange): StoredNote {
  const old = get(connection, id);
  if (change.revision !== undefined && change.revision !== old.revision) {
    throw new LecternError(
      'conflict',
      `The note was saved elsewhere in the meantime: it is at revision ${old.revision}, not ${change.revision}.`,
      { id, revision: old.revision },
    );
  }
  putTags(connection, id, change);
  if (change.attachedTo) putAttachments(connection, id, change.attachedTo);
  if (change.title !== undefined || change.document) write(connection, old, change);
  connection.changed({ noun: 'note', id, deed: 'updated' });
  return get(connection, id);
}

function write(connection: Connection, old: StoredNote, change: NoteChange): void {
  const { id } = old;
  const content = change.document && measure(change.document);
  revisions.keepBeforeSave(connection, {
    id,
    words: old.words,
    newWords: content?.words ?? old.words,
    createdAt: Date.parse(old.createdAt),
    savedAt: Date.parse(old.updatedAt),
  });
  if (content) {
    connection.run(
      'UPDATE notes SET document = ?, document_version = ?, text = ?, words = ?, quotations = ? WHERE id = ?',
      content.json,
      DOCUMENT_VERSION,
      content.text,
      content.words,
      content.quotations,
      id,
    );
    putReferences(connection, id, content);
  }
  connection.run(
    'UPDATE notes SET title = ?, revision = revision + 1, updated_at = ? WHERE id = ?',
    change.title ?? old.title,
    connection.now(),
    id,
  );
}

/**
 * Gives a note the title and text of an earlier revision, as its next one; the text it has is kept as a revision too.
 * @throws LecternError `not-found`
 */
export function restoreRevision(connection: Connection, id: string, revision: number): StoredNote {
  get(connection, id);
  const { title, document } = revisions.get(connection, id, revision);
  revisions.keep(connection, id, 'restore');
  return update(connection, id, { title, document });
}

/** Puts a note into the trash. @throws LecternError `not-found` */
export function remove(connection: Connection, id: string): void {
  get(connection, id);
  connection.run('UPDATE notes SET trashed_at = ? WHERE id = ?', connection.now(), id);
  connection.changed({ noun: 'note', id, deed: 'removed' });
}

/** Takes a note out of the trash. */
export function restore(connection: Connection, id: string): StoredNote {
  const changed = connection.run('UPDATE notes SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL', id);
  if (changed === 0) throw new LecternError('not-found', `There is no note “${id}” in the trash.`, { id });
  connection.changed({ noun: 'note', id, deed: 'created' });
  return get(connection, id);
}

interface Content {
  readonly json: string;
  readonly text: string;
  readonly words: number;
  readonly quotations: number;
  readonly references: readonly Reference[];
  readonly images: ReadonlySet<string>;
}

function measure(json: DocumentJson): Content {
  const document = read(json);
  let quotations = 0;
  document.descendants((node) => {
    if (node.type.name === 'quotation') quotations++;
  });
  const text = documentText(document);
  return {
    json: JSON.stringify(document.toJSON()),
    text,
    words: countWords(text),
    quotations,
    references: documentReferences(document),
    images: documentImages(document),
  };
}

function read(json: DocumentJson): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(json);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LecternError('bad-input', `The document of the note cannot be read: ${error.message}.`, {
      field: 'document',
    });
  }
}

function putReferences(connection: Connection, id: string, { references, images }: Content): void {
  connection.run('DELETE FROM note_images WHERE note_id = ?', id);
  for (const sha256 of images) {
    connection.run('INSERT INTO note_images (note_id, sha256) VALUES (?, ?)', id, sha256);
  }
  connection.run('DELETE FROM note_references WHERE note_id = ?', id);
  for (const { kind, id: targetId } of references) {
    connection.run(
      'INSERT OR IGNORE INTO note_references (note_id, kind, target_id) VALUES (?, ?, ?)',
      id,
      kind,
      targetId,
    );
  }
}

function toSummary({
  excerpt,
  createdAt,
  updatedAt,
  ...row
}: SummaryRow): Omit<NoteSummary, 'attachedTo' | 'tags' | 'tagIds'> {
  return {
    ...row,
    excerpt: oneLine(excerpt),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
