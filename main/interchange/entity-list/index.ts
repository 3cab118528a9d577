import { type EntityList, LecternError } from '../../../db/model/index.ts';
import { decode } from '../encoding/index.ts';
import type { ListReading } from './columns.ts';
import { readEntityTable } from './read-csv.ts';
import { readEntityJson } from './read-json.ts';

export { writeEntityJson, writeEntityTable } from './write.ts';

/** More than a hundred thousand entities weigh, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Reads a list of entities in any encoding: JSON where it begins as an array does, a table otherwise.
 * @param name of the file, for a failure
 * @throws LecternError `too-large`
 */
export function readEntityList(bytes: Uint8Array, name: string, reading: ListReading = {}): EntityList {
  if (bytes.length > LARGEST) {
    throw new LecternError('too-large', `“${name}” is larger than 32 MB, which no list of entities is.`, { name });
  }
  const { text } = decode(bytes);
  return (/^\s*\[/.test(text) ? readEntityJson(text) : null) ?? readEntityTable(text, reading);
}
