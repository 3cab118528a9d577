/** What importing one file may take; each guards against a file made to exhaust the computer that opens it. */
export interface ImportLimits {
  /** From a file's bytes to its blocks, in minutes. */
  readonly minutes: number;
  /** Of the computer's memory, in megabytes: the program, the bytes of the file and what they are unpacked to. */
  readonly memory: number;
  /** What a document may unpack to, in megabytes; an archive of documents, eight times that. */
  readonly unpacked: number;
  /** How many times its packed size a part of a document or archive may have. */
  readonly expansion: number;
  /** How many parts a document or files an archive may have. */
  readonly entries: number;
}

/**
 * Generous for documents: a novel is one megabyte of text, a dissertation with its pictures a hundred. Deflate packs prose
 * about 3 times and repetitive tables some 50 times; 1,032 times, its utmost, is the mark of a bomb.
 */
export const USUAL_LIMITS: ImportLimits = { minutes: 5, memory: 3584, unpacked: 256, expansion: 400, entries: 20_000 };

/** Between what each may be set. Nesting is not among them: what lies deeper than is read would exhaust the program's own stack. */
export const LIMIT_BOUNDS: Readonly<Record<keyof ImportLimits, readonly [least: number, most: number]>> = {
  minutes: [1, 240],
  memory: [512, 65_536],
  unpacked: [16, 4096],
  expansion: [10, 2000],
  entries: [100, 1_000_000],
};
