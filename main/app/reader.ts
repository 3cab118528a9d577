import { alongTheText, highlights, mentions, sources, texts } from '../../db/index.ts';
import type { HandlersOf } from './handler.ts';

export const readerHandlers: HandlersOf<'reader'> = {
  'reader.open': ({ id }, { read }) =>
    read((connection) => ({ source: sources.get(connection, id), lengths: texts.blockLengths(connection, id) })),

  'reader.blocks': ({ sourceId, from, count }, { read }) =>
    read((connection) => {
      sources.get(connection, sourceId);
      const touched = { sourceId, blocks: [from, from + count - 1] } as const;
      return {
        blocks: texts.blockRange(connection, sourceId, from, count),
        highlights: highlights.list(connection, touched),
        mentions: mentions.list(connection, touched),
      };
    }),

  'reader.text': ({ sourceId, from, count }, { read }) =>
    read((connection) => {
      sources.get(connection, sourceId);
      return { text: texts.plainText(connection, sourceId, from, count) };
    }),

  'reader.step': ({ sourceId, forward, filter, ...from }, { read }) =>
    read((connection) => ({ highlight: alongTheText.neighbour(connection, sourceId, from, forward, filter) })),

  'reader.overview': ({ id, stretches, filter }, { read }) =>
    read((connection) => ({ stretches: alongTheText.density(connection, id, stretches, filter) })),

  'reader.tally': ({ sourceId, filter, ...stretch }, { read }) =>
    read((connection) => alongTheText.tally(connection, sourceId, stretch, filter)),
};
