/** The types every notebook has: they keep their names, which the catalogues say in each language. */
export const ENTITY_TYPES = ['person', 'place', 'organisation', 'event', 'work', 'concept'] as const;

/** Colours of the signs of types, by their names in the style sheets: each is readable on paper by day and by night. */
export const TYPE_COLOURS = [...ENTITY_TYPES, 'rose', 'leaf', 'sky', 'brown', 'moss', 'graphite'] as const;

export type TypeColour = (typeof TYPE_COLOURS)[number];

/** Shapes of the signs of types. */
export const TYPE_SHAPES = [
  'square',
  'diamond',
  'pentagon',
  'triangle',
  'hexagon',
  'circle',
  'star',
  'cross',
  'half',
  'drop',
] as const;

export type TypeShape = (typeof TYPE_SHAPES)[number];

/** A type of entities with its sign and its own fields. */
export interface EntityType {
  readonly name: string;
  /** One of `TYPE_COLOURS`; another program may have written any CSS colour. */
  readonly colour: string;
  readonly shape: string;
  /** What entities of this type have beside what all have, in the order in which it is shown: “rank”, “tonnage”. */
  readonly fields: readonly string[];
  /** Entities of it outside the trash. */
  readonly entities: number;
}

export function isBuiltInType(name: string): boolean {
  return ENTITY_TYPES.some((type) => type === name);
}

/** What an entity has in the fields of its type, and in others it was given once, by the names of the fields. */
export type OwnFields = Readonly<Record<string, string>>;

/** What stands in one of them, empty where nothing does; a field may be called as every object has a property called (“constructor”). */
export function valueOfField(fields: OwnFields, name: string): string {
  return Object.hasOwn(fields, name) ? (fields[name] ?? '') : '';
}
