import { resolve } from 'node:path';
import { type Command, text, word } from '../command.ts';
import { printLine } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK [-o FILE]',
  help: [
    'Copies the notebook, checks the copy, and prints its path.',
    '',
    '  -o FILE   where to; in the folder for backups when left out. A file that is there already is never replaced',
  ].join('\n'),
  options: { output: { type: 'string', short: 'o' } },
  words: { least: 1, most: 1 },
  async run(given) {
    const output = text(given, 'output');
    const { path } = await withNotebook(word(given, 0), (session) =>
      session.call('notebook.backup', output === undefined ? {} : { path: resolve(output) }),
    );
    printLine(path);
  },
};
