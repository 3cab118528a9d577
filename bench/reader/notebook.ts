import { join } from 'node:path';
import { highlights, openNotebook } from '../../db/index.ts';
import { COLOURS } from '../../db/model/index.ts';
import { withNotebook } from '../../main/cli/session.ts';
import { type Cell, nameOf } from './cell.ts';
import type { Mark } from './text.ts';

/** The other source of the notebook, from which the large one is opened. */
export const OTHER = 'A short text';

const TAGS = 60;

export interface CellNotebook {
  readonly path: string;
  readonly sourceId: string;
}

/**
 * Makes a notebook of the text and its highlights, in five colours; every third has a tag and every tenth a comment, so that the
 * margin has something to show too.
 */
export async function makeNotebook(
  folder: string,
  cell: Cell,
  lines: readonly string[],
  marks: readonly Mark[],
): Promise<CellNotebook> {
  const path = join(folder, `${cell.size} MB, ${cell.highlights}.lectern`);
  const sourceId = await withNotebook(
    path,
    async ({ call }) => {
      await call('sources.create', { title: OTHER, text: 'Nothing much.' });
      return (await call('sources.create', { title: nameOf(cell), text: lines.join('\n') })).id;
    },
    { create: true },
  );
  const notebook = openNotebook(path);
  try {
    notebook.write({ deed: 'create-highlight', subject: '' }, (connection) => {
      for (const [at, mark] of marks.entries()) {
        highlights.create(connection, {
          ...mark,
          sourceId,
          colour: COLOURS[at % COLOURS.length],
          ...(at % 3 === 0 ? { tags: [`tag ${at % TAGS}`] } : {}),
          ...(at % 10 === 0 ? { comment: `A thought, the ${at}th.` } : {}),
        });
      }
    });
  } finally {
    notebook.close();
  }
  return { path, sourceId };
}
