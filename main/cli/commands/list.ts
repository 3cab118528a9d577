import { type Input, READING_STATUSES } from '../../contract/index.ts';
import { type Command, type Given, text, UsageError, word } from '../command.ts';
import { findByName } from '../find.ts';
import { printJson, printTable, shorten } from '../print.ts';
import { type Session, withNotebook } from '../session.ts';

/** How a kind is fetched, and what of each a person wants to see in a row. */
function kind<T>(
  fetch: (session: Session, given: Given) => Promise<readonly T[]>,
  heads: readonly string[],
  row: (item: T) => readonly (string | number)[],
) {
  return async (session: Session, given: Given): Promise<Listed> => {
    const items = await fetch(session, given);
    return { items, print: () => printTable(heads, items.map(row)) };
  };
}

interface Listed {
  readonly items: readonly unknown[];
  readonly print: () => void;
}

const KINDS = {
  sources: kind(
    async (session, given) => session.call('sources.list', await filterOf(session, given)),
    ['ID', 'TITLE', 'STATUS', 'BLOCKS', 'HIGHLIGHTS', 'FILE'],
    (source) => [source.id, shorten(source.title), source.status, source.blocks, source.highlights, source.fileName],
  ),
  collections: kind(
    (session) => session.call('collections.list', {}),
    ['ID', 'NAME', 'SOURCES', 'PARENT'],
    (collection) => [collection.id, collection.name, collection.sourcesBelow, collection.parentId ?? ''],
  ),
  highlights: kind(
    (session) => session.call('highlights.list', {}),
    ['ID', 'SOURCE', 'WHERE', 'COLOUR', 'TAGS', 'QUOTE'],
    (highlight) => [
      highlight.id,
      shorten(highlight.sourceTitle, 24),
      highlight.locator,
      highlight.colour,
      highlight.tags.join(', '),
      shorten(highlight.quote),
    ],
  ),
  tags: kind(
    (session) => session.call('tags.list', {}),
    ['ID', 'NAME', 'COLOUR', 'HIGHLIGHTS', 'PARENT'],
    (tag) => [tag.id, tag.name, tag.colour, tag.highlights, tag.parentId ?? ''],
  ),
  entities: kind(
    (session) => session.call('entities.list', {}),
    ['ID', 'TYPE', 'NAME', 'MENTIONS', 'ALIASES'],
    (entity) => [entity.id, entity.type, entity.name, entity.mentions, shorten(entity.aliases.join(', '))],
  ),
  relations: kind(
    (session) => session.call('relations.list', {}),
    ['ID', 'FROM', 'RELATION', 'TO', 'DATES'],
    (relation) => [relation.id, relation.fromName, relation.type, relation.toName, relation.dates],
  ),
  notes: kind(
    (session) => session.call('notes.list', {}),
    ['ID', 'TITLE', 'WORDS', 'QUOTATIONS', 'TAGS'],
    (note) => [note.id, shorten(note.title), note.words, note.quotations, note.tags.join(', ')],
  ),
  outlines: kind(
    (session) => session.call('outlines.list', {}),
    ['ID', 'TITLE', 'ITEMS', 'QUOTATIONS'],
    (outline) => [outline.id, shorten(outline.title), outline.items, outline.quotations],
  ),
};

/** Which sources the options ask for. @throws UsageError, LecternError `not-found`, `conflict` */
async function filterOf(session: Session, given: Given): Promise<Input<'sources.list'>> {
  const collection = text(given, 'collection');
  const status = text(given, 'status');
  const known = READING_STATUSES.find((each) => each === status);
  if (status !== undefined && known === undefined) {
    throw new UsageError(`--status takes ${READING_STATUSES.join(', ')}; not “${status}”.`);
  }
  return {
    ...(collection !== undefined && { collectionId: await findByName(session, 'collection', collection) }),
    ...(known && { statuses: [known] }),
  };
}

const isKind = (name: string): name is keyof typeof KINDS => Object.hasOwn(KINDS, name);

export const command: Command = {
  synopsis: 'NOTEBOOK sources|collections|highlights|tags|entities|relations|notes|outlines [--json]',
  help: [
    'Lists what a notebook holds.',
    '',
    '  --collection C   of the sources only those in this collection or below it, by its id or name',
    '  --status S       of the sources only those that are unread, reading or read',
    '  --json           print everything known of each, as a JSON array',
  ].join('\n'),
  options: { json: { type: 'boolean' }, collection: { type: 'string' }, status: { type: 'string' } },
  words: { least: 2, most: 2 },
  async run(given) {
    const name = word(given, 1);
    if (!isKind(name)) throw new UsageError(`Lectern lists ${Object.keys(KINDS).join(', ')}; not “${name}”.`);
    const narrows = text(given, 'collection') !== undefined || text(given, 'status') !== undefined;
    if (narrows && name !== 'sources') throw new UsageError('--collection and --status go with sources.');
    const { items, print } = await withNotebook(word(given, 0), (session) => KINDS[name](session, given));
    if (given.options['json']) printJson(items);
    else print();
  },
};
