import { fold, LIST_FIELDS, type ListField, type ListTarget } from '../../../db/model/index.ts';

/** How columns are called in lists of others, folded; in English and Norwegian. */
const CALLED: Readonly<Partial<Record<ListField, readonly string[]>>> = {
  id: ['lectern id'],
  name: ['navn', 'label', 'preferred name', 'canonical name', 'title', 'itemlabel'],
  type: ['kind', 'category', 'kategori', 'slag', 'class'],
  aliases: ['alias', 'other names', 'andre navn', 'alternative names', 'variants', 'varianter', 'altlabel', 'also'],
  description: ['beskrivelse', 'note', 'merknad', 'comment', 'kommentar', 'itemdescription'],
  dates: ['date', 'dato', 'datoer', 'dateringer', 'life', 'levetid'],
  coordinates: ['koordinater', 'coord', 'geo', 'location'],
  latitude: ['lat', 'breddegrad', 'bredde'],
  longitude: ['lon', 'lng', 'long', 'lengdegrad', 'lengde'],
  wikidata: ['qid', 'wikidata id', 'item'],
  viaf: ['viaf id'],
  geonames: ['geonames id', 'geonameid'],
  gnd: ['gnd id'],
  orcid: ['orcid id'],
  own: ['identifier', 'identifikator', 'own id', 'ref'],
  identifiers: ['identifikatorer'],
};

/** What is known of a list before it is read. */
export interface ListReading {
  /** Where columns of a table go, by their heads; null for nowhere. */
  readonly said?: Readonly<Record<string, ListTarget | null>> | undefined;
  /** The own fields there are in the notebook. */
  readonly own?: readonly string[] | undefined;
}

/**
 * Where each column goes: as somebody said by its head, else by what it is called; null for one nobody knows. No two
 * columns go to one place, except that several may be identifiers or aliases.
 */
export function mapColumns(heads: readonly string[], { said = {}, own = [] }: ListReading): (ListTarget | null)[] {
  const taken = new Set(Object.values(said));
  return heads.map((head) => {
    if (Object.hasOwn(said, head)) return said[head] ?? null;
    const field = target(head, own);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** One that says `field:` is an own field, and so is one that is called like one there is and like nothing else. */
function target(head: string, own: readonly string[]): ListTarget | null {
  const [, said] = /^field:\s*(.+)$/is.exec(head) ?? [];
  if (said !== undefined) return `field:${said.trim()}`;
  const known = own.find((name) => name === head) ?? own.find((name) => fold(name) === fold(head));
  return guess(head) ?? (known === undefined ? null : `field:${known}`);
}

/** Whether a column of this head goes to a fact every entity may have. */
export function isUsualHead(head: string): boolean {
  return guess(head) !== null;
}

function guess(head: string): ListField | null {
  const called = fold(head)
    .replace(/[\s_\-.:]+/g, ' ')
    .trim();
  return LIST_FIELDS.find((field) => field === called || CALLED[field]?.some((name) => fold(name) === called)) ?? null;
}
