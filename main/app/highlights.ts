import {
  alongTheText,
  type Connection,
  highlightColours,
  highlights,
  passages,
  splitAndJoin,
  tags,
} from '../../db/index.ts';
import type { Deed } from '../../db/model/index.ts';
import type { Input } from '../contract/index.ts';
import { findOccurrencesInTurns } from './find-occurrences.ts';
import type { HandlersOf } from './handler.ts';
import { excerpt } from './names.ts';

export const highlightHandlers: HandlersOf<'highlights'> = {
  'highlights.list': (filter, { read }) => read((connection) => highlights.list(connection, filter)),

  'highlights.get': ({ id }, { read }) => read((connection) => highlights.get(connection, id)),

  'highlights.authors': (_, { read }) => read(alongTheText.authors),

  'highlights.create': (input, { read, write }) => {
    const { id } = input;
    const made = id === undefined ? null : read((connection) => highlights.madeBefore(connection, id, input));
    if (made) return made;
    const placed = read((connection) => passages.placePassage(connection, input));
    const tagged = read((connection) => namesOf(connection, input));
    const step = tagged
      ? { deed: 'tag-passage' as const, subject: tagged }
      : { deed: 'create-highlight' as const, subject: excerpt(placed.quote) };
    return write(step, (connection) => highlights.create(connection, input, placed));
  },

  'highlights.occurrences': (sought, context) => findOccurrencesInTurns(context, sought),

  'highlights.markAll': ({ passages: places, ...said }, { read, write }) => {
    const [first] = places;
    const quote = first ? read((connection) => passages.placePassage(connection, first).quote) : '';
    return write({ deed: 'mark-occurrences', subject: excerpt(quote) }, (connection) =>
      highlights.createAll(connection, places, said),
    );
  },

  'highlights.colours': ({ sourceIds }, { read }) =>
    read((connection) => highlightColours.ofSources(connection, sourceIds)),

  'highlights.tagByColour': ({ sourceIds, tags: wanted }, { write }) => {
    const subject = [...new Set(wanted.map(({ tag }) => tag))].join(', ');
    return write({ deed: 'tag-passage', subject }, (connection) => ({
      tagged: highlightColours.tagAll(connection, sourceIds, wanted),
    }));
  },

  'highlights.update': ({ id, ...change }, { read, write }) => {
    const { quote } = read((connection) => highlights.get(connection, id));
    const deed = deedOf(change);
    const tagged = deed === 'tag-passage' ? read((connection) => namesOf(connection, change)) : '';
    return write({ deed, subject: tagged || excerpt(quote) }, (connection) =>
      highlights.update(connection, id, change),
    );
  },

  'highlights.split': ({ id, at, secondId }, { read, write }) => {
    const { quote } = read((connection) => highlights.get(connection, id));
    return write({ deed: 'split-highlight', subject: excerpt(quote) }, (connection) =>
      splitAndJoin.split(connection, id, at, secondId),
    );
  },

  'highlights.join': ({ id, otherId }, { read, write }) => {
    const { quote } = read((connection) => highlights.get(connection, id));
    return write({ deed: 'join-highlights', subject: excerpt(quote) }, (connection) =>
      splitAndJoin.join(connection, id, otherId),
    );
  },

  'highlights.remove': ({ id }, { read, write }) => {
    const { quote } = read((connection) => highlights.get(connection, id));
    write({ deed: 'remove-highlight', subject: excerpt(quote) }, (connection) => highlights.remove(connection, id));
    return { id, removed: true };
  },
};

/** The names of the tags said by id and by name, for the history; empty where there are none. */
function namesOf(
  connection: Connection,
  { tags: names = [], tagIds = [] }: { tags?: readonly string[] | undefined; tagIds?: readonly string[] | undefined },
): string {
  return [...tagIds.map((id) => tags.row(connection, id).name), ...names].join(', ');
}

/** The narrowest name for what a change does, for the history. */
function deedOf(change: Omit<Input<'highlights.update'>, 'id'>): Deed {
  const changed = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (changed.length > 0 && changed.every((field) => field === 'tags' || field === 'tagIds')) return 'tag-passage';
  if (changed.length > 0 && changed.every((field) => field === 'start' || field === 'end')) return 'resize-highlight';
  if (changed.length !== 1) return 'edit-highlight';
  if (change.comment !== undefined) return 'comment-highlight';
  return change.colour === undefined ? 'edit-highlight' : 'recolour-highlight';
}
