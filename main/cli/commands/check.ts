import { type Command, word } from '../command.ts';
import { complain, printJson, printLine, printTable } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK [--repair] [--json]',
  help: [
    'Looks through the whole notebook: the file, the texts against their fingerprints, every reference and index.',
    'The exit code is 1 when something is wrong and stays so.',
    '',
    '  --repair   mend what can be mended without losing anything',
    '  --json     print { ok, defects, repaired, checked }',
  ].join('\n'),
  options: { repair: { type: 'boolean' }, json: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  async run(given) {
    const repair = given.options['repair'] === true;
    const report = await withNotebook(word(given, 0), (session) => session.call('notebook.check', { repair }));
    if (given.options['json']) printJson(report);
    else {
      if (report.defects.length > 0) {
        printTable(
          ['DEFECT', 'TABLE', 'ID', 'REPAIRABLE', 'WHAT'],
          report.defects.map((defect) => [
            defect.code,
            defect.table,
            defect.id,
            defect.repairable ? 'yes' : 'no',
            defect.message,
          ]),
        );
      }
      const rows = Object.values(report.checked).reduce((sum, count) => sum + count, 0);
      printLine(`${report.ok ? 'In order' : 'Not in order'}: ${rows} rows looked at, ${report.repaired} repaired.`);
    }
    if (report.ok) return;
    process.exitCode = 1;
    complain(`${report.defects.length} defects found${repair ? '; not all could be repaired' : '; try --repair'}.`);
  },
};
