import { type Command, word } from '../command.ts';
import { printLine } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK',
  help: 'Makes an empty notebook and prints its path. A file that is there already is never replaced.',
  options: {},
  words: { least: 1, most: 1 },
  async run(given) {
    const { path } = await withNotebook(word(given, 0), (session) => session.call('notebook.status', {}), {
      create: true,
    });
    printLine(path);
  },
};
