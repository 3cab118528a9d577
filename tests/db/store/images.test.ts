import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createNotebook,
  images,
  type Notebook,
  noteRevisions,
  notes,
  openNotebook,
  salvageNotebook,
  sha256Stream,
  sources,
} from '../../../db/index.ts';
import { type DocumentJson, EMPTY_DOCUMENT, imageFacts } from '../../../db/model/index.ts';
import { pngOf } from '../../support/images.ts';
import { testFolder } from '../support/folder.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A notebook whose clock stands until it is told otherwise. */
function newNotebook() {
  const path = join(testFolder(), 'war.lectern');
  let time = Date.UTC(2026, 10, 1);
  const clock = { now: () => time };
  let notebook = createNotebook(path, clock);
  return {
    path,
    get notebook() {
      return notebook;
    },
    later: (milliseconds: number) => {
      time += milliseconds;
    },
    reopen() {
      notebook.close();
      notebook = openNotebook(path, clock);
    },
    write: <T>(work: Parameters<Notebook['write']>[1] extends (c: infer C) => unknown ? (c: C) => T : never): T =>
      notebook.write({ deed: 'edit-note', subject: '' }, work),
  };
}

const PICTURE = pngOf(40, 30);
const NAME = sha256Stream().update(PICTURE).digest('hex');

const showing = (...names: string[]): DocumentJson => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'See the map.' }] },
    ...names.map((sha256) => ({ type: 'image', attrs: { sha256, alternative: 'The front', width: 40, height: 30 } })),
  ],
});

function keep({ write }: ReturnType<typeof newNotebook>, bytes: Uint8Array = PICTURE) {
  const facts = imageFacts(bytes);
  if (facts === undefined) throw new Error('It is an image.');
  const sha256 = sha256Stream().update(bytes).digest('hex');
  return write((c) => images.add(c, { ...facts, sha256, size: bytes.length, pieces: [bytes] }));
}

const kept = ({ notebook }: ReturnType<typeof newNotebook>, table = 'images') =>
  notebook.read((c) => c.all(`SELECT sha256 FROM ${table}`)).length;

test('an image is kept once, is no step of the history, and its words are found in the note', () => {
  const book = newNotebook();
  expect(keep(book)).toEqual({
    sha256: NAME,
    mediaType: 'image/png',
    width: 40,
    height: 30,
    turn: 0,
    size: PICTURE.length,
  });
  keep(book);
  expect(book.notebook.history(9)).toEqual([]);
  for (const table of ['images', 'originals', 'original_pieces']) expect(kept(book, table)).toBe(1);
  const note = book.write((c) => notes.create(c, { title: 'Map', document: showing(NAME, NAME) }));
  expect(note.text).toBe('See the map.\nThe front\nThe front');
  expect(kept(book, 'note_images')).toBe(1);
  expect(book.notebook.check().defects).toEqual([]);
});

test('it is there for as long as undo, redo, an earlier text or the trash could bring its note back', () => {
  const book = newNotebook();
  keep(book);
  const { id } = book.write((c) => notes.create(c, { title: 'Map', document: showing(NAME) }));
  book.write((c) => notes.update(c, id, { document: EMPTY_DOCUMENT }));
  // Not so long that earlier texts are thinned out.
  book.later(1.5 * DAY);
  book.reopen();
  expect(kept(book)).toBe(1);
  book.notebook.undo();
  expect(book.notebook.read((c) => notes.get(c, id)).document).toEqual(showing(NAME));
  expect(book.notebook.check().defects).toEqual([]);
  book.notebook.redo();
  // Only the earlier text has it when the history is gone.
  book.write((c) => c.run('DELETE FROM history_rows'));
  expect(book.notebook.read((c) => noteRevisions.list(c, id))).not.toEqual([]);
  book.reopen();
  expect(kept(book)).toBe(1);
  book.write((c) => notes.restoreRevision(c, id, 1));
  book.write((c) => notes.remove(c, id));
  book.later(9 * DAY);
  book.reopen();
  expect(kept(book)).toBe(1);
});

