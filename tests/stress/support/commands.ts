import { COLOURS } from '../../../db/model/index.ts';
import type { Chance } from '../../support/stress.ts';
import { COLLECTING } from './collecting.ts';
import { type Command, command, type Maker, NAMES, some } from './command.ts';
import * as m from './model.ts';

export const LENGTH = 60;
const KINDS = ['heading', 'text'] as const;

const living = (things: Parameters<typeof m.alive>[0]) => m.alive(things);

const passage = (random: Chance) => {
  const start = random.below(LENGTH - 1);
  return { start, end: start + 1 + random.below(LENGTH - start - 1) };
};

const createTag: Maker = (model, random) => {
  const parent = random.next() < 0.5 ? null : (some(random, living(model.tags)) ?? null);
  const name = random.oneOf(NAMES);
  const memo = random.oneOf(['', 'a memo', 'another']);
  const isTaken = m.isNameTaken(model, name, parent);
  const tag = { name, parent, memo, trashed: false };
  return command('tags.create', { name, parent, memo }, isTaken ? undefined : (id) => m.put(model, 'tags', id, tag));
};

const renameTag: Maker = (model, random) => {
  const id = some(random, living(model.tags));
  if (id === undefined) return;
  const name = random.oneOf(NAMES);
  const isTaken = m.isNameTaken(model, name, model.tags[id]?.parent ?? null, id);
  return command('tags.update', { id, name }, isTaken ? undefined : () => m.put(model, 'tags', id, { name }));
};

const moveTag: Maker = (model, random) => {
  const id = some(random, living(model.tags));
  if (id === undefined) return;
  const parentId = random.next() < 0.3 ? null : (some(random, living(model.tags)) ?? null);
  const isRefused =
    m.isAtOrBelow(model, parentId, id) || m.isNameTaken(model, model.tags[id]?.name ?? '', parentId, id);
  const position = random.below(4);
  return command(
    'tags.move',
    { id, parentId, position },
    isRefused ? undefined : () => m.put(model, 'tags', id, { parent: parentId }),
  );
};

const mergeTags: Maker = (model, random) => {
  const [id, intoId] = [some(random, living(model.tags)), some(random, living(model.tags))];
  if (id === undefined || intoId === undefined) return;
  const merged = id === intoId ? undefined : m.mergeTags(model, id, intoId);
  return command('tags.merge', { id, intoId }, merged && (() => merged));
};

const removeTag: Maker = (model, random) => {
  const id = some(random, living(model.tags));
  if (id === undefined) return;
  const next = m.removeTag(model, id);
  return command('tags.remove', { id }, next && (() => next));
};

const createHighlight: Maker = (model, random, sourceId) => {
  const { start, end } = passage(random);
  const tags = living(model.tags).filter(() => random.next() < 0.2);
  const colour = random.oneOf(COLOURS);
  const made = { start, end, colour, comment: '', tags, trashed: false };
  return command('highlights.create', { sourceId, start, end, colour, tagIds: tags }, (id) =>
    m.put(model, 'highlights', id, made),
  );
};

const changeHighlight: Maker = (model, random) => {
  const id = some(random, living(model.highlights));
  if (id === undefined || model.sourceTrashed) return;
  const change = random.oneOf([
    () => ({ colour: random.oneOf(COLOURS) }),
    () => ({ comment: random.oneOf(['why', '', 'Łódź 🜚']) }),
    () => passage(random),
  ])();
  return command('highlights.update', { id, ...change }, () => m.put(model, 'highlights', id, change));
};

const tagHighlight: Maker = (model, random) => {
  const id = some(random, living(model.highlights));
  if (id === undefined || model.sourceTrashed) return;
  const tagIds = living(model.tags).filter(() => random.next() < 0.3);
  // A tag in the trash stays with what it marks.
  const resting = (model.highlights[id]?.tags ?? []).filter((tag) => model.tags[tag]?.trashed);
  return command('highlights.update', { id, tagIds }, () =>
    m.put(model, 'highlights', id, { tags: [...resting, ...tagIds] }),
  );
};

