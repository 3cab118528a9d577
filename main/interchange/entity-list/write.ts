import Papa from 'papaparse';
import { AUTHORITIES, type Entity, isAuthority } from '../../../db/model/index.ts';

const HEADS = ['id', 'type', 'name', 'aliases', 'description', 'dates', 'latitude', 'longitude', ...AUTHORITIES];

/**
 * Entities as a table of comma-separated values with a byte-order mark, by which spreadsheets know UTF-8. Several in a
 * cell stand with a bar between them; of two numbers of one register the second stands among the other identifiers.
 */
export function writeEntityTable(entities: readonly Entity[]): string {
  const rows = entities.map(({ id, type, name, aliases, description, dates, coordinates, identifiers }) => {
    const first = AUTHORITIES.map((kind) => identifiers.find((each) => each.kind === kind));
    const others = identifiers.filter((each) => !isAuthority(each.kind) || !first.includes(each));
    return [
      id,
      type,
      name,
      aliases.join(' | '),
      description,
      dates,
      coordinates?.latitude ?? '',
      coordinates?.longitude ?? '',
      ...first.map((each) => each?.value ?? ''),
      others.map(({ kind, value }) => `${kind}: ${value}`).join(' | '),
    ];
  });
  return `\uFEFF${Papa.unparse([[...HEADS, 'identifiers'], ...rows], { newline: '\r\n' })}\r\n`;
}

/** Entities as an array of objects, one a line; everything that is known of each but what the notebook counts. */
export function writeEntityJson(entities: readonly Entity[]): string {
  const lines = entities.map(({ id, type, name, names, description, dates, identifiers, coordinates }) =>
    JSON.stringify({ id, type, name, names, description, dates, identifiers, coordinates }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}
