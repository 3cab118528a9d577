import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LecternError } from '../../../db/model/index.ts';
import { type ArchiveLimits, documentLimits } from './limits.ts';

/** A zip archive in memory, whose entries are unpacked one by one as they are asked for. Nothing is written anywhere. */
export interface Archive {
  /** Names of the files in it, in the order of its directory; folders are left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * Unpacks an entry.
   * @throws LecternError `damaged-file` where there is none of that name or its bytes are not what the directory says,
   *   `too-large` beyond the limits, `encrypted-file` where a password would be needed
   */
  read(name: string): Promise<Uint8Array>;
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens an archive by its central directory (PKWARE APPNOTE 6.3.10, 4.3.12), as yauzl reads it: names that climb out of the
 * archive, contradictory sizes and cut-off directories are refused.
 * @param fileName of the archive, for the sentences
 * @throws LecternError `damaged-file`, `too-large`
 */
export async function openArchive(
  bytes: Uint8Array,
  fileName: string,
  limits: ArchiveLimits = documentLimits(),
): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, Entry>();
  const zip = await orDamaged(fileName, () =>
    fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }),
  );
  if (zip.entryCount > limits.entries) throw tooLarge(fileName, 'has too many parts');
  await orDamaged(fileName, async () => {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
    }
  });
  const unpacked: Unpacked = { bytes: 0 };

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw damaged(fileName, `it has no part “${name}”`);
      return unpackEntry(zip, buffer, entry, name, { fileName, limits, unpacked });
    },
  };
}

/** What was unpacked of an archive so far, and of the archives in it. */
export interface Unpacked {
  bytes: number;
}

export interface Unpacking {
  /** For the sentences. */
  readonly fileName: string;
  readonly limits: ArchiveLimits;
  readonly unpacked: Unpacked;
}

/**
 * The bytes of one entry, when they are what the directory says and within the limits.
 * @param name of the entry, for the sentence
 * @throws LecternError as `Archive.read` says
 */
export async function unpackEntry(
  zip: ZipFile,
  archive: Buffer,
  entry: Entry,
  name: string,
  { fileName, limits, unpacked }: Unpacking,
): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw encrypted(fileName);
  const { uncompressedSize: size, compressedSize: packed } = entry;
  unpacked.bytes += size;
  const expanded = size > limits.ratioFrom && size > packed * limits.ratio;
  if (size > limits.entryBytes || unpacked.bytes > limits.totalBytes || expanded) {
    throw tooLarge(fileName, 'unpacks to more than a document of its size can hold');
  }
  const { fileDataStart } = await orDamaged(fileName, () => zip.readLocalFileHeaderPromise(entry, { minimal: true }));
  const raw = archive.subarray(fileDataStart, fileDataStart + packed);
  const bytes = await orDamaged(fileName, async () => unpack(raw, entry.compressionMethod, size));
  if (bytes.length !== size || crc32(bytes) !== entry.crc32) {
    throw damaged(fileName, `its part “${name}” is not what it should be`);
  }
  return bytes;
}

/** At most one byte more than announced is unpacked, so that a header that lies costs nothing. */
function unpack(raw: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return raw;
  if (method === DEFLATED) {
    try {
      return inflateRawSync(raw, { maxOutputLength: size + 1 });
    } catch (error) {
      if (error instanceof RangeError) throw new Error('a part of it holds more than it says');
      throw error;
    }
  }
  throw new Error(`compression method ${method} is not known`);
}

async function orDamaged<T>(fileName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw damaged(fileName, error instanceof Error ? error.message : String(error));
  }
}

function damaged(name: string, why: string): LecternError {
  return new LecternError('damaged-file', `“${name}” is damaged: ${why.replace(/\.$/, '')}.`, { name });
}

function tooLarge(name: string, why: string): LecternError {
  return new LecternError('too-large', `“${name}” ${why}.`, { name });
}

function encrypted(name: string): LecternError {
  return new LecternError('encrypted-file', `“${name}” is protected by a password.`, { name });
}
