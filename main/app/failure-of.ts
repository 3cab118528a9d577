import { inOurWords } from '../../db/index.ts';
import { type Failure, LecternError } from '../../db/model/index.ts';
import type { Log } from './ports.ts';

/** Whatever was thrown, as a failure. What nobody meant to throw is written to the log and never leaves the house. */
export function failureOf(error: unknown, method: string, log: Log): Failure {
  const known = inOurWords(error);
  if (known instanceof LecternError) return known.toFailure();
  log.error(`“${method}” failed`, error);
  return {
    code: 'internal',
    message: 'Something went wrong inside Lectern. Nothing was changed; what was saved is still saved.',
    details: { method },
  };
}
