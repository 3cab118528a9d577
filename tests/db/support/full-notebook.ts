import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Connection, createNotebook } from '../../../db/index.ts';
import { codePointLength, sourceText } from '../../../db/model/index.ts';
import { openPages } from '../../../db/salvage/page-file.ts';
import { kindOf } from '../../../db/salvage/trees.ts';
import { sha256 } from '../../../db/sqlite/hash.ts';
import { addEntity, addNote, addTag } from './rows.ts';

/** The tables a researcher's work is in. */
const TABLES = [
  'originals',
  'original_pieces',
  'sources',
  'collections',
  'collection_sources',
  'blocks',
  'highlights',
  'tags',
  'highlight_tags',
  'entity_types',
  'entities',
  'entity_names',
  'entity_identifiers',
  'mentions',
  'relations',
  'relation_evidence',
  'notes',
  'note_references',
  'note_attachments',
  'note_tags',
  'images',
  'note_images',
  'outlines',
  'outline_items',
  'settings',
] as const;

/** A notebook of some two hundred pages with rows in every table; answers its path. */
export function fullNotebook(folder: string): string {
  const path = join(folder, 'war.lectern');
  let now = 1_700_000_000_000;
  const notebook = createNotebook(path, { now: () => now++ });
  notebook.write({ deed: 'import-source', subject: '' }, (c) => {
    const sources = Array.from({ length: 4 }, (_, at) => importText(c, `Source ${at}`, chapters(at)));
    const highlights = sources.map((source) => addHighlight(c, source, 3));
    const [letters, early] = [c.newId(), c.newId()];
    c.run("INSERT INTO collections VALUES (?, 'Letters', NULL, 1, 1), (?, 'Early', ?, 1, 1)", letters, early, letters);
    for (const source of sources) c.run('INSERT INTO collection_sources VALUES (?, ?)', early, source);
    const parent = addTag(c, 'Parent');
    const tags = [parent, addTag(c, 'Child', parent), addTag(c, 'Other')];
    for (const highlight of highlights) {
      for (const tag of tags) c.run('INSERT INTO highlight_tags VALUES (?, ?)', highlight, tag);
    }
    const entities = ['Ада', 'Bo', 'Cæcilie'].map((name) => addEntity(c, name, [`${name} 2`]));
    for (const [at, entity] of entities.entries()) {
      c.run("INSERT INTO entity_identifiers VALUES (?, 'wikidata', ?)", entity, `Q${at}`);
      c.run(
        `INSERT INTO mentions (id, source_id, start, "end", first_block, last_block, entity_id, quote, created_at)
         VALUES (?, ?, 0, 4, 1, 1, ?, 'Line', 1)`,
        c.newId(),
        sources[at] ?? '',
        entity,
      );
    }
    const relation = c.newId();
    c.run(
      "INSERT INTO relations (id, from_id, to_id, type, created_at, updated_at) VALUES (?, ?, ?, 'knows', 1, 1)",
      relation,
      entities[0] ?? '',
      entities[1] ?? '',
    );
    c.run('INSERT INTO relation_evidence VALUES (?, ?)', relation, highlights[0] ?? '');
    const notes = Array.from({ length: 12 }, (_, at) =>
      addNote(c, `Note ${at}`, `Thoughts ${at} ${'of mine '.repeat(90)}`),
    );
    for (const tag of tags) c.run('INSERT INTO note_tags VALUES (?, ?)', notes[0] ?? '', tag);
    c.run("INSERT INTO note_attachments VALUES (?, ?, 'highlight')", notes[0] ?? '', highlights[1] ?? '');
    c.run("INSERT INTO note_references VALUES (?, 'entity', ?)", notes[0] ?? '', entities[0] ?? '');
    c.run("INSERT INTO images SELECT sha256, 'image/png', 4, 3, 0, 1 FROM originals LIMIT 1");
    c.run('INSERT INTO note_images SELECT ?, sha256 FROM images', notes[0] ?? '');
    addOutline(c, highlights[0] ?? '', notes[0] ?? '');
    c.run("INSERT INTO settings VALUES ('reading.size', '18')");
    c.run("UPDATE entity_types SET rank = 9 WHERE name = 'work'");
  });
  notebook.close();
  return path;
}

/** Every row of a researcher's tables, in an order that is the same wherever they lie. */
export function readThrough(connection: Connection): Record<string, unknown[]> {
  return Object.fromEntries(
    TABLES.map((table) => {
      const rows = connection.all<Record<string, unknown>>(`SELECT * FROM ${table}`);
      // The numbers of blocks' rows are SQLite's own.
      const plain = rows.map(({ id, ...row }) => written(table === 'blocks' ? row : { id, ...row }));
      return [table, plain.sort()];
    }),
  );
}

