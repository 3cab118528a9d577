import { alongTheText, type Connection, highlights, mentions, settings, sources, texts } from '../../db/index.ts';
import { briefly, readingPlaceKey } from '../../db/model/index.ts';
import type { HandlersOf } from './handler.ts';

export const readerHandlers: HandlersOf<'reader'> = {
  'reader.open': ({ id, count = 1, at }, { read }) =>
    read((connection) => {
      sources.mustBeThere(connection, id);
      const place = at ?? stoppedAt(connection, id);
      const number = texts.blockAt(connection, id, place);
      const from = number - ((number - 1) % count);
      return {
        lengths: texts.blockLengths(connection, id),
        at: place,
        from,
        ...withMarks(connection, id, from, count),
      };
    }),

  'reader.blocks': ({ sourceId, from, count }, { read }) =>
    read((connection) => {
      sources.mustBeThere(connection, sourceId);
      return withMarks(connection, sourceId, from, count);
    }),

  'reader.acrossNote': ({ sourceId, offset }, { read }) =>
    read((connection) => {
      sources.mustBeThere(connection, sourceId);
      return { passage: texts.acrossNote(connection, sourceId, offset) };
    }),

  'reader.text': ({ sourceId, from, count }, { read }) =>
    read((connection) => {
      sources.mustBeThere(connection, sourceId);
      return { text: texts.plainText(connection, sourceId, from, count) };
    }),

  'reader.step': ({ sourceId, forward, filter, ...from }, { read }) =>
    read((connection) => ({ highlight: alongTheText.neighbour(connection, sourceId, from, forward, filter) })),

  'reader.overview': ({ id, stretches, filter }, { read }) =>
    read((connection) => ({ stretches: alongTheText.density(connection, id, stretches, filter) })),

  'reader.tally': ({ sourceId, filter, ...stretch }, { read }) =>
    read((connection) => alongTheText.tally(connection, sourceId, stretch, filter)),
};

/** Where reading stopped; 0 where it never began, or a stranger wrote something else there. */
function stoppedAt(connection: Connection, sourceId: string): number {
  const place = settings.get(connection, readingPlaceKey(sourceId));
  return typeof place === 'number' && Number.isSafeInteger(place) && place >= 0 ? place : 0;
}

/** Blocks with what the original marks in them, and every highlight and mention that touches them. */
function withMarks(connection: Connection, sourceId: string, from: number, count: number) {
  const touched = { sourceId, blocks: [from, from + count - 1] } as const;
  const blocks = texts.blockRange(connection, sourceId, from, count);
  return {
    blocks,
    textMarks: texts.marksIn(connection, sourceId, blocks),
    highlights: briefly(highlights.list(connection, touched), blocks),
    mentions: mentions.list(connection, touched),
  };
}
