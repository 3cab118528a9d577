/** Rows in a notebook for tests of what lies below the stores: written as plainly as the schema allows. */
import { codePointLength, sourceText } from '../../../db/model/index.ts';
import type { Connection } from '../../../db/sqlite/connection.ts';
import { sha256 } from '../../../db/sqlite/hash.ts';

/** Stores a source with one paragraph a line; answers its id. */
export function addSource(connection: Connection, title: string, lines: readonly string[]): string {
  const id = connection.newId();
  const original = sha256(`${id} ${title}`);
  const text = sourceText(lines.map((line) => ({ text: line })));
  connection.untracked(() => {
    const bytes = Buffer.from(`${id} ${title}`);
    connection.run('INSERT INTO originals (sha256, size) VALUES (?, ?)', original, bytes.length);
    connection.run('INSERT INTO original_pieces (sha256, number, bytes) VALUES (?, 1, ?)', original, bytes);
    connection.run(
      `INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count,
         created_at, updated_at, trashed_at) VALUES (?, ?, 'text/plain', 'utf-8', ?, ?, ?, 0, ?, 1, 1, 1)`,
      id,
      title,
      original,
      sha256(text),
      codePointLength(text),
      lines.length,
    );
    let start = 0;
    for (const [at, line] of lines.entries()) {
      const length = codePointLength(line);
      connection.run(
        "INSERT INTO blocks (source_id, number, kind, start, length, text) VALUES (?, ?, 'paragraph', ?, ?, ?)",
        id,
        at + 1,
        start,
        length,
        line,
      );
      start += length + 1;
    }
  });
  connection.run('UPDATE sources SET trashed_at = NULL WHERE id = ?', id);
  return id;
}

/** Marks a passage of a source's first block; answers the highlight's id. */
export function addHighlight(connection: Connection, sourceId: string, start: number, quote: string): string {
  const id = connection.newId();
  connection.run(
    `INSERT INTO highlights (id, source_id, start, "end", first_block, last_block, colour, quote, created_at, updated_at)
     VALUES (?, ?, ?, ?, 1, 1, 'yellow', ?, 1, 1)`,
    id,
    sourceId,
    start,
    start + codePointLength(quote),
    quote,
  );
  return id;
}

export function addTag(connection: Connection, name: string, parent: string | null = null): string {
  const id = connection.newId();
  connection.run(
    "INSERT INTO tags (id, name, parent_id, rank, colour, created_at, updated_at) VALUES (?, ?, ?, 1, 'red', 1, 1)",
    id,
    name,
    parent,
  );
  return id;
}

export function addEntity(connection: Connection, name: string, aliases: readonly string[] = []): string {
  const id = connection.newId();
  connection.run(
    "INSERT INTO entities (id, type, name, created_at, updated_at) VALUES (?, 'person', ?, 1, 1)",
    id,
    name,
  );
  for (const [rank, alias] of aliases.entries()) {
    connection.run('INSERT INTO entity_names (entity_id, name, rank) VALUES (?, ?, ?)', id, alias, rank);
  }
  return id;
}

export function addNote(connection: Connection, title: string, text: string): string {
  const id = connection.newId();
  connection.run(
    `INSERT INTO notes (id, title, document, document_version, text, created_at, updated_at)
     VALUES (?, ?, '{"type":"doc","content":[{"type":"paragraph"}]}', 1, ?, 1, 1)`,
    id,
    title,
    text,
  );
  return id;
}

/** An outline with one text a line; answers its id. */
export function addOutline(connection: Connection, title: string, texts: readonly string[] = []): string {
  const id = connection.newId();
  connection.run('INSERT INTO outlines (id, title, created_at, updated_at) VALUES (?, ?, 1, 1)', id, title);
  for (const [rank, text] of texts.entries()) {
    connection.run(
      "INSERT INTO outline_items (id, outline_id, rank, kind, text) VALUES (?, ?, ?, 'text', ?)",
      connection.newId(),
      id,
      rank,
      text,
    );
  }
  return id;
}
