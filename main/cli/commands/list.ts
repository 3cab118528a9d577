import { type Command, UsageError, word } from '../command.ts';
import { printJson, printTable, shorten } from '../print.ts';
import { type Session, withNotebook } from '../session.ts';

/** How a kind is fetched, and what of each a person wants to see in a row. */
function kind<T>(
  fetch: (session: Session) => Promise<readonly T[]>,
  heads: readonly string[],
  row: (item: T) => readonly (string | number)[],
) {
  return async (session: Session): Promise<Listed> => {
    const items = await fetch(session);
    return { items, print: () => printTable(heads, items.map(row)) };
  };
}

interface Listed {
  readonly items: readonly unknown[];
  readonly print: () => void;
}

const KINDS = {
  sources: kind(
    (session) => session.call('sources.list', {}),
    ['ID', 'TITLE', 'BLOCKS', 'HIGHLIGHTS', 'FILE'],
    (source) => [source.id, shorten(source.title), source.blocks, source.highlights, source.fileName],
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
    ['ID', 'TITLE', 'WORDS', 'QUOTATIONS'],
    (note) => [note.id, shorten(note.title), note.words, note.quotations],
  ),
  outlines: kind(
    (session) => session.call('outlines.list', {}),
    ['ID', 'TITLE', 'ITEMS', 'QUOTATIONS'],
    (outline) => [outline.id, shorten(outline.title), outline.items, outline.quotations],
  ),
};

const isKind = (name: string): name is keyof typeof KINDS => Object.hasOwn(KINDS, name);

export const command: Command = {
  synopsis: 'NOTEBOOK sources|highlights|tags|entities|relations|notes|outlines [--json]',
  help: 'Lists what a notebook holds.\n\n  --json   print everything known of each, as a JSON array',
  options: { json: { type: 'boolean' } },
  words: { least: 2, most: 2 },
  async run(given) {
    const name = word(given, 1);
    if (!isKind(name)) throw new UsageError(`Lectern lists ${Object.keys(KINDS).join(', ')}; not “${name}”.`);
    const { items, print } = await withNotebook(word(given, 0), KINDS[name]);
    if (given.options['json']) printJson(items);
    else print();
  },
};
