import { resolve } from 'node:path';
import { LecternError } from '../../contract/index.ts';
import { type Command, text, word } from '../command.ts';
import { printJson, printLine, printTable } from '../print.ts';
import { withApp } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK [BACKUP] [-o FILE] [--json]',
  help: [
    'Without BACKUP lists the notebook’s backups, newest first; the notebook itself may be damaged or gone.',
    'With the name of one puts it in the notebook’s place. What was there is backed up or, where it is damaged, kept',
    'beside it.',
    '',
    '  -o FILE   restore to a file of its own instead, and leave the notebook as it is',
    '  --json    print the list as { notebook, folder, backups }',
  ].join('\n'),
  options: { output: { type: 'string', short: 'o' }, json: { type: 'boolean' } },
  words: { least: 1, most: 2 },
  async run(given) {
    const notebook = resolve(word(given, 0));
    const id = word(given, 1);
    const output = text(given, 'output');
    await withApp(async ({ call }) => {
      if (id !== '') {
        const as = output === undefined ? 'notebook' : 'copy';
        const path = output === undefined ? {} : { path: resolve(output) };
        const { status, aside } = await call('backups.restore', { id, notebook, as, ...path });
        printLine(status.path);
        for (const name of aside) printLine(`Kept beside it: ${name}`);
        return;
      }
      const { folder, backups } = await call('backups.list', { notebook });
      if (given.options['json']) printJson({ notebook, folder, backups });
      else if (backups.length === 0) throw new LecternError('not-found', `There are no backups in ${folder}.`);
      else {
        printTable(
          ['WHEN', 'KIND', 'BYTES', 'TEXTS', 'BACKUP'],
          backups.map(({ at, kind, size, flawed, id: name }) => [at, kind, size, flawed ? 'damaged' : 'whole', name]),
        );
      }
    });
  },
};
