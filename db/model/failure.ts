/** Every way a request can fail. The list is closed: the interface has a sentence for each, in each language. */
export const FAILURE_CODES = [
  'bad-input',
  'unknown-method',
  'not-found',
  'no-notebook',
  'file-missing',
  'file-exists',
  'folder-missing',
  'path-not-whole',
  'not-a-notebook',
  'newer-notebook',
  'notebook-in-use',
  'notebook-damaged',
  'notebook-moved',
  'strange-notebook',
  'stray-journal',
  'read-only',
  'cannot-read',
  'cannot-write',
  'disk-full',
  'conflict',
  'not-allowed',
  'name-taken',
  'name-too-long',
  'would-make-a-cycle',
  'outside-the-text',
  'empty-file',
  'unsupported-format',
  'damaged-file',
  'encrypted-file',
  'password-needed',
  'wrong-password',
  'is-archive',
  'unknown-encoding',
  'too-large',
  'not-an-image',
  'image-too-large',
  'too-laborious',
  'reader-lost',
  'bad-style',
  'bad-dates',
  'bad-identifier',
  'no-browser',
  'cannot-print',
  'nothing-to-undo',
  'nothing-to-redo',
  'deleted-for-good',
  'cancelled',
  'engine-lost',
  'internal',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** Values the sentences of the catalogue name, for instance `{ name: 'war.txt' }`. */
export type FailureDetails = Readonly<Record<string, string | number>>;

/** A failure as data, the form in which it crosses every boundary. `message` is one English sentence for scripts. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly details?: FailureDetails;
}

/** The one error class thrown on purpose; the dispatcher turns it into a `Failure`. */
export class LecternError extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LecternError';
    this.code = code;
    this.details = details;
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message, details: this.details };
  }
}
