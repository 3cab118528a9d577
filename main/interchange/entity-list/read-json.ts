import {
  type EntityDraft,
  type EntityList,
  NAME_KINDS,
  type OwnFields,
  type RowFault,
} from '../../../db/model/index.ts';
import { BadRow } from './bad-row.ts';
import { datesOf, identifierOf, languageOf, nameOf, placeOf, textOf } from './facts.ts';

type Thing = Readonly<Record<string, unknown>>;

/**
 * Reads entities as Lectern writes them, an array of objects; an entry that will not do is a fault of its own. Fields
 * nobody knows are left aside. Null where the text is no JSON, or no array.
 */
export function readEntityJson(text: string): EntityList | null {
  const entries = parsed(text);
  if (!Array.isArray(entries)) return null;
  const rows: { row: number; draft: EntityDraft }[] = [];
  const faults: RowFault[] = [];
  for (const [at, entry] of entries.entries()) {
    try {
      if (!isThing(entry)) throw new BadRow('form', '');
      rows.push({ row: at + 1, draft: draftOf(entry) });
    } catch (fault) {
      if (!(fault instanceof BadRow)) throw fault;
      faults.push({ row: at + 1, reason: fault.reason, detail: fault.detail });
    }
  }
  return { columns: [], rows, faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function draftOf(entry: Thing): EntityDraft {
  const { id, type, description, dates, coordinates } = entry;
  return {
    name: nameOf(string(entry['name'], 'name')),
    names: namesOf(entry),
    identifiers: list(entry['identifiers'], 'identifiers').map((each) => {
      if (!isThing(each)) throw new BadRow('form', 'identifiers');
      return identifierOf(string(each['kind'], 'kind'), string(each['value'], 'value'));
    }),
    ...(id === undefined ? {} : { id: string(id, 'id') }),
    ...(type === undefined ? {} : { type: nameOf(string(type, 'type')) }),
    ...(description === undefined ? {} : { description: textOf(string(description, 'description')) }),
    ...(dates === undefined ? {} : { dates: datesOf(string(dates, 'dates')) }),
    ...(isThing(coordinates)
      ? { coordinates: placeOf(Number(coordinates['latitude']), Number(coordinates['longitude']), 'coordinates') }
      : {}),
    ...(entry['fields'] === undefined ? {} : { fields: ownFieldsOf(entry['fields']) }),
  };
}

function ownFieldsOf(fields: unknown): OwnFields {
  if (!isThing(fields)) throw new BadRow('form', 'fields');
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [nameOf(name), textOf(string(value, name))]));
}

/** `names` says more than `aliases` and stands for it where both are there. */
function namesOf(entry: Thing): EntityDraft['names'] {
  return list(entry['names'] ?? entry['aliases'], 'names').map((each) => {
    if (typeof each === 'string') return { name: nameOf(each), language: '', kind: '' };
    if (!isThing(each)) throw new BadRow('form', 'names');
    return {
      name: nameOf(string(each['name'], 'name')),
      language: languageOf(string(each['language'] ?? '', 'language')),
      kind: NAME_KINDS.find((kind) => kind === each['kind']) ?? '',
    };
  });
}

function string(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw new BadRow('form', field);
}

function list(value: unknown, field: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new BadRow('form', field);
}
