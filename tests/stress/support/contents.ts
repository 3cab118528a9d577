import { highlights, notes, openNotebook, sources, tags } from '../../../db/index.ts';
import type { CheckReport } from '../../../db/model/index.ts';

/** What a notebook holds outside its trash, thing by thing: `noun id` and in a few words what is known of it. */
export type Contents = ReadonlyMap<string, string>;

/** How the contents are told of, by the process that works and by the one that looks afterwards. */
export const told = {
  note: (id: string, text: string): [string, string] => [`note ${id}`, text],
  source: (id: string, title: string): [string, string] => [`source ${id}`, title],
  tag: (id: string, name: string): [string, string] => [`tag ${id}`, name],
  highlight: (id: string, tagIds: readonly string[]): [string, string] => [
    `highlight ${id}`,
    tagIds.toSorted().join(' '),
  ],
};

/** Opens a notebook as whoever comes next does, and looks at all of it. */
export function look(path: string, backupFolder: string): { contents: Contents; report: CheckReport } {
  const notebook = openNotebook(path, { backupFolder });
  try {
    const contents = notebook.read(
      (c) =>
        new Map([
          ...notes.list(c).map(({ id }) => told.note(id, notes.get(c, id).text)),
          ...sources.list(c).map(({ id, title }) => told.source(id, title)),
          ...tags.list(c).map(({ id, name }) => told.tag(id, name)),
          ...highlights.list(c, {}).map(({ id, tagIds }) => told.highlight(id, tagIds)),
        ]),
    );
    return { contents, report: notebook.check() };
  } finally {
    notebook.close();
  }
}
