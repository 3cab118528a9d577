import { highlights, passages } from '../../db/index.ts';
import type { Deed } from '../../db/model/index.ts';
import type { Input } from '../contract/index.ts';
import type { HandlersOf } from './handler.ts';
import { excerpt } from './names.ts';

export const highlightHandlers: HandlersOf<'highlights'> = {
  'highlights.list': (filter, { read }) => read((connection) => highlights.list(connection, filter)),

  'highlights.get': ({ id }, { read }) => read((connection) => highlights.get(connection, id)),

  'highlights.create': (input, { read, write }) => {
    const { quote } = read((connection) => passages.placePassage(connection, input));
    const step = input.tags?.length
      ? { deed: 'tag-passage' as const, subject: input.tags.join(', ') }
      : { deed: 'create-highlight' as const, subject: excerpt(quote) };
    return write(step, (connection) => highlights.create(connection, input));
  },

  'highlights.update': ({ id, ...change }, { read, write }) => {
    const { quote } = read((connection) => highlights.get(connection, id));
    const deed = deedOf(change);
    const subject = deed === 'tag-passage' && change.tags?.length ? change.tags.join(', ') : excerpt(quote);
    return write({ deed, subject }, (connection) => highlights.update(connection, id, change));
  },

  'highlights.remove': ({ id }, { read, write }) => {
    const { quote } = read((connection) => highlights.get(connection, id));
    write({ deed: 'remove-highlight', subject: excerpt(quote) }, (connection) => highlights.remove(connection, id));
    return { id, removed: true };
  },
};

/** The narrowest name for what a change does, for the history. */
function deedOf(change: Omit<Input<'highlights.update'>, 'id'>): Deed {
  const changed = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (changed.length !== 1) return 'edit-highlight';
  if (change.tags) return 'tag-passage';
  if (change.comment !== undefined) return 'comment-highlight';
  return change.colour === undefined ? 'edit-highlight' : 'recolour-highlight';
}
