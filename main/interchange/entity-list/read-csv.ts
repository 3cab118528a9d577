import {
  type EntityDraft,
  type EntityList,
  type Identifier,
  isAuthority,
  type ListField,
  type ListTarget,
  OWN_IDENTIFIER,
  ownField,
  type RowFault,
  readCoordinates,
} from '../../../db/model/index.ts';
import { BadRow } from './bad-row.ts';
import { type ListReading, mapColumns } from './columns.ts';
import { datesOf, identifierOf, nameOf, placeOf, textOf } from './facts.ts';
import { readRecords } from './records.ts';

/** Several names, or identifiers, in one cell. */
const BETWEEN = /[|;\n]/;

/**
 * Reads a table of entities, its first record the heads. Every record is either a row or a fault.
 */
export function readEntityTable(text: string, reading: ListReading = {}): EntityList {
  const [heads, ...records] = readRecords(text);
  if (heads === undefined) return { columns: [], rows: [], faults: [] };
  const fields = mapColumns(heads.cells.map(plain), reading);
  const columns = heads.cells.map((head, at) => ({ head: plain(head), field: fields[at] ?? null }));
  const rows: { row: number; draft: EntityDraft }[] = [];
  const faults: RowFault[] = [];
  for (const { number, cells, isBroken } of records) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    try {
      if (isBroken) throw new BadRow('quotes', (cells[0] ?? '').slice(0, 80));
      if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
        throw new BadRow('cells', `${cells.length} > ${columns.length}`);
      }
      rows.push({ row: number, draft: draftOf(cells, fields) });
    } catch (fault) {
      if (!(fault instanceof BadRow)) throw fault;
      faults.push({ row: number, reason: fault.reason, detail: fault.detail });
    }
  }
  return { columns, rows, faults };
}

function plain(head: string): string {
  return head.replace(/^\uFEFF/, '').trim();
}

function draftOf(cells: readonly string[], fields: readonly (ListTarget | null)[]): EntityDraft {
  const all = (field: ListField) => cells.filter((cell, at) => fields[at] === field && cell.trim() !== '');
  const one = (field: ListField) => all(field)[0];
  const id = one('id')?.trim();
  const type = one('type');
  const description = one('description');
  const dates = one('dates');
  const coordinates = coordinatesOf(one('coordinates'), one('latitude'), one('longitude'));
  return {
    name: nameOf(one('name') ?? ''),
    names: all('aliases')
      .flatMap((cell) => cell.split(BETWEEN))
      .filter((name) => name.trim() !== '')
      .map((name) => ({ name: nameOf(name), language: '', kind: '' })),
    identifiers: [...fields.entries()].flatMap(([at, field]) => identifiersOf(field, cells[at] ?? '')),
    ...(id === undefined ? {} : { id }),
    ...(type === undefined ? {} : { type: nameOf(type) }),
    ...(description === undefined ? {} : { description: textOf(description) }),
    ...(dates === undefined ? {} : { dates: datesOf(dates) }),
    ...(coordinates === undefined ? {} : { coordinates }),
    ...ownFieldsOf(cells, fields),
  };
}

function ownFieldsOf(cells: readonly string[], targets: readonly (ListTarget | null)[]): Pick<EntityDraft, 'fields'> {
  const filled = targets.flatMap((target, at) => {
    const [name, value] = [ownField(target), textOf(cells[at] ?? '')];
    return name === undefined || value === '' ? [] : [[nameOf(name), value] as const];
  });
  return filled.length === 0 ? {} : { fields: Object.fromEntries(filled) };
}

function identifiersOf(field: ListTarget | null, cell: string): Identifier[] {
  if (field === null || cell.trim() === '') return [];
  if (isAuthority(field) || field === OWN_IDENTIFIER) return [identifierOf(field, cell)];
  if (field !== 'identifiers') return [];
  return cell
    .split(BETWEEN)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [kind = '', ...value] = part.split(':');
      return identifierOf(kind.trim(), value.join(':'));
    });
}

function coordinatesOf(both: string | undefined, latitude: string | undefined, longitude: string | undefined) {
  if (both !== undefined) {
    const read = readCoordinates(both);
    if (read === null) throw new BadRow('coordinates', both.slice(0, 80));
    return read;
  }
  if (latitude === undefined && longitude === undefined) return undefined;
  const degrees = (text: string | undefined) =>
    text === undefined ? Number.NaN : Number(text.trim().replace(',', '.'));
  return placeOf(degrees(latitude), degrees(longitude), `${latitude ?? ''}, ${longitude ?? ''}`);
}
