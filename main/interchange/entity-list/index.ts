import type { EntityList, ListField } from '../../../db/model/index.ts';
import { decode } from '../encoding/index.ts';
import { readEntityTable } from './read-csv.ts';
import { readEntityJson } from './read-json.ts';

export { writeEntityJson, writeEntityTable } from './write.ts';

/**
 * Reads a list of entities in any encoding: JSON where it begins as an array does, a table otherwise.
 * @param said where columns of a table go, by their heads; null for nowhere
 */
export function readEntityList(bytes: Uint8Array, said?: Readonly<Record<string, ListField | null>>): EntityList {
  const { text } = decode(bytes);
  return (/^\s*\[/.test(text) ? readEntityJson(text) : null) ?? readEntityTable(text, said);
}
