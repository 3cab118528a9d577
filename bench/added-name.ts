import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNotebook, entities, findMentions } from '../db/index.ts';
import { addSource } from './add-source.ts';
import { timed } from './job.ts';
import { namedText } from './named-text.ts';
import { type Measure, measureOf } from './result.ts';

const WARMING = 5;
const COUNTED = 60;

/**
 * How long it takes to find the mentions of an entity that has just been made, in a notebook of so many sources of so
 * many characters that knows all names but those. The names are spread over the list, which goes from names that
 * stand in the text thousands of times to names that hardly do.
 */
export async function oneAddedName(sources: number, length: number, names: number): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const notebook = createNotebook(join(folder, 'large.lectern'));
  try {
    const subject = namedText(length, names);
    for (let at = 0; at < sources; at++) addSource(notebook, `Source ${at}`, subject.blocks);
    const added = new Set(subject.names.filter((_, at) => at % Math.ceil(names / (WARMING + COUNTED)) === 0));
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
