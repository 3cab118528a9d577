import { type Command, word } from '../command.ts';
import { findByName } from '../find.ts';
import { printJson, printTable, shorten } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK ENTITY [--json]',
  help: [
    'Lists where the sources name an entity (by its id or name) without being linked to it.',
    '',
    '  --json   print a JSON array; start and end count Unicode code points of the source’s text',
  ].join('\n'),
  options: { json: { type: 'boolean' } },
  words: { least: 2, most: 2 },
  async run(given) {
    const found = await withNotebook(word(given, 0), async (session) => {
      const entityId = await findByName(session, 'entity', word(given, 1));
      return session.call('mentions.find', { entityId });
    });
    if (given.options['json']) printJson(found);
    else {
      printTable(
        ['SOURCE', 'WHERE', 'START', 'END', 'TEXT'],
        found.map(({ sourceTitle, locator, start, end, before, quote, after }) => [
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
