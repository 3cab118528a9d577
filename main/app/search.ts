import { searchNames, searchNotebook } from '../../db/index.ts';
import type { HandlersOf } from './handler.ts';

export const searchHandlers: HandlersOf<'search'> = {
  'search.query': ({ query, limit, kinds }, { read }) =>
    read((connection) =>
      searchNotebook(connection, query, { ...(limit !== undefined && { limit }), ...(kinds && { kinds }) }),
    ),

  'search.names': ({ query, limit }, { read }) =>
    read((connection) => searchNames(connection, query, limit === undefined ? {} : { limit })),
};
