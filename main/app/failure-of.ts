import { inOurWords } from '../../db/index.ts';
import { type Failure, LecternError } from '../../db/model/index.ts';
import type { Log } from './ports.ts';

/** Sentences say back what was asked for, but not a megabyte of it. In UTF-16 units. */
const LONGEST = 1_000;

/** Whatever was thrown, as a failure. What nobody meant to throw is written to the log and never leaves the house. */
export function failureOf(error: unknown, method: string, log: Log): Failure {
  const known = inOurWords(error);
  if (known instanceof LecternError) return short(known.toFailure());
  log.error(`“${method}” failed`, error);
  return {
    code: 'internal',
    message: 'Something went wrong inside Lectern. Nothing was changed; what was saved is still saved.',
    details: { method },
  };
}

function short({ code, message, details = {} }: Failure): Failure {
  const entries = Object.entries(details).map(
    ([name, value]) => [name, typeof value === 'string' ? cut(value) : value] as const,
  );
  return { code, message: cut(message), details: Object.fromEntries(entries) };
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
