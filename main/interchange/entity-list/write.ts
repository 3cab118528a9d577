import Papa from 'papaparse';
import { AUTHORITIES, type Entity, isAuthority, valueOfField } from '../../../db/model/index.ts';
import { isUsualHead } from './columns.ts';

const HEADS = ['id', 'type', 'name', 'aliases', 'description', 'dates', 'latitude', 'longitude', ...AUTHORITIES];

/**
 * Entities as a table of comma-separated values with a byte-order mark, by which spreadsheets know UTF-8. Several in a
 * cell stand with a bar between them; of two numbers of one register the second stands among the other identifiers.
 */
export function writeEntityTable(entities: readonly Entity[]): string {
  const own = [...new Set(entities.flatMap(({ fields }) => Object.keys(fields)))];
  // A field of the researcher's that is called like a usual column says that it is none.
  const ownHeads = own.map((name) => (isUsualHead(name) || name.startsWith('field:') ? `field: ${name}` : name));
  const rows = entities.map(({ id, type, name, aliases, description, dates, coordinates, identifiers, fields }) => {
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
      ...own.map((field) => valueOfField(fields, field)),
    ];
  });
  return `\uFEFF${Papa.unparse([[...HEADS, 'identifiers', ...ownHeads], ...rows], { newline: '\r\n' })}\r\n`;
}

/** Entities as an array of objects, one a line; everything that is known of each but what the notebook counts. */
export function writeEntityJson(entities: readonly Entity[]): string {
  const lines = entities.map(({ id, type, name, names, description, dates, identifiers, coordinates, fields }) =>
    JSON.stringify({ id, type, name, names, description, dates, identifiers, coordinates, fields }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}
