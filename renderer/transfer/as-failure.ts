import { FAILURE_CODES, type Failure, type ImportedFile } from '../../main/contract/index.ts';

/** The failure of one file as any other; a code this window does not know reads as `internal`. */
export function asFailure({ code, message, details }: NonNullable<ImportedFile['failure']>): Failure {
  const known = FAILURE_CODES.find((each) => each === code) ?? 'internal';
  return { code: known, message, ...(details ? { details } : {}) };
}
