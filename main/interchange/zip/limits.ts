import { type ImportLimits, USUAL_LIMITS } from '../../../db/model/index.ts';

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

const MEGABYTE = 1024 * 1024;
/** Smaller parts may be of one letter as often as they like. */
const RATIO_FROM = 4 * MEGABYTE;

/** For a document that is an archive. */
export function documentLimits({ unpacked, expansion, entries }: ImportLimits = USUAL_LIMITS): ArchiveLimits {
  const totalBytes = unpacked * MEGABYTE;
  return { entries, entryBytes: totalBytes / 2, totalBytes, ratio: expansion, ratioFrom: RATIO_FROM };
}

/** For an archive of many documents, and the archives in it: ten years of material and its scans. */
export function collectionLimits({ unpacked, expansion, entries }: ImportLimits = USUAL_LIMITS): ArchiveLimits {
  const entryBytes = unpacked * MEGABYTE;
  return { entries, entryBytes, totalBytes: entryBytes * 8, ratio: expansion, ratioFrom: RATIO_FROM };
}
