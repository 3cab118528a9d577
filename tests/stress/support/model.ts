/** A notebook as plain values, for tests that hold the real one to it: what a thing is, and whether it is in the trash. */

export interface Tag {
  readonly name: string;
  readonly parent: string | null;
  readonly memo: string;
  readonly trashed: boolean;
}

export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly colour: string;
  readonly comment: string;
  readonly tags: readonly string[];
  readonly trashed: boolean;
}

export interface Entity {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly trashed: boolean;
}

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

export interface Note {
  readonly title: string;
  readonly text: string;
  readonly trashed: boolean;
}

export interface Item {
  readonly outline: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly ref: string | null;
  readonly text: string;
}

export interface Model {
  readonly sourceTrashed: boolean;
  readonly status: 'unread' | 'reading' | 'read';
  readonly collections: Readonly<Record<string, { readonly name: string; readonly parent: string | null }>>;
  /** The collections the source is in. */
  readonly collected: readonly string[];
  readonly tags: Readonly<Record<string, Tag>>;
  readonly highlights: Readonly<Record<string, Highlight>>;
  readonly entities: Readonly<Record<string, Entity>>;
  readonly mentions: Readonly<Record<string, Mention>>;
  readonly relations: Readonly<Record<string, Relation>>;
  readonly notes: Readonly<Record<string, Note>>;
  readonly outlines: Readonly<Record<string, { readonly title: string; readonly trashed: boolean }>>;
  /** Siblings stand in it in their order. */
  readonly items: readonly (readonly [id: string, item: Item])[];
}

export const EMPTY: Model = {
  sourceTrashed: false,
  status: 'unread',
  collections: {},
  collected: [],
  tags: {},
  highlights: {},
  entities: {},
  mentions: {},
  relations: {},
  notes: {},
  outlines: {},
  items: [],
};

type Things = 'tags' | 'highlights' | 'entities' | 'mentions' | 'relations' | 'notes' | 'outlines';

/** The model with one thing new or changed. */
export function put<N extends Things>(model: Model, noun: N, id: string, change: Partial<Model[N][string]>): Model {
  return { ...model, [noun]: { ...model[noun], [id]: { ...model[noun][id], ...change } } };
}

export function without(model: Model, noun: Things, id: string): Model {
  const { [id]: _gone, ...rest } = model[noun] as Record<string, unknown>;
  return { ...model, [noun]: rest };
}

export const alive = (things: Readonly<Record<string, { readonly trashed: boolean }>>): string[] =>
  Object.entries(things).flatMap(([id, { trashed }]) => (trashed ? [] : [id]));

const childrenOf = (model: Model, parent: string | null) =>
  alive(model.tags).filter((id) => model.tags[id]?.parent === parent);

export const isNameTaken = (model: Model, name: string, parent: string | null, except = '') =>
  childrenOf(model, parent).some((id) => id !== except && model.tags[id]?.name === name);

export function isAtOrBelow(model: Model, id: string | null, root: string): boolean {
  for (let at = id; at !== null; at = model.tags[at]?.parent ?? null) if (at === root) return true;
  return false;
}

/** What removing a tag comes to: what stands below it moves up. Undefined where a name is taken there. */
export function removeTag(model: Model, id: string): Model | undefined {
  const parent = model.tags[id]?.parent ?? null;
  let next = put(model, 'tags', id, { trashed: true });
  for (const child of childrenOf(model, id)) {
    if (isNameTaken(next, model.tags[child]?.name ?? '', parent, child)) return undefined;
    next = put(next, 'tags', child, { parent });
  }
  return next;
}

/** What merging one tag into another comes to. */
export function mergeTags(model: Model, id: string, into: string): Model | undefined {
  const parent = model.tags[id]?.parent ?? null;
  let next = put(model, 'tags', id, { trashed: true });
  if (isAtOrBelow(model, into, id)) {
    if (isNameTaken(next, model.tags[into]?.name ?? '', parent, into)) return undefined;
    next = put(next, 'tags', into, { parent });
  }
  return absorb(next, id, into);
}

function absorb(model: Model, id: string, into: string): Model {
  let next = model;
  for (const [highlight, { tags }] of Object.entries(model.highlights)) {
    if (!tags.includes(id)) continue;
    const others = tags.filter((tag) => tag !== id && tag !== into);
    next = put(next, 'highlights', highlight, { tags: [...others, into] });
  }
  const memo = model.tags[id]?.memo ?? '';
  const own = model.tags[into]?.memo ?? '';
  if (memo !== '' && memo !== own)
    next = put(next, 'tags', into, { memo: `${own}\n\n${memo}`.replace(/^\n+|\n+$/g, '') });
  for (const child of childrenOf(next, id)) {
    const name = next.tags[child]?.name;
    const namesake = childrenOf(next, into).find((each) => next.tags[each]?.name === name);
    if (namesake === undefined) next = put(next, 'tags', child, { parent: into });
    else next = absorb(put(next, 'tags', child, { trashed: true }), child, namesake);
  }
  return next;
}

/** What merging one entity into another comes to: names, mentions, relations and places in outlines go over. */
export function mergeEntities(model: Model, id: string, into: string): Model {
  const from = model.entities[id];
  const to = model.entities[into];
  if (!from || !to) return model;
  const aliases = [...new Set([...to.aliases, from.name, ...from.aliases])].filter((name) => name !== to.name);
  let next = put(put(model, 'entities', into, { aliases }), 'entities', id, { trashed: true });
  for (const [mention, { start, end, entity }] of Object.entries(model.mentions)) {
    if (entity !== id) continue;
    const isThere = Object.values(next.mentions).some(
      (each) => each.entity === into && each.start === start && each.end === end,
    );
    next = isThere ? without(next, 'mentions', mention) : put(next, 'mentions', mention, { entity: into });
  }
  for (const [relation, { from: one, to: other }] of Object.entries(model.relations)) {
    if (one !== id && other !== id) continue;
    const ends = { from: one === id ? into : one, to: other === id ? into : other };
    next = ends.from === ends.to ? without(next, 'relations', relation) : put(next, 'relations', relation, ends);
  }
  const items = next.items.map(([key, item]) => [key, item.ref === id ? { ...item, ref: into } : item] as const);
  return { ...next, items };
}

/** Puts an item among its new siblings, at a place counted from 0. */
export function placeItem(model: Model, id: string, item: Item, position: number): Model {
  const others = model.items.filter(([each]) => each !== id);
  const siblings = others.filter(([, each]) => each.outline === item.outline && each.parent === item.parent);
  const next = siblings[position]?.[0];
  const at = next === undefined ? others.length : others.findIndex(([each]) => each === next);
  return { ...model, items: others.toSpliced(at, 0, [id, item]) };
}

export function isItemAtOrBelow(model: Model, id: string | null, root: string): boolean {
  const items = new Map(model.items);
  for (let at = id; at !== null; at = items.get(at)?.parent ?? null) if (at === root) return true;
  return false;
}
