/** Collections of sources and how far a source is read: commands, and what a plain model makes of them. */
import { command, type Maker, NAMES, some } from './command.ts';
import type { Model } from './model.ts';

type Collections = Model['collections'];

const isTaken = (all: Collections, name: string, parent: string | null, except: string) =>
  Object.entries(all).some(([id, each]) => id !== except && each.parent === parent && each.name === name);

function isAtOrBelow(all: Collections, id: string | null, root: string): boolean {
  for (let at = id; at !== null; at = all[at]?.parent ?? null) if (at === root) return true;
  return false;
}

const create: Maker = (model, random) => {
  const { collections } = model;
  const parent = random.next() < 0.4 ? null : (some(random, Object.keys(collections)) ?? null);
  const name = random.oneOf(NAMES);
  const isRefused = isTaken(collections, name, parent, '');
  return command(
    'collections.create',
    { name, parent },
    isRefused ? undefined : (id) => ({ ...model, collections: { ...collections, [id]: { name, parent } } }),
  );
};

const rename: Maker = (model, random) => {
  const { collections } = model;
  const id = some(random, Object.keys(collections));
  if (id === undefined) return;
  const name = random.oneOf(NAMES);
  const parent = collections[id]?.parent ?? null;
  const next = { ...model, collections: { ...collections, [id]: { name, parent } } };
  return command('collections.update', { id, name }, isTaken(collections, name, parent, id) ? undefined : () => next);
};

const move: Maker = (model, random) => {
  const { collections } = model;
  const id = some(random, Object.keys(collections));
  if (id === undefined) return;
  const parentId = random.next() < 0.3 ? null : (some(random, Object.keys(collections)) ?? null);
  const name = collections[id]?.name ?? '';
  const isRefused = isAtOrBelow(collections, parentId, id) || isTaken(collections, name, parentId, id);
  const next = { ...model, collections: { ...collections, [id]: { name, parent: parentId } } };
  return command('collections.move', { id, parentId }, isRefused ? undefined : () => next);
};

/** What stands in it moves up to its place. */
const remove: Maker = (model, random) => {
  const { collections, collected } = model;
  const id = some(random, Object.keys(collections));
  if (id === undefined) return;
  const parent = collections[id]?.parent ?? null;
  const { [id]: _gone, ...others } = collections;
  const below = Object.entries(others).filter(([, each]) => each.parent === id);
  const isRefused = below.some(([child, { name }]) => isTaken(others, name, parent, child));
  const next: Model = {
    ...model,
    collections: { ...others, ...Object.fromEntries(below.map(([child, each]) => [child, { ...each, parent }])) },
    collected: collected.includes(id) ? held(collected, parent === null ? [] : [parent], [id]) : collected,
  };
  return command('collections.remove', { id }, isRefused ? undefined : () => next);
};

const held = (now: readonly string[], into: readonly string[], outOf: readonly string[]) => [
  ...new Set([...now.filter((id) => !outOf.includes(id)), ...into]),
];

const arrange: Maker = (model, random, sourceId) => {
  const all = Object.keys(model.collections);
  const [one, other] = [some(random, all), some(random, all)];
  if (one === undefined || other === undefined) return;
  const into = random.next() < 0.7 ? [one] : [];
  const outOf = random.next() < 0.4 ? [other] : [];
  const next = { ...model, collected: held(model.collected, into, outOf) };
  const input = { sourceIds: [sourceId], into, outOf };
  return command('collections.arrange', input, model.sourceTrashed ? undefined : () => next);
};

const setStatus: Maker = (model, random, sourceId) => {
  const status = random.oneOf(['unread', 'reading', 'read'] as const);
  const next = { ...model, status };
  return command('sources.update', { id: sourceId, status }, model.sourceTrashed ? undefined : () => next);
};

export const COLLECTING: readonly Maker[] = [create, create, rename, move, remove, arrange, arrange, setStatus];
