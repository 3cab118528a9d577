import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  companions,
  createNotebook,
  duplicates,
  entities,
  entityPassages,
  findEntities,
  mergeEntities,
  type Notebook,
  relations,
} from '../db/index.ts';
import { addSource } from './add-source.ts';
import { entityPages } from './entity-pages.ts';
import { timed } from './job.ts';
import { asked } from './open-window.ts';
import { type Goal, measureOf, type Result } from './result.ts';

const ENTITIES = 10_000;
/** So many times as many blocks as entities, each of which mentions somebody ten times. */
const BLOCKS = 2;
const PER_BLOCK = 10;
const PAGES = 40;
const WARMING = 5;
const BLOCK = 'wordy '.repeat(20).trim();
const TYPED = ['Andreas Zetterberg', 'zeterberg', 'Мария', 'kristiansen m', 'q', 'nobody at all', 'olsen'];
const DEEDS = 5;
/** As many passages as the page asks for at first. */
const FIRST_PASSAGES = 101;

const FIRST = [
  'Andreas',
  'Berit',
  'Carl',
  'Dagny',
  'Erik',
  'Frida',
  'Gustav',
  'Hanna',
  'Ivar',
  'Jenny',
  'Мария',
  'Пётр',
];
const LAST = [
  'Zetterberg',
  'Olsen',
  'Kristiansen',
  'Bjørnsson',
  'Øverland',
  'Čapek',
  'Nováková',
  'Lindqvist',
  'Иванов',
];

/**
 * What a researcher waits for among 10,000 entities with 200,000 mentions: each keystroke in the picker, what an
 * entity's page shows first and what stands beside it, merging two of 20,000 mentions, and undoing that; and in the
 * window, the page of an entity from the key to its paint.
 * @param words `--entities=COUNT`, with twenty times as many mentions
 */
export async function run(words: readonly string[]): Promise<Result> {
  const count = asked(words, 'entities', ENTITIES);
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
  const path = join(folder, 'entities.lectern');
  try {
    const { taken, names } = await inTheNotebook(path, count);
    const painted = (await entityPages(path, names)).slice(WARMING);
    const measures = Object.fromEntries(
      Object.entries({ ...taken, 'page, painted': painted }).map(([name, values]) => [name, measureOf(values)]),
    );
    const p95 = (name: string) => measures[name]?.p95 ?? Number.NaN;
    return {
      bench: 'entities',
      subject: `${count} entities with ${count * BLOCKS * PER_BLOCK} mentions, two of them with ${count * BLOCKS}`,
      measures,
      ratios: { 'undo / merge': (measures['undo']?.p50 ?? Number.NaN) / (measures['merge']?.p50 ?? Number.NaN) },
      goals: [
        goalOf('the picker answers a keystroke within 50 ms (p95)', p95('keystroke'), 50),
        goalOf('also the first one after a deed', p95('first keystroke after a deed'), 50),
        goalOf('what a page shows first within 150 ms (p95)', p95('page'), 150),
        goalOf('the page painted within 150 ms of the key (p95)', p95('page, painted'), 150),
        goalOf('what it stands together with within 150 ms (p95)', p95('together with'), 150),
        goalOf('merging two of 20,000 mentions within 1 s', p95('merge'), 1000),
        goalOf('undone as fast', p95('undo'), 1000),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the notebook and asks it without a window; answers also the names of entities whose pages can be opened. */
async function inTheNotebook(path: string, count: number) {
  const notebook = createNotebook(path);
  try {
    const ids = fill(notebook, count);
    const taken: Record<string, number[]> = {
      keystroke: [],
      'first keystroke after a deed': [],
      page: [],
      'together with': [],
      duplicates: [],
      merge: [],
      undo: [],
    };
    const time = async (what: string, work: () => unknown) => taken[what]?.push(await timed(work));
    const search = (query: string) => notebook.read((connection) => findEntities(connection, query, 30));
    search('');
    for (const word of TYPED) {
      for (let end = 0; end <= word.length; end++) await time('keystroke', () => search(word.slice(0, end)));
    }
    for (let at = 0; at < 30; at++) {
      // Every fifth is one of those with many.
      const id = (at % 5 === 0 ? ids[at % 2] : ids[(at * 97 + 2) % count]) ?? '';
      await time('page', () =>
        notebook.read((connection) => [
          entities.get(connection, id),
          relations.list(connection, id),
          entityPassages(connection, id, { order: 'text', limit: FIRST_PASSAGES }),
        ]),
      );
      await time('together with', () => notebook.read((connection) => companions(connection, id, 20)));
      await time('duplicates', () => notebook.read((connection) => duplicates(connection, id, 3)));
      notebook.write({ deed: 'edit-entity', subject: '' }, (connection) =>
        entities.update(connection, id, { description: `${at}` }),
      );
      await time('first keystroke after a deed', () => search('o'));
    }
    const [one = '', other = ''] = ids;
    for (let turn = 0; turn < DEEDS; turn++) {
      await time('merge', () =>
        notebook.write({ deed: 'merge-entities', subject: '' }, (connection) => mergeEntities(connection, one, other)),
      );
      await time('undo', () => notebook.undo());
    }
    // Each once, for a page that was open before is there at once; the two with many mentions among them.
    const shown = Array.from({ length: WARMING + PAGES }, (_, at) => ids[(at * 89 + 3) % count] ?? '');
    const pages = [...shown.slice(0, -2), one, other];
    return { taken, names: notebook.read((connection) => pages.map((id) => entities.get(connection, id).name)) };
  } finally {
    notebook.close();
  }
}

function goalOf(goal: string, measured: number, limit: number): Goal {
  return { goal, measured, limit, holds: measured <= limit };
}

/** The first two have many mentions, the others share the rest. */
function fill(notebook: Notebook, count: number): string[] {
  const blocks = count * BLOCKS;
  const sourceId = addSource(notebook, 'All of them', new Array<string>(blocks).fill(BLOCK));
  return notebook.write({ deed: 'create-entity', subject: '' }, (connection) => {
    const ids = Array.from({ length: count }, (_, at) =>
      entities.add(connection, {
        type: at % 3 === 0 ? 'place' : 'person',
        name: `${FIRST[at % FIRST.length]} ${LAST[(at >> 3) % LAST.length]} ${at}`,
        aliases: [`${LAST[at % LAST.length]}, ${FIRST[(at >> 2) % FIRST.length]} ${at}`],
      }),
    );
    const rest = (PER_BLOCK - 2) * blocks;
    for (let at = 0; at < PER_BLOCK * blocks; at++) {
      const owner = at < rest ? ids[2 + (at % (count - 2))] : ids[at % 2];
      const start = (at % blocks) * (BLOCK.length + 1) + 6 * Math.floor(at / blocks);
      const block = (at % blocks) + 1;
      connection.run(
        `INSERT INTO mentions (id, source_id, start, "end", first_block, last_block, entity_id, quote, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'wordy', ?)`,
        connection.newId(),
        sourceId,
        start,
        start + 5,
        block,
        block,
        owner ?? '',
        connection.now(),
      );
    }
    return ids;
  });
}
