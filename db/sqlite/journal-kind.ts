import { APPLICATION_ID } from './handle.ts';
import { wasReplaced } from './owner.ts';
import { pieceOf, sizeOf } from './piece.ts';

const JOURNAL_MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
/** A journal whose header was wiped is one whose work is done; SQLite leaves it so while it keeps a file to itself. */
const DONE = Buffer.alloc(8);
/** So many records are looked through for the first page. */
const MOST_RECORDS = 64;

export type JournalKind = 'own' | 'foreign' | 'done' | 'none';

/**
 * Whose a rollback journal is (https://sqlite.org/fileformat2.html#the_rollback_journal), by the size of its pages, how
 * many there were, whether the file is still the one it was made for, and, where it holds the first page, which change it
 * is of. `done`: there is nothing to take back.
 * @param header of the notebook, its first 100 bytes
 */
export function journalKind(journal: string, path: string, header: Buffer): JournalKind {
  const head = pieceOf(journal, 0, 28);
  const magic = head.subarray(0, 8);
  if (magic.equals(DONE)) return 'done';
  if (head.length < 28 || !magic.equals(JOURNAL_MAGIC)) return 'none';
  const pageSize = head.readUInt32BE(24);
  const stated = header.readUInt16BE(16);
  if (pageSize !== (stated === 1 ? 65_536 : stated)) return 'foreign';
  const pages = head.readUInt32BE(16);
  // Taken in, a journal from before there were pages would leave an empty file.
  if (pages === 0 || pages * pageSize > sizeOf(path)) return 'foreign';
  if (wasReplaced(path)) return 'foreign';
  // Behind the records of this change may lie those of earlier ones, which a killed program left: they say nothing.
  const records = Math.min(head.readUInt32BE(8), MOST_RECORDS);
  const first = firstPage(journal, { sector: head.readUInt32BE(20), pageSize, records });
  if (first === undefined) return 'own';
  const change = (page: Buffer) => page.readUInt32BE(24);
  const follows = [0, 1].includes(change(header) - change(first));
  return follows && first.readUInt32BE(68) === APPLICATION_ID ? 'own' : 'foreign';
}

interface Records {
  /** Bytes of the journal's header. */
  readonly sector: number;
  readonly pageSize: number;
  readonly records: number;
}

/** The first page of the file as the journal keeps it, where it is among the first records. */
function firstPage(journal: string, { sector, pageSize, records }: Records): Buffer | undefined {
  const record = pageSize + 8;
  for (let at = sector; at < sector + records * record; at += record) {
    const found = pieceOf(journal, at, 4 + 100);
    if (found.length < 104) return undefined;
    if (found.readUInt32BE(0) === 1) return found.subarray(4);
  }
  return undefined;
}
