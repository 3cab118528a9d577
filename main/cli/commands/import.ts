import { basename, resolve } from 'node:path';
import type { ImportedFile } from '../../contract/index.ts';
import { type Command, word } from '../command.ts';
import { expandPaths } from '../files.ts';
import { complain, printJson, printLine } from '../print.ts';
import { withNotebook } from '../session.ts';

export const command: Command = {
  synopsis: 'NOTEBOOK FILE… [--json]',
  help: [
    'Imports each file as a source; a folder stands for all files in it. The format is told by the content.',
    'A file that is in the notebook already is left out. One that fails does not keep the others from being imported;',
    'the exit code is then 1. When a path does not exist nothing is imported.',
    '',
    '  --json   print what became of each file',
  ].join('\n'),
  options: { json: { type: 'boolean' } },
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  async run(given) {
    const paths = await expandPaths(given.words.slice(1));
    const files = paths.map((path) => ({ upload: resolve(path), name: basename(path) }));
    const report = await withNotebook(word(given, 0), (session) => session.call('sources.import', { files }));
    if (given.options['json']) printJson(report);
    else for (const file of report.files) printLine(line(file));

    const failed = report.files.filter((file) => file.outcome === 'failed' || file.outcome === 'cancelled');
    if (failed.length === 0) return;
    process.exitCode = 1;
    const reasons = failed.slice(0, MOST_REASONS).map((file) => file.failure?.message ?? file.fileName);
    const others = failed.length - reasons.length;
    const more = others > 0 ? ` And ${others} more; see what became of each file above.` : '';
    complain(`${failed.length} of ${files.length} not imported: ${reasons.join(' ')}${more}`);
  },
};

/** So many reasons still make a line that is read. */
const MOST_REASONS = 3;

function line({ fileName, outcome, source, remarks, failure }: ImportedFile): string {
  const remarked = remarks.map(({ code, count, detail }) => [code, count, detail].filter(Boolean).join(' '));
  const facts = {
    imported: () => `${source?.id}  ${source?.title}  (${source?.blocks} blocks, ${source?.encoding})`,
    duplicate: () => `${source?.id}  ${source?.title}`,
    failed: () => failure?.message ?? '',
    cancelled: () => 'not imported',
  }[outcome]();
  return [`${outcome}: ${fileName}: ${facts}`, ...remarked].join('; ');
}
