import { tagsBySource } from '../../db/index.ts';
import type { HandlersOf } from './handler.ts';

export const analysisHandlers: HandlersOf<'analysis'> = {
  'analysis.tagsBySource': (_, { read }) => read(tagsBySource),
};
