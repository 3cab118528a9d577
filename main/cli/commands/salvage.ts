import { resolve } from 'node:path';
import { type Command, text, UsageError, word } from '../command.ts';
import { complain, printJson, printLine } from '../print.ts';
import { withApp } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK -o FILE [--json]',
  help: [
    'Saves whatever can be read of a damaged notebook into a new one and says what was lost. The damaged one is not',
    'touched. Texts are held against their fingerprints; one that is not what was imported is read anew from its',
    'original file where that is whole. The exit code is 1 when something was lost.',
    '',
    '  -o FILE   the new notebook; a file that is there already is never replaced',
    '  --json    print { path, saved, damagedPages, pages, lostRows, uncertain, texts, originals, detached }',
  ].join('\n'),
  options: { output: { type: 'string', short: 'o' }, json: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  async run(given) {
    const output = text(given, 'output');
    if (output === undefined) throw new UsageError('Name the new notebook with -o FILE.');
    const input = { path: resolve(word(given, 0)), target: resolve(output) };
    const report = await withApp(({ call }) => call('recovery.salvage', input));
    const { saved, damagedPages, pages, lostRows, texts, originals, detached, uncertain } = report;
    const damaged = texts.filter(({ state }) => state !== 'restored');
    const rows = Object.values(saved).reduce((sum, count) => sum + count, 0);
    if (given.options['json']) printJson(report);
    else {
      printLine(`${report.path}: ${rows} rows saved; ${damagedPages} of ${pages} pages could not be read.`);
      for (const { title, state, missing } of texts)
        printLine(`“${title}”: ${STATES[state]}, ${missing} blocks were lost.`);
      printLine(`${lostRows} rows lost, ${originals} original files damaged, ${detached} references taken away.`);
      if (uncertain.length > 0) printLine(`More of these may be lost: ${uncertain.join(', ')}.`);
    }
    if (lostRows + damaged.length + uncertain.length + originals + detached === 0) return;
    process.exitCode = 1;
    complain('Not everything could be saved; a backup may be whole: lectern restore NOTEBOOK');
  },
};

const STATES = {
  restored: 'read anew from its original, whole',
  damaged: 'not what was imported',
  unverified: 'nothing is left to hold it against',
} as const;
