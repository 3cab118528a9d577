import { type Command, wholeNumber, word } from '../command.ts';
import { printJson, printTable, shorten } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK QUERY [--limit N] [--json]',
  help: [
    'Finds words in sources, highlights, notes, entities, tags and outlines; case and accents are ignored.',
    '“a phrase” in double quotes, begin* for beginnings of words, -without to exclude.',
    'A query that begins with a dash goes after --: lectern search NOTEBOOK -- -word other',
    '',
    '  --limit N   at most that many places (1 to 10000)',
    '  --json      print { hits, totals }',
  ].join('\n'),
  options: { json: { type: 'boolean' }, limit: { type: 'string' } },
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  async run(given) {
    const limit = wholeNumber(given, 'limit', 1, 10_000);
    const query = given.words.slice(1).join(' ');
    const found = await withNotebook(word(given, 0), (session) =>
      session.call('search.query', { query, ...(limit === undefined ? {} : { limit }) }),
    );
    if (given.options['json']) printJson(found);
    else {
      printTable(
        ['KIND', 'ID', 'TITLE', 'WHERE', 'TEXT'],
        found.hits.map((hit) => [
          hit.kind,
          hit.id,
          shorten(hit.title, 30),
          hit.locator ?? '',
          shorten(hit.snippet, 80),
        ]),
      );
    }
  },
};
