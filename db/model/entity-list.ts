import type { Coordinates } from './coordinates.ts';
import type { EntityName } from './entity.ts';
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
}

/** A list as it was read: good rows, and those that cannot be taken. */
export interface EntityList {
  /** The heads of a table with where each goes; none for a list that is no table. */
  readonly columns: readonly { readonly head: string; readonly field: ListField | null }[];
  readonly rows: readonly { readonly row: number; readonly draft: EntityDraft }[];
  readonly faults: readonly RowFault[];
}
