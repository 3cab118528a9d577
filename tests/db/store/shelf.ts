import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { arrivals, type Connection, createNotebook, type Notebook, sources, textPiece } from '../../../db/index.ts';
import { sha256, sha256Stream } from '../../../db/sqlite/hash.ts';

const open: { notebook: Notebook; folder: string }[] = [];

afterEach(() => {
  for (const { notebook, folder } of open.splice(0)) {
    notebook.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A new notebook in a file of its own, put away after the test. */
export function newNotebook(): Notebook {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-store-'));
  const notebook = createNotebook(join(folder, 'test.lectern'));
  open.push({ notebook, folder });
  return notebook;
}

/** Does something as a deed whose name is of no account. */
export function deed<T>(notebook: Notebook, work: (connection: Connection) => T): T {
  return notebook.write({ deed: 'repair', subject: '' }, work);
}

/** A source of these lines; answers its id. */
export function addSource(notebook: Notebook, ...lines: string[]): string {
  return deed(notebook, (connection) => {
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const arrival = arrivals.begin(connection, { sha256: sha256(lines.join('\n')), size: bytes.length });
    if (bytes.length > 0) arrivals.keep(connection, arrival, bytes);
    const blocks = lines.map((text) => ({ kind: 'paragraph', text }) as const);
    arrivals.append(connection, arrival, textPiece(blocks, sha256Stream()));
    arrivals.complete(connection, arrival, {
      title: lines[0] ?? '',
      fileName: 'text.txt',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      authors: [],
      date: '',
      language: '',
      url: '',
      publisher: '',
      identifiers: [],
      remarks: [],
    });
    return sources.restore(connection, arrival.id).id;
  });
}

const TABLES = [
  'sources',
  'collections',
  'collection_sources',
  'highlights',
  'highlight_tags',
  'tags',
  'entities',
  'entity_types',
  'entity_names',
  'entity_identifiers',
  'mentions',
  'rejected_mentions',
  'relations',
  'relation_evidence',
  'notes',
  'note_references',
  'note_attachments',
  'note_tags',
  'note_images',
  'outlines',
  'outline_items',
] as const;

/** Every row of everything the history covers, as one text, to hold two states against each other. */
export function everything(notebook: Notebook): string {
  return notebook.read((connection) =>
    TABLES.map((table) => {
      // A note that comes back is its next revision, so that no editor takes it for the text it began from.
      const plain = (key: string, value: unknown) => (key === 'revision' ? undefined : value);
      const rows = connection.all(`SELECT * FROM ${table}`).map((row) => JSON.stringify(row, plain));
      return [table, ...rows.sort()].join('\n');
    }).join('\n\n'),
  );
}
