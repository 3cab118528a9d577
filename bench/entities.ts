import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  companions,
  createNotebook,
  duplicates,
  entities,
  findEntities,
  mentions,
  mergeEntities,
  type Notebook,
  relations,
} from '../db/index.ts';
import { addSource } from './add-source.ts';
import { timed } from './job.ts';
import { type Goal, measureOf, type Result } from './result.ts';

const ENTITIES = 10_000;
const MENTIONS = 200_000;
/** Of the two that are merged. */
const MENTIONS_OF_ONE = 20_000;
const BLOCKS = 20_000;
const BLOCK = 'wordy '.repeat(20).trim();
const TYPED = ['Andreas Zetterberg', 'zeterberg', 'Мария', 'kristiansen m', 'q', 'nobody at all', 'olsen'];
const DEEDS = 5;
/** As many passages as the page asks for at first. */
const FIRST_PASSAGES = 201;

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
 * entity's page shows first and what stands beside it, merging two of 20,000 mentions, and undoing that.
 */
export async function run(): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const notebook = createNotebook(join(folder, 'entities.lectern'));
  try {
    const ids = fill(notebook);
    const taken: Record<string, number[]> = {
      keystroke: [],
      'first keystroke after a deed': [],
      page: [],
      'together with': [],
      duplicates: [],
    };
    const time = async (what: string, work: () => unknown) => taken[what]?.push(await timed(work));
    const search = (query: string) => notebook.read((connection) => findEntities(connection, query, 30));
    search('');
    for (const word of TYPED) {
      for (let end = 0; end <= word.length; end++) await time('keystroke', () => search(word.slice(0, end)));
    }
    for (let at = 0; at < 30; at++) {
      // Every fifth is one of those with many.
      const id = (at % 5 === 0 ? ids[at % 2] : ids[at * 97 + 2]) ?? '';
      await time('page', () =>
        notebook.read((connection) => [
          entities.get(connection, id),
          relations.list(connection, id),
          mentions.list(connection, { entityId: id, limit: FIRST_PASSAGES }),
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
    const deeds: Record<string, number[]> = { merge: [], undo: [] };
    for (let turn = 0; turn < DEEDS; turn++) {
      deeds['merge']?.push(
        await timed(() =>
          notebook.write({ deed: 'merge-entities', subject: '' }, (connection) =>
            mergeEntities(connection, one, other),
          ),
        ),
      );
      deeds['undo']?.push(await timed(() => notebook.undo()));
    }
    const measures = Object.fromEntries(
      Object.entries({ ...taken, ...deeds }).map(([name, values]) => [name, measureOf(values)]),
    );
    const p95 = (name: string) => measures[name]?.p95 ?? Number.NaN;
    return {
      bench: 'entities',
      subject: `${ENTITIES} entities with ${MENTIONS} mentions, two of them with ${MENTIONS_OF_ONE}`,
      measures,
      ratios: { 'undo / merge': (measures['undo']?.p50 ?? Number.NaN) / (measures['merge']?.p50 ?? Number.NaN) },
      goals: [
        goalOf('the picker answers a keystroke within 50 ms (p95)', p95('keystroke'), 50),
        goalOf('also the first one after a deed', p95('first keystroke after a deed'), 50),
        goalOf('what a page shows first within 150 ms (p95)', p95('page'), 150),
        goalOf('what it stands together with within 150 ms (p95)', p95('together with'), 150),
        goalOf('merging two of 20,000 mentions within 1 s', p95('merge'), 1000),
        goalOf('undone as fast', p95('undo'), 1000),
      ],
    };
  } finally {
    notebook.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function goalOf(goal: string, measured: number, limit: number): Goal {
  return { goal, measured, limit, holds: measured <= limit };
}

/** The first two have many mentions, the others share the rest. */
function fill(notebook: Notebook): string[] {
  const sourceId = addSource(notebook, 'All of them', new Array<string>(BLOCKS).fill(BLOCK));
  return notebook.write({ deed: 'create-entity', subject: '' }, (connection) => {
    const ids = Array.from({ length: ENTITIES }, (_, at) =>
      entities.add(connection, {
        type: at % 3 === 0 ? 'place' : 'person',
        name: `${FIRST[at % FIRST.length]} ${LAST[(at >> 3) % LAST.length]} ${at}`,
        aliases: [`${LAST[at % LAST.length]}, ${FIRST[(at >> 2) % FIRST.length]} ${at}`],
      }),
    );
    const rest = MENTIONS - 2 * MENTIONS_OF_ONE;
    for (let at = 0; at < MENTIONS; at++) {
      const owner = at < rest ? ids[2 + (at % (ENTITIES - 2))] : ids[at % 2];
      const start = (at % BLOCKS) * (BLOCK.length + 1) + 6 * Math.floor(at / BLOCKS);
      const block = (at % BLOCKS) + 1;
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
