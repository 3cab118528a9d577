import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrivals, createNotebook, entities, findMentions, type Notebook, sha256Stream, sources } from '../db/index.ts';
import { timed } from './job.ts';
import { type NamedText, namedText } from './named-text.ts';
import { type Measure, measureOf } from './result.ts';

const SOURCES = 10;
const SOURCE_LENGTH = 10_000_000;
const NAMES = 5_000;
const PIECE = 2_000;
const WARMING = 5;
const COUNTED = 60;

/**
 * How long it takes to find the mentions of an entity that has just been made, in a notebook of ten sources of ten
 * million characters that knows all names but those. The names are spread over the list, which goes from names that
 * stand in the text thousands of times to names that hardly do.
 */
export async function oneAddedName(): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const notebook = createNotebook(join(folder, 'large.lectern'));
  try {
    const subject = namedText(SOURCE_LENGTH, NAMES);
    for (let at = 0; at < SOURCES; at++) addSource(notebook, `Source ${at}`, subject);
    const added = new Set(subject.names.filter((_, at) => at % Math.floor(NAMES / (WARMING + COUNTED)) === 0));
    notebook.write({ deed: 'create-entity', subject: '' }, (connection) => {
      for (const each of subject.names) if (!added.has(each)) create(connection, each.name);
    });
    const taken: number[] = [];
    for (const { name } of added) {
      const { id } = notebook.write({ deed: 'create-entity', subject: name }, (connection) => create(connection, name));
      taken.push(await timed(() => notebook.read((connection) => findMentions(connection, { entityId: id }, 10_000))));
    }
    return measureOf(taken.slice(WARMING));
  } finally {
    notebook.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function create(connection: Parameters<typeof entities.create>[0], name: string) {
  return entities.create(connection, { type: 'person', name });
}

function addSource(notebook: Notebook, title: string, { blocks }: NamedText): void {
  const bytes = new TextEncoder().encode(title);
  notebook.write({ deed: 'import-source', subject: title }, (connection) => {
    const arrival = arrivals.begin(connection, {
      title,
      fileName: `${title}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      authors: [],
      date: '',
      language: 'nb',
      url: '',
      publisher: '',
      identifiers: [],
      remarks: [],
      sha256: sha256Stream().update(bytes).digest('hex'),
      size: bytes.length,
    });
    arrivals.keep(connection, arrival, bytes);
    for (let from = 0; from < blocks.length; from += PIECE) {
      const piece = blocks.slice(from, from + PIECE).map((text) => ({ kind: 'paragraph', text }) as const);
      arrivals.append(connection, arrival, piece);
    }
    arrivals.complete(connection, arrival);
    sources.restore(connection, arrival.id);
  });
}