test('it goes with its note when that is deleted for good, out of the file itself, unless something else needs it', () => {
  const book = newNotebook();
  const other = pngOf(9, 9, [1, 2, 3]);
  const { sha256 } = keep(book, other);
  keep(book);
  const both = book.write((c) => notes.create(c, { title: 'Both', document: showing(NAME, sha256) }));
  book.write((c) => notes.create(c, { title: 'One', document: showing(sha256) }));
  book.write((c) => notes.remove(c, both.id));
  book.notebook.emptyTrash();
  expect(book.notebook.read((c) => c.all('SELECT sha256 FROM images'))).toEqual([{ sha256 }]);
  expect(kept(book, 'originals')).toBe(1);
  expect(book.notebook.check().defects).toEqual([]);
  book.notebook.close();
  const file = readFileSync(book.path);
  expect(file.includes(PICTURE.subarray(40))).toBe(false);
  expect(file.includes(other.subarray(40))).toBe(true);
});

test('one that no note took is kept a day, is found by check after that, and gone when the notebook is closed', () => {
  const book = newNotebook();
  keep(book);
  book.reopen();
  expect(kept(book)).toBe(1);
  book.later(DAY - 1);
  expect(book.notebook.check().defects).toEqual([]);
  book.later(1);
  expect(book.notebook.check().defects).toMatchObject([{ code: 'orphaned-image', id: NAME, repairable: true }]);
  expect(book.notebook.repair()).toMatchObject({ ok: true, repaired: 1 });
  expect(kept(book, 'originals')).toBe(0);
  keep(book);
  book.later(DAY);
  book.reopen();
  expect(kept(book)).toBe(0);
});

test('an image a source was made from outlives either', () => {
  const book = newNotebook();
  keep(book);
  const arrive = (c: Parameters<Parameters<Notebook['write']>[1]>[0]) =>
    c.untracked(() =>
      c.run(
        `INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count,
           created_at, updated_at) VALUES ('s', 'S', 'text/plain', 'utf-8', ?, ?, 0, 0, 0, 1, 1)`,
        NAME,
        NAME,
      ),
    );
  book.write(arrive);
  book.write((c) => sources.remove(c, 's'));
  book.notebook.emptyTrash();
  expect(kept(book, 'original_pieces')).toBe(1);
  book.write(arrive);
  book.later(DAY);
  book.reopen();
  expect([kept(book), kept(book, 'original_pieces')]).toEqual([0, 1]);
});

test('check says which note shows an image that is not there, and mends what is known of a note', () => {
  const book = newNotebook();
  book.write((c) => notes.create(c, { title: 'Map', document: showing(NAME) }));
  expect(book.notebook.check().defects).toMatchObject([
    { code: 'reference-unresolved', table: 'note_images', message: expect.stringContaining('“Map”') },
  ]);
  keep(book);
  book.write((c) => c.run('DELETE FROM note_images'));
  expect(book.notebook.check().defects).toMatchObject([{ code: 'reference-stale' }]);
  expect(book.notebook.repair().defects).toEqual([]);
  expect(kept(book, 'note_images')).toBe(1);
});

test('bytes that changed are found, and salvage makes what is known of an image anew from its bytes', async () => {
  const book = newNotebook();
  keep(book);
  book.write((c) => notes.create(c, { title: 'Map', document: showing(NAME) }));
  book.write((c) => c.run('DELETE FROM images'));
  book.notebook.close();
  const target = join(testFolder(), 'saved.lectern');
  expect(await salvageNotebook(book.path, target)).toMatchObject({ originals: 0 });
  const saved = openNotebook(target);
  expect(saved.read((c) => images.get(c, NAME))).toMatchObject({ mediaType: 'image/png', width: 40, height: 30 });
  saved.write({ deed: 'repair', subject: '' }, (c) => c.run("UPDATE original_pieces SET bytes = x'00'"));
  expect(saved.check().defects).toMatchObject([{ code: 'source-hash', table: 'originals', id: NAME }]);
  saved.close();
  expect(await salvageNotebook(target, join(testFolder(), 'again.lectern'))).toMatchObject({ originals: 1 });
});
