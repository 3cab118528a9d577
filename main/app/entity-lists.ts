import { setImmediate as nextTurn } from 'node:timers/promises';
import { entities, entityTypes, type LongDeed, type Taken, takingEntities } from '../../db/index.ts';
import { ENTITY_TYPES, type EntityList, LecternError } from '../../db/model/index.ts';
import { writeEntityJson, writeEntityTable } from '../interchange/index.ts';
import type { Context } from './context.ts';
import type { Handler } from './handler.ts';

/** What rows that name no type are. */
const USUAL_TYPE = ENTITY_TYPES[5];
const MOST_FAULTS = 10_000;
const MOST_SHOWN = 20;
/** Rows go in so many at a time, until a piece has taken so many milliseconds: that is how long others have to wait. */
const ROWS = 25;
const LONGEST_PIECE = 25;

export const importEntityList: Handler<'entities.import'> = async (
  { upload, name, columns, type = USUAL_TYPE, dryRun = false },
  context,
) => {
  const { bytes } = await context.ports.inbox.take(upload);
  const own = context.read(entityTypes.list).flatMap(({ fields }) => fields);
  const call = { whole: 'entityList', given: [bytes, name, { said: columns, own }] } as const;
  const list = await context.ports.parsers.readWhole(call, name, context.cancelled);
  const { taken, faults } =
    dryRun || list.rows.length === 0
      ? context.read((connection) => takingEntities(type, true)(connection, list.rows))
      : await takeIn(context, list.rows, type, name);
  const all = [...list.faults, ...faults].toSorted((a, b) => a.row - b.row);
  const updated = taken.filter(({ updates }) => updates).length;
  return {
    columns: [...list.columns],
    created: taken.length - updated,
    updated,
    faulty: all.length,
    faults: all.slice(0, MOST_FAULTS),
    preview: taken.slice(0, MOST_SHOWN),
  };
};

/** Piece by piece, as one step; nobody else changes anything until it is complete, or taken back. @throws LecternError `cancelled` */
function takeIn(context: Context, rows: EntityList['rows'], type: string, name: string): Promise<Taken> {
  return context.desk.alone(async () => {
    const deed = context.notebook().begin({ deed: 'import-entities', subject: name });
    try {
      const result = await takePieces(context, deed, rows, type);
      deed.end();
      return result;
    } catch (error) {
      deed.takeBack();
      throw error;
    }
  });
}

async function takePieces(context: Context, deed: LongDeed, rows: EntityList['rows'], type: string): Promise<Taken> {
  const take = takingEntities(type, false);
  const taken: Taken['taken'][number][] = [];
  const faults: Taken['faults'][number][] = [];
  for (let at = 0; at < rows.length; ) {
    deed.write((connection) => {
      const until = performance.now() + LONGEST_PIECE;
      do {
        const piece = take(connection, rows.slice(at, at + ROWS));
        taken.push(...piece.taken);
        faults.push(...piece.faults);
        at += ROWS;
      } while (at < rows.length && performance.now() < until);
    });
    context.progress({ done: Math.min(at, rows.length), total: rows.length, item: '' });
    await nextTurn();
    if (context.cancelled()) throw new LecternError('cancelled', 'The import was cancelled; nothing was changed.');
  }
  return { taken, faults };
}

export const exportEntityList: Handler<'entities.export'> = async ({ format, type }, { ports, read }) => {
  const listed = read((connection) => entities.list(connection, type));
  const text = format === 'csv' ? writeEntityTable(listed) : writeEntityJson(listed);
  const fileName = `entities.${format}`;
  const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json';
  const bytes = new TextEncoder().encode(text.toWellFormed());
  return { download: await ports.outbox.put(fileName, mediaType, bytes), fileName, entities: listed.length };
};
