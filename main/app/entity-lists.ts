import { entities, takeEntities } from '../../db/index.ts';
import { ENTITY_TYPES } from '../../db/model/index.ts';
import { writeEntityJson, writeEntityTable } from '../interchange/index.ts';
import type { Handler } from './handler.ts';

/** What rows that name no type are. */
const USUAL_TYPE = ENTITY_TYPES[5];
const MOST_FAULTS = 10_000;
const MOST_SHOWN = 20;

export const importEntityList: Handler<'entities.import'> = async (
  { upload, name, columns, type = USUAL_TYPE, dryRun = false },
  context,
) => {
  const { bytes } = await context.ports.inbox.take(upload);
  const call = { whole: 'entityList', given: [bytes, name, columns] } as const;
  const list = await context.ports.parsers.readWhole(call, name, context.cancelled);
  const { taken, faults } =
    dryRun || list.rows.length === 0
      ? context.read((connection) => takeEntities(connection, list.rows, type, true))
      : context.write({ deed: 'import-entities', subject: name }, (connection) =>
          takeEntities(connection, list.rows, type, false),
        );
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

export const exportEntityList: Handler<'entities.export'> = async ({ format, type }, { ports, read }) => {
  const listed = read((connection) => entities.list(connection, type));
  const text = format === 'csv' ? writeEntityTable(listed) : writeEntityJson(listed);
  const fileName = `entities.${format}`;
  const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json';
  const bytes = new TextEncoder().encode(text.toWellFormed());
  return { download: await ports.outbox.put(fileName, mediaType, bytes, false), fileName, entities: listed.length };
};
