/** What an archive may ask for; each guards against a file made to exhaust the computer that opens it. */
export interface ArchiveLimits {
  /** Entries in the central directory. */
  readonly entries: number;
  /** Bytes of one unpacked entry. */
  readonly entryBytes: number;
  /** Bytes of all entries that are unpacked. */
  readonly totalBytes: number;
  /** How many times its packed size an entry may have, once it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/**
 * Generous for documents: a novel is one megabyte of text, a dissertation with its pictures a hundred. Deflate packs prose
 * about 3 times and repetitive tables some 50 times; 1,032 times, its utmost, is the mark of a bomb.
 */
export const DOCUMENT_LIMITS: ArchiveLimits = {
  entries: 20_000,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 400,
  ratioFrom: 4 * 1024 * 1024,
};

/** For an archive of many documents, and the archives in it: ten years of material and its scans. */
export const COLLECTION_LIMITS: ArchiveLimits = {
  entries: 20_000,
  entryBytes: 256 * 1024 * 1024,
  totalBytes: 2 * 1024 * 1024 * 1024,
  ratio: 400,
  ratioFrom: 4 * 1024 * 1024,
};
