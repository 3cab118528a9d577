import type { ParseArgsConfig } from 'node:util';

/** What a command was given after its name. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** One command of the command line. */
export interface Command {
  /** What follows its name: `NOTEBOOK FILE… [--json]`. */
  readonly synopsis: string;
  /** The text of `--help`, below the synopsis. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many words it takes, options aside. */
  readonly words: { readonly least: number; readonly most: number };
  /** @throws UsageError, LecternError or CallFailed */
  run(given: Given): Promise<void>;
}

/** The command was called in a way it does not know: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The value of an option that takes one. */
export function text(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given several times. */
export function several(given: Given, name: string): readonly string[] {
  const values = given.options[name];
  return Array.isArray(values) ? values : [];
}

/** The word at a place `words.least` guarantees. */
export function word(given: Given, at: number): string {
  return given.words[at] ?? '';
}

/** The value of an option that takes a whole number within limits. */
export function wholeNumber(given: Given, name: string, least: number, most: number): number | undefined {
  const value = text(given, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not “${value}”.`);
}
