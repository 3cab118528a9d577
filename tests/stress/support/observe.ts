import type { TestApp } from '../../main/app/desk.ts';
import { alive, type Model } from './model.ts';

/** What can be seen of a notebook, in an order that does not depend on it. */
export type Sight = Readonly<Record<string, readonly unknown[]>>;

const byFirst = (rows: readonly (readonly unknown[])[]) =>
  rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

/** Looks at the real notebook by the methods everybody uses. */
export async function seen({ call }: TestApp): Promise<Sight> {
  const outlines = await Promise.all((await call('outlines.list', {})).map(({ id }) => call('outlines.get', { id })));
  const notes = await Promise.all((await call('notes.list', {})).map(({ id }) => call('notes.get', { id })));
  return {
    sources: (await call('sources.list', {})).map(({ id, status }) => [id, status]),
    collections: byFirst(
      (await call('collections.list', {})).map(({ id, name, parentId, sources }) => [id, name, parentId, sources]),
    ),
    tags: byFirst((await call('tags.list', {})).map(({ id, name, parentId, memo }) => [id, name, parentId, memo])),
    highlights: byFirst(
      (await call('highlights.list', {})).map(({ id, start, end, colour, comment, tagIds }) => [
        id,
        start,
        end,
        colour,
        comment,
        tagIds.toSorted(),
      ]),
    ),
    entities: byFirst((await call('entities.list', {})).map(({ id, name, aliases }) => [id, name, aliases])),
    mentions: byFirst(
      (await call('mentions.list', {})).map(({ id, start, end, entityId }) => [id, start, end, entityId]),
    ),
    relations: byFirst(
      (await call('relations.list', {})).map(({ id, fromId, toId, type }) => [id, fromId, toId, type]),
    ),
    notes: byFirst(notes.map(({ id, title, text }) => [id, title, text])),
    outlines: byFirst(
      outlines.map(({ id, title, tree }) => [
        id,
        title,
        byFirst(tree.map((item) => [item.id, item.parentId, item.position, item.kind, item.refId])),
      ]),
    ),
    trash: (await call('trash.list', {})).map(({ noun, id }) => `${noun} ${id}`).sort(),
  };
}

/** What has to be seen, by the model. */
export function expected(model: Model, sourceId: string): Sight {
  const { tags, highlights, entities, notes, outlines } = model;
  const isThere = !model.sourceTrashed;
  const living = new Set(alive(entities));
  const position = ([id, item]: Model['items'][number]) =>
    model.items
      .filter(([, each]) => each.outline === item.outline && each.parent === item.parent)
      .findIndex(([each]) => each === id);
  const inTrash = (noun: string, things: Readonly<Record<string, { readonly trashed: boolean }>>) =>
    Object.entries(things).flatMap(([id, { trashed }]) => (trashed ? [`${noun} ${id}`] : []));
  return {
    sources: isThere ? [[sourceId, model.status]] : [],
    collections: byFirst(
      Object.entries(model.collections).map(([id, { name, parent }]) => [
        id,
        name,
        parent,
        isThere && model.collected.includes(id) ? 1 : 0,
      ]),
    ),
    tags: byFirst(alive(tags).map((id) => [id, tags[id]?.name, tags[id]?.parent, tags[id]?.memo])),
    highlights: byFirst(
      alive(isThere ? highlights : {}).map((id) => {
        const { start, end, colour, comment, tags: held = [] } = highlights[id] ?? {};
        return [id, start, end, colour, comment, held.filter((tag) => !tags[tag]?.trashed).toSorted()];
      }),
    ),
    entities: byFirst(alive(entities).map((id) => [id, entities[id]?.name, entities[id]?.aliases])),
    mentions: byFirst(
      Object.entries(isThere ? model.mentions : {}).flatMap(([id, { start, end, entity }]) =>
        living.has(entity) ? [[id, start, end, entity]] : [],
      ),
    ),
    relations: byFirst(
      Object.entries(model.relations).flatMap(([id, { from, to, type }]) =>
        living.has(from) && living.has(to) ? [[id, from, to, type]] : [],
      ),
    ),
    notes: byFirst(alive(notes).map((id) => [id, notes[id]?.title, notes[id]?.text])),
    outlines: byFirst(
      alive(outlines).map((id) => [
        id,
        outlines[id]?.title,
        byFirst(
          model.items.flatMap((entry) => {
            const [key, { outline, parent, kind, ref }] = entry;
            return outline === id ? [[key, parent, position(entry), kind, ref]] : [];
          }),
        ),
      ]),
    ),
    trash: [
      ...(model.sourceTrashed ? [`source ${sourceId}`] : []),
      ...inTrash('tag', tags),
      ...inTrash('highlight', highlights),
      ...inTrash('entity', entities),
      ...inTrash('note', notes),
      ...inTrash('outline', outlines),
    ].sort(),
  };
}
