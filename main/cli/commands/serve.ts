import { resolve } from 'node:path';
import { startLoopback } from '../../loopback/index.ts';
import { type Command, wholeNumber } from '../command.ts';
import { printLine } from '../print.ts';

export const command: Command = {
  synopsis: '[NOTEBOOK] [--port N]',
  help: [
    'Serves Lectern to the browsers of this machine and prints one line: the address to open, its key included.',
    'The key is for you alone; anybody on this machine who has it can read and change your notebooks.',
    'Runs until it is interrupted (Ctrl+C), then closes the notebook.',
    '',
    '  --port N   the port on 127.0.0.1; without it the system chooses one',
  ].join('\n'),
  options: { port: { type: 'string' } },
  words: { least: 0, most: 1 },
  async run(given) {
    const port = wholeNumber(given, 'port', 0, 65_535);
    const [notebook] = given.words;
    const loopback = await startLoopback({
      ...(port === undefined ? {} : { port }),
      ...(notebook === undefined ? {} : { notebook: resolve(notebook) }),
    });
    printLine(loopback.url);
    await interrupted();
    await loopback.close();
    process.exit(0);
  },
};

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