const createEntity: Maker = (model, random) => {
  const name = random.oneOf(NAMES);
  const aliases = NAMES.filter((each) => each !== name && random.next() < 0.3);
  return command('entities.create', { type: 'person', name, aliases }, (id) =>
    m.put(model, 'entities', id, { name, aliases, trashed: false }),
  );
};

const mergeEntities: Maker = (model, random) => {
  const [id, intoId] = [some(random, living(model.entities)), some(random, living(model.entities))];
  if (id === undefined || intoId === undefined) return;
  const merged = id === intoId ? undefined : m.mergeEntities(model, id, intoId);
  return command('entities.merge', { id, intoId }, merged && (() => merged));
};

const createMention: Maker = (model, random, sourceId) => {
  const entityId = some(random, living(model.entities));
  if (entityId === undefined || model.sourceTrashed) return;
  const start = random.below(5) * 10;
  const made = { start, end: start + 5, entity: entityId };
  const isThere = Object.values(model.mentions).some((each) => each.entity === entityId && each.start === start);
  return command('mentions.create', { sourceId, start, end: start + 5, entityId }, (id) =>
    isThere ? model : m.put(model, 'mentions', id, made),
  );
};

const removeMention: Maker = (model, random) => {
  const there = Object.keys(model.mentions).filter((id) => !model.entities[model.mentions[id]?.entity ?? '']?.trashed);
  const id = some(random, there);
  if (id === undefined || model.sourceTrashed) return;
  return command('mentions.remove', { id }, () => m.without(model, 'mentions', id));
};

const createRelation: Maker = (model, random) => {
  const [from, to] = [some(random, living(model.entities)), some(random, living(model.entities))];
  if (from === undefined || to === undefined || from === to) return;
  return command('relations.create', { fromId: from, toId: to, type: 'knew' }, (id) =>
    m.put(model, 'relations', id, { from, to, type: 'knew' }),
  );
};

const createNote: Maker = (model, random) => {
  const title = random.oneOf(NAMES);
  return command('notes.create', { title, markdown: 'Begun' }, (id) =>
    m.put(model, 'notes', id, { title, text: 'Begun', trashed: false }),
  );
};

const writeNote: Maker = (model, random) => {
  const id = some(random, living(model.notes));
  if (id === undefined) return;
  const text = random.oneOf([...NAMES, 'several words in a row', 'Ærø']);
  return command('notes.update', { id, markdown: text }, () => m.put(model, 'notes', id, { text }));
};

const createOutline: Maker = (model) =>
  command('outlines.create', { title: 'Plan' }, (id) =>
    m.put(model, 'outlines', id, { title: 'Plan', trashed: false }),
  );

const addItem: Maker = (model, random) => {
  const outline = some(random, living(model.outlines));
  if (outline === undefined) return;
  const parents = model.items.filter(([, item]) => item.outline === outline).map(([id]) => id);
  const parent = random.next() < 0.5 ? null : (some(random, parents) ?? null);
  const quoted = model.sourceTrashed ? undefined : some(random, living(model.highlights));
  const note = some(random, living(model.notes));
  const entity = some(random, living(model.entities));
  const [kind, ref, text] = random.oneOf([
    () => [random.oneOf(KINDS), null, random.oneOf(NAMES)] as const,
    () => (quoted === undefined ? (['text', null, 'none'] as const) : (['quotation', quoted, ''] as const)),
    () => (note === undefined ? (['text', null, 'none'] as const) : (['note', note, ''] as const)),
    () => (entity === undefined ? (['text', null, 'none'] as const) : (['entity', entity, ''] as const)),
  ])();
  const position = random.below(4);
  const item = { outline, parent, kind, ref, text };
  const what = ref === null ? { text } : { refId: ref };
  return command('outlines.add', { outlineId: outline, parentId: parent, position, kind, ...what }, (id) =>
    m.placeItem(model, id, item, position),
  );
};