/** A row as a text; bytes by their hash, so that what differs can be read. */
function written(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(row, (_, value: unknown) =>
    Array.isArray(value) && value.length > 50 ? sha256(Uint8Array.from(value.map(Number))) : value,
  );
}

/** The pages of a table: the one it begins at, and those its rows stand in. */
export function pagesOf(path: string, table: string): { root: number; leaves: number[] } {
  const handle = new Database(path, { readonly: true });
  const root = handle.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  handle.close();
  if (root === undefined) throw new Error(`There is no table ${table}.`);
  const file = openPages(path);
  const leaves: number[] = [];
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = file.page(number);
    if (page === undefined) throw new Error('A page is missing.');
    const kind = kindOf(page, number);
    if (kind === 0x0d || kind === 0x0a) {
      leaves.push(number);
      continue;
    }
    const cells = page.readUInt16BE(3);
    for (let cell = 0; cell < cells; cell++) waiting.push(page.readUInt32BE(page.readUInt16BE(12 + cell * 2)));
    waiting.push(page.readUInt32BE(8));
  }
  file.close();
  return { root, leaves };
}

/** Makes nothing of a page: every byte is another. */
export function overwritePage(path: string, number: number, byte = 0x55): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, byte), 0, 4096, (number - 1) * 4096);
  closeSync(file);
}

function chapters(of: number): string[] {
  return Array.from(
    { length: 60 },
    (_, at) => `Line ${at} of chapter ${of * 60 + at} 𝕊 ${'and more words '.repeat(at % 9)}`,
  );
}

function importText(c: Connection, title: string, lines: readonly string[]): string {
  const id = c.newId();
  const bytes = Buffer.from(lines.join('\n'));
  const text = sourceText(lines.map((line) => ({ text: line })));
  c.untracked(() => {
    c.run('INSERT INTO originals VALUES (?, ?)', sha256(bytes), bytes.length);
    const half = Math.floor(bytes.length / 2);
    c.run('INSERT INTO original_pieces VALUES (?, 1, ?)', sha256(bytes), bytes.subarray(0, half));
    c.run('INSERT INTO original_pieces VALUES (?, 2, ?)', sha256(bytes), bytes.subarray(half));
    c.run(
      `INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count,
         created_at, updated_at, trashed_at) VALUES (?, ?, 'text/plain', 'utf-8', ?, ?, ?, 0, ?, 1, 1, 1)`,
      id,
      title,
      sha256(bytes),
      sha256(text),
      codePointLength(text),
      lines.length,
    );
    let start = 0;
    for (const [at, line] of lines.entries()) {
      c.run(
        "INSERT INTO blocks (source_id, number, kind, start, length, text) VALUES (?, ?, 'paragraph', ?, ?, ?)",
        id,
        at + 1,
        start,
        codePointLength(line),
        line,
      );
      start += codePointLength(line) + 1;
    }
  });
  c.run('UPDATE sources SET trashed_at = NULL WHERE id = ?', id);
  return id;
}

function addHighlight(c: Connection, source: string, length: number): string {
  const id = c.newId();
  c.run(
    `INSERT INTO highlights (id, source_id, start, "end", first_block, last_block, colour, quote, comment, created_at, updated_at)
     VALUES (?, ?, 0, ?, 1, 1, 'yellow', ?, 'A comment', 1, 1)`,
    id,
    source,
    length,
    'Line'.slice(0, length),
  );
  return id;
}

function addOutline(c: Connection, highlight: string, note: string): void {
  const id = c.newId();
  c.run("INSERT INTO outlines (id, title, created_at, updated_at) VALUES (?, 'Outline', 1, 1)", id);
  const item = (kind: string, column: string | null, target: string | null, text: string) => {
    c.run(
      `INSERT INTO outline_items (id, outline_id, rank, kind, text${column ? `, ${column}` : ''}) VALUES (?, ?, 1, ?, ?${column ? ', ?' : ''})`,
      c.newId(),
      id,
      kind,
      text,
      ...(target === null ? [] : [target]),
    );
  };
  item('heading', null, null, 'A heading');
  c.run("UPDATE outline_items SET gist = 'Its gist', status = 'draft', target = 1200 WHERE kind = 'heading'");
  item('quotation', 'highlight_id', highlight, 'Quoted in the outline');
  item('note', 'note_id', note, 'A note');
}

/** Puts each of two pages where the other was. */
export function swapPages(path: string, one: number, other: number): void {
  const bytes = readFileSync(path);
  const at = (number: number) => bytes.subarray((number - 1) * 4096, number * 4096);
  const kept = Buffer.from(at(one));
  at(other).copy(at(one));
  kept.copy(at(other));
  writeFileSync(path, bytes);
}
