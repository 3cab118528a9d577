import type { Coordinates } from './coordinates.ts';
import type { EntityName } from './entity.ts';
import type { OwnFields } from './entity-type.ts';
import type { Identifier } from './identifier.ts';

/** Where a column of a list goes: a fact of an entity, or an identifier of that kind. A closed list. */
export const LIST_FIELDS = [
  'id',
  'name',
  'type',
  'aliases',
  'description',
  'dates',
  'coordinates',
  'latitude',
  'longitude',
  'wikidata',
  'viaf',
  'geonames',
  'gnd',
  'orcid',
  'own',
  'identifiers',
] as const;

export type ListField = (typeof LIST_FIELDS)[number];

/** Where a column goes: to a fact every entity may have, or to a field of the researcher's own. */
export type ListTarget = ListField | `field:${string}`;

/** The name of the own field a column goes to, where it goes to one. */
export function ownField(target: ListTarget | null): string | undefined {
  return target?.startsWith('field:') ? target.slice('field:'.length) : undefined;
}

export function isListTarget(text: string): text is ListTarget {
  return (
    LIST_FIELDS.some((field) => field === text) || (text.startsWith('field:') && text.trim().length > 'field:'.length)
  );
}

/** Why a row cannot be taken. A closed list. */
export const ROW_FAULTS = [
  'no-name',
  'too-long',
  'quotes',
  'cells',
  'form',
  'dates',
  'identifier',
  'coordinates',
  'language',
  'ambiguous',
  'gone',
] as const;

export type RowFaultReason = (typeof ROW_FAULTS)[number];

/** A row that cannot be taken: its number as a spreadsheet counts, the heads being 1, and what in it will not do. */
export interface RowFault {
  readonly row: number;
  readonly reason: RowFaultReason;
  readonly detail: string;
}

/** What a row says of an entity; what it does not say is left out. */
export interface EntityDraft {
  /** Of an entity in this notebook. */
  readonly id?: string;
  readonly type?: string;
  readonly name: string;
  readonly names: readonly EntityName[];
  readonly description?: string;
  readonly dates?: string;
  readonly identifiers: readonly Identifier[];
  readonly coordinates?: Coordinates;
  readonly fields?: OwnFields;
}

/** A list as it was read: good rows, and those that cannot be taken. */
export interface EntityList {
  /** The heads of a table with where each goes; none for a list that is no table. */
  readonly columns: readonly { readonly head: string; readonly field: ListTarget | null }[];
  readonly rows: readonly { readonly row: number; readonly draft: EntityDraft }[];
  readonly faults: readonly RowFault[];
}