const thereItems = (model: m.Model) => model.items.filter(([, item]) => !model.outlines[item.outline]?.trashed);

const moveItem: Maker = (model, random) => {
  const items = thereItems(model);
  if (items.length === 0) return;
  const [id, item] = random.oneOf(items);
  const parents = items.filter(([, each]) => each.outline === item.outline).map(([each]) => each);
  const parentId = random.next() < 0.3 ? null : random.oneOf(parents);
  const position = random.below(4);
  const isRefused = m.isItemAtOrBelow(model, parentId, id);
  return command(
    'outlines.move',
    { id, parentId, position },
    isRefused ? undefined : () => m.placeItem(model, id, { ...item, parent: parentId }, position),
  );
};

const removeItem: Maker = (model, random) => {
  const items = thereItems(model);
  if (items.length === 0) return;
  const [id] = random.oneOf(items);
  return command('outlines.removeItem', { id }, () => ({
    ...model,
    items: model.items.filter(([each]) => !m.isItemAtOrBelow(model, each, id)),
  }));
};

const trashSource: Maker = (model, _random, sourceId) =>
  model.sourceTrashed
    ? undefined
    : command('sources.remove', { id: sourceId }, () => ({ ...model, sourceTrashed: true }));

const removeSomething: Maker = (model, random) => {
  const [noun, method] = random.oneOf([
    ['highlights', 'highlights.remove'],
    ['entities', 'entities.remove'],
    ['notes', 'notes.remove'],
    ['outlines', 'outlines.remove'],
  ] as const);
  const id = some(random, living(model[noun]));
  if (id === undefined || (noun === 'highlights' && model.sourceTrashed)) return;
  return command(method, { id }, () => m.put(model, noun, id, { trashed: true }));
};

const restore: Maker = (model, random, sourceId) => {
  if (model.sourceTrashed && random.next() < 0.5) {
    return command('trash.restore', { noun: 'source', id: sourceId }, () => ({ ...model, sourceTrashed: false }));
  }
  const [noun, things] = random.oneOf([
    ['tag', 'tags'],
    ['highlight', 'highlights'],
    ['entity', 'entities'],
    ['note', 'notes'],
    ['outline', 'outlines'],
  ] as const);
  const all: Readonly<Record<string, { readonly trashed: boolean }>> = model[things];
  const id = some(
    random,
    Object.keys(all).filter((each) => all[each]?.trashed),
  );
  if (id === undefined) return;
  if (things !== 'tags')
    return command('trash.restore', { noun, id }, () => m.put(model, things, id, { trashed: false }));
  const { name = '', parent: old = null } = model.tags[id] ?? {};
  const parent = old !== null && !model.tags[old]?.trashed ? old : null;
  const isRefused = m.isNameTaken(model, name, parent, id);
  return command(
    'trash.restore',
    { noun, id },
    isRefused ? undefined : () => m.put(model, 'tags', id, { parent, trashed: false }),
  );
};

const MAKERS: readonly Maker[] = [
  ...[createTag, createTag, renameTag, moveTag, moveTag, mergeTags, removeTag],
  ...[createHighlight, createHighlight, changeHighlight, tagHighlight, tagHighlight],
  ...[createEntity, mergeEntities, createMention, createMention, removeMention, createRelation],
  ...[createNote, writeNote, writeNote, createOutline, addItem, addItem, addItem, moveItem, moveItem, removeItem],
  ...COLLECTING,
  ...[trashSource, removeSomething, restore, restore, restore],
];

/** A command that can be given now. */
export function nextCommand(model: m.Model, random: Chance, sourceId: string): Command {
  for (;;) {
    const made = random.oneOf(MAKERS)(model, random, sourceId);
    if (made && !(made.method === 'highlights.create' && model.sourceTrashed)) return made;
  }
}
