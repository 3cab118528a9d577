import { type Command, text, word } from '../command.ts';
import { findByName } from '../find.ts';
import { printJson, printTable, shorten } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK [ENTITY] [--type TYPE] [--json]',
  help: [
    'Lists where the sources name an entity (by its id or name) without being linked to it; every entity, or',
    'every one of a type, when none is named. The first 10,000 places are listed.',
    '',
    '  --type TYPE  entities of this type, for instance person',
    '  --json       print a JSON array; start and end count Unicode code points of the source’s text',
  ].join('\n'),
  options: { json: { type: 'boolean' }, type: { type: 'string' } },
  words: { least: 1, most: 2 },
  async run(given) {
    const called = given.words[1];
    const type = text(given, 'type');
    const found = await withNotebook(word(given, 0), async (session) => {
      const entityId = called === undefined ? undefined : await findByName(session, 'entity', called);
      return session.call('mentions.find', { entityId, type });
    });
    if (given.options['json']) printJson(found);
    else {
      printTable(
        ['ENTITY', 'SOURCE', 'WHERE', 'START', 'END', 'TEXT'],
        found.map(({ entityName, sourceTitle, locator, start, end, before, quote, after }) => [
          shorten(entityName, 24),
          shorten(sourceTitle, 24),
          locator,
          start,
          end,
          `${before}[${quote}]${after}`,
        ]),
      );
    }
  },
};
