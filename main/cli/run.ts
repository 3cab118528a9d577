import { parseArgs } from 'node:util';
import { CallFailed, LecternError } from '../contract/index.ts';
import { type Command, type Given, UsageError } from './command.ts';
import { complain, printLine, printLines } from './print.ts';

/** Each command is loaded when it is called, so that the others cost nothing. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  create: () => import('./commands/create.ts'),
  import: () => import('./commands/import.ts'),
  list: () => import('./commands/list.ts'),
  search: () => import('./commands/search.ts'),
  export: () => import('./commands/export.ts'),
  mentions: () => import('./commands/mentions.ts'),
  'import-entities': () => import('./commands/import-entities.ts'),
  'export-entities': () => import('./commands/export-entities.ts'),
  check: () => import('./commands/check.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  salvage: () => import('./commands/salvage.ts'),
  call: () => import('./commands/call.ts'),
  serve: () => import('./commands/serve.ts'),
};

const REFUSED = 1;
const WRONG_USAGE = 2;

/** Runs a command line and sets the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function run(argv: readonly string[]): Promise<void> {
  // `lectern list … | head` ends the pipe early; that is no fault.
  process.stdout.on('error', () => process.exit(0));
  const [name = '', ...rest] = argv;
  try {
    if (name === '' || name === '--help' || name === 'help') {
      await printOverview();
      process.exitCode = name === '' ? WRONG_USAGE : 0;
    } else await runCommand(name, rest);
  } catch (cause) {
    process.exitCode = cause instanceof UsageError ? WRONG_USAGE : REFUSED;
    complain(sentence(name, cause));
  }
}

async function runCommand(name: string, argv: readonly string[]): Promise<void> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw new UsageError(`There is no command “${name}”; see: lectern --help`);
  const { command } = await load();
  const given = parse(name, command, argv);
  if (given.options['help'] === true) printLines(`Usage: lectern ${name} ${command.synopsis}\n\n${command.help}`);
  else {
    const { least, most } = command.words;
    if (given.words.length < least || given.words.length > most) throw usage(name, command);
    await command.run(given);
  }
}

function parse(name: string, command: Command, argv: readonly string[]): Given {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return { words: positionals, options: values as Given['options'] };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UsageError(`${cause.message.split('. ')[0]}; see: lectern ${name} --help`);
  }
}

function usage(name: string, command: Command): UsageError {
  return new UsageError(`Usage: lectern ${name} ${command.synopsis}`);
}

async function printOverview(): Promise<void> {
  printLines('Usage: lectern COMMAND …\n');
  const longest = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));
  for (const [name, load] of Object.entries(COMMANDS)) {
    const { command } = await load();
    printLine(`  lectern ${name.padEnd(longest)} ${command.synopsis}`);
  }
  printLines('\nlectern COMMAND --help says more. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.');
}

function sentence(name: string, cause: unknown): string {
  if (cause instanceof UsageError || cause instanceof LecternError || cause instanceof CallFailed) return cause.message;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `“${name}” failed in a way it should not: ${reason}`;
}
