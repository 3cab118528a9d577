import { basename, resolve } from 'node:path';
import { isListTarget, LIST_FIELDS, type ListTarget } from '../../contract/index.ts';
import { type Command, type Given, several, text, UsageError, word } from '../command.ts';
import { complain, printJson, printLine, printTable, shorten } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK FILE [--type TYPE] [--column HEAD=FIELD]… [--dry-run] [--json]',
  help: [
    'Takes a list of entities in: a table (CSV; commas, semicolons, tabs) whose first line are its heads, or JSON as',
    'export-entities writes it. A row with an identifier of an entity in the notebook, or its id, changes that one; the',
    'others become entities. Rows that cannot be taken are named, and the exit code is then 1; the others go in.',
    '',
    '  --type TYPE          of rows that name none, for instance person',
    '  --column HEAD=FIELD  where a column goes; without FIELD, nowhere. Columns of usual names go by themselves. Fields:',
    `                       ${LIST_FIELDS.join(', ')};`,
    '                       field:NAME is a field of your own',
    '  --dry-run            say what would become of the rows, and change nothing',
    '  --json               print the report as JSON',
  ].join('\n'),
  options: {
    type: { type: 'string' },
    column: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: { least: 2, most: 2 },
  async run(given) {
    const path = resolve(word(given, 1));
    const columns = columnsOf(given);
    const dryRun = given.options['dry-run'] === true;
    const report = await withNotebook(word(given, 0), (session) =>
      session.call('entities.import', {
        upload: path,
        name: basename(path),
        columns,
        type: text(given, 'type'),
        dryRun,
      }),
    );
    if (given.options['json']) printJson(report);
    else {
      if (dryRun) {
        printTable(
          ['COLUMN', 'GOES TO'],
          report.columns.map(({ head, field }) => [shorten(head), field ?? '–']),
        );
      }
      printLine(
        `${dryRun ? 'would be ' : ''}new: ${report.created}, changed: ${report.updated}, left out: ${report.faulty}`,
      );
      for (const { row, reason, detail } of report.faults)
        printLine(`row ${row}: ${reason} ${shorten(detail)}`.trimEnd());
    }
    if (report.faulty === 0) return;
    process.exitCode = 1;
    complain(`${report.faulty} of ${report.created + report.updated + report.faulty} rows cannot be taken.`);
  },
};

function columnsOf(given: Given): Record<string, ListTarget | null> {
  return Object.fromEntries(
    several(given, 'column').map((said) => {
      const at = said.lastIndexOf('=');
      const [head, called] = [said.slice(0, at), said.slice(at + 1)];
      const field = isListTarget(called) ? called : null;
      if (at < 1 || (field === null && called !== '')) {
        throw new UsageError(
          `--column takes HEAD=FIELD with one of ${LIST_FIELDS.join(', ')} or field:NAME; not “${said}”.`,
        );
      }
      return [head, field];
    }),
  );
}
