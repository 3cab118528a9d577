import { text as readAll } from 'node:stream/consumers';
import { type Command, UsageError, word } from '../command.ts';
import { describeMethods } from '../describe-methods.ts';
import { printJson, printTable } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK METHOD [JSON]  |  call --list [--json]',
  help: [
    'Calls any method of the contract and prints its answer as JSON. JSON is the input, {} when left out; - reads it from',
    'standard input. Uploads are paths; an export is written under its own name into the current folder.',
    '',
    '  --list   print the methods instead; with --json also the JSON Schema of each input and output',
  ].join('\n'),
  options: { list: { type: 'boolean' }, json: { type: 'boolean' } },
  words: { least: 0, most: 3 },
  async run(given) {
    if (given.options['list']) {
      const methods = describeMethods();
      if (given.options['json']) printJson(methods);
      else
        printTable(
          ['METHOD', 'KIND'],
          methods.map(({ name, kind }) => [name, kind]),
        );
      return;
    }
    if (given.words.length < 2) throw new UsageError(`Usage: lectern call ${command.synopsis}`);
    const input = await inputOf(given.words[2]);
    printJson(await withNotebook(word(given, 0), (session) => session.callAny(word(given, 1), input)));
  },
};

async function inputOf(json: string | undefined): Promise<unknown> {
  if (json === undefined) return {};
  try {
    return JSON.parse(json === '-' ? await readAll(process.stdin) : json);
  } catch {
    throw new UsageError('The input of a method is one JSON document.');
  }
}
