import { type Entry, fromBufferPromise } from 'yauzl';
import { type Failure, LecternError } from '../../../db/model/index.ts';
import { isArchive } from '../recognise/index.ts';
import { collectionLimits, type Unpacked, unpackEntry } from '../zip/index.ts';
import { entryPath, isHidden, staysInside } from './entry-name.ts';

/** A file of an archive under its path in it, or why it cannot be had. */
export type ArchiveEntry =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly failure: Failure };

/** An archive in an archive in an archive: more is made by nobody who means well. */
const DEEPEST = 3;

interface Spent extends Unpacked {
  entries: number;
}

/**
 * The files of a zip archive one by one, those of archives in it included; what cannot be had is named with its reason and
 * keeps no other from being had. Folders and what is hidden are passed over. Nothing is written anywhere.
 * @param name of the archive; the paths of its files begin with it
 * @param wanted asked before a file is unpacked
 * @throws LecternError `damaged-file` where its directory cannot be read, `too-large` where it has too many entries
 */
export async function* unpackArchive(
  bytes: Uint8Array,
  name: string,
  wanted: (path: string) => boolean = () => true,
  limits = collectionLimits(),
): AsyncGenerator<ArchiveEntry, undefined> {
  yield* within(bytes, name, 1, { entries: 0, bytes: 0 });

  async function* within(packed: Uint8Array, outer: string, depth: number, spent: Spent): AsyncGenerator<ArchiveEntry> {
    const archive = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
    const zip = await orDamaged(outer, () =>
      fromBufferPromise(archive, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false }),
    );
    spent.entries += zip.entryCount;
    if (spent.entries > limits.entries) {
      throw new LecternError('too-large', `“${outer}” holds too many files.`, { name: outer });
    }
    const entries: Entry[] = [];
    await orDamaged(outer, async () => {
      for await (const entry of zip.eachEntry()) entries.push(entry);
    });
    for (const entry of entries) {
      // Undecoded, as asked for, whatever the type says.
      const inside = entryPath(entry.fileName as unknown as Buffer);
      const path = `${outer}/${inside}`;
      if (inside.endsWith('/') || isHidden(inside)) continue;
      // An archive is opened for the one file of it that is wanted.
      try {
        if (!staysInside(inside))
          throw new LecternError('not-allowed', `“${path}” leads out of its archive.`, { name: path });
        const file = await unpackEntry(zip, archive, entry, inside, { fileName: path, limits, unpacked: spent });
        if (!isArchive(file, path)) {
          if (wanted(path)) yield { path, bytes: file };
        } else if (depth < DEEPEST) yield* within(file, path, depth + 1, spent);
        else throw new LecternError('too-large', `“${path}” lies too deep in archives.`, { name: path });
      } catch (error) {
        if (!(error instanceof LecternError)) throw error;
        if (wanted(path)) yield { path, failure: error.toFailure() };
      }
    }
  }
}

async function orDamaged<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LecternError('damaged-file', `“${name}” is damaged: ${why}.`, { name });
  }
}
