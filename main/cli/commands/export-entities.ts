import { type Command, text, UsageError, word } from '../command.ts';
import { printLine } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK -o FILE [--type TYPE]',
  help: [
    'Writes all entities as a list that import-entities reads: a table where FILE ends in .csv, JSON where it ends in',
    '.json. The table leaves out what kind of name a name is and in which language; JSON has everything.',
    '',
    '  -o FILE      where to write it; a file that is there already is replaced, once the new one is complete',
    '  --type TYPE  entities of this type, for instance person',
  ].join('\n'),
  options: { output: { type: 'string', short: 'o' }, type: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(given) {
    const output = text(given, 'output');
    const format = /\.(csv|json)$/i.exec(output ?? '')?.[1]?.toLowerCase();
    if (output === undefined || (format !== 'csv' && format !== 'json')) {
      throw new UsageError('Say with -o which file to write; its name ends in .csv or .json.');
    }
    const { download } = await withNotebook(
      word(given, 0),
      (session) => session.call('entities.export', { format, type: text(given, 'type') }),
      { output },
    );
    printLine(download);
  },
};
