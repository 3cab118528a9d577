import { expect, test } from 'vitest';
import {
  backlinks,
  entities,
  highlights,
  mentions,
  mergeEntities,
  notes,
  outlineItems,
  outlines,
  relations,
  tags,
  tagTree,
} from '../../../db/index.ts';
import { addSource, deed, everything, newNotebook } from './shelf.ts';

test('merging two entities moves all there is, once, and undo takes it back to the letter', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'Stalin was Dzhugashvili; Koba too. Lenin knew Koba.');
  const at = (start: number, end: number) => ({ sourceId, start, end });
  const { loser, winner, lenin, noteId, outlineId } = deed(notebook, (connection) => {
    const winner = entities.create(connection, {
      type: 'person',
      name: 'Stalin',
      aliases: ['Koba'],
      identifiers: [{ kind: 'wikidata', value: 'Q855' }],
    });
    const loser = entities.create(connection, {
      type: 'person',
      name: 'Dzhugashvili',
      aliases: ['Koba', 'Soso'],
      description: 'Born in Gori',
      identifiers: [
        { kind: 'wikidata', value: 'Q855' },
        { kind: 'viaf', value: '1' },
      ],
    });
    const lenin = entities.create(connection, { type: 'person', name: 'Lenin' });
    mentions.accept(connection, [at(0, 6), at(25, 29)], winner.id);
    mentions.accept(connection, [at(11, 23), at(25, 29)], loser.id);
    mentions.reject(connection, [at(46, 50)], loser.id);
    mentions.reject(connection, [at(0, 6)], loser.id);
    const evidence = highlights.create(connection, at(35, 50));
    relations.create(connection, { fromId: lenin.id, toId: loser.id, type: 'knew', evidence: [evidence.id] });
    relations.create(connection, { fromId: loser.id, toId: winner.id, type: 'is', evidence: [evidence.id] });
    const note = notes.create(connection, {
      title: 'On him',
      attachedTo: { kind: 'entity', id: loser.id },
      document: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'entity_mention', attrs: { entityId: loser.id, name: 'Soso' } }],
          },
        ],
      },
    });
    const outline = outlines.create(connection, 'O');
    outlineItems.add(connection, { outlineId: outline.id, kind: 'entity', refId: loser.id });
    return { loser, winner, lenin, noteId: note.id, outlineId: outline.id };
  });
  const before = everything(notebook);

  const merged = deed(notebook, (connection) => mergeEntities(connection, loser.id, winner.id));
  const after = everything(notebook);
  expect(merged).toMatchObject({
    name: 'Stalin',
    aliases: ['Koba', 'Dzhugashvili', 'Soso'],
    description: 'Born in Gori',
    identifiers: [
      { kind: 'viaf', value: '1' },
      { kind: 'wikidata', value: 'Q855' },
    ],
    mentions: 3,
  });
  notebook.read((connection) => {
    expect(entities.list(connection).map(({ name }) => name)).toEqual(['Lenin', 'Stalin']);
    expect(mentions.list(connection, { entityId: winner.id }).map(({ quote }) => quote)).toEqual([
      'Stalin',
      'Dzhugashvili',
      'Koba',
    ]);
    expect(relations.list(connection)).toMatchObject([{ fromId: lenin.id, toId: winner.id, toName: 'Stalin' }]);
    expect(backlinks(connection, { kind: 'entity', id: winner.id }).map(({ kind }) => kind)).toEqual([
      'note',
      'outline',
    ]);
    expect(notes.get(connection, noteId)).toMatchObject({ revision: 2, attachedTo: [{ id: winner.id }] });
    expect(JSON.stringify(notes.get(connection, noteId).document)).not.toContain(loser.id);
    expect(outlines.get(connection, outlineId).tree).toMatchObject([
      { refId: winner.id, text: 'Stalin', resolved: true },
    ]);
    // The rejection that contradicts a link is gone, the other one is the winner's now.
    expect(connection.all('SELECT entity_id AS id, start FROM rejected_mentions')).toEqual([
      { id: winner.id, start: 46 },
    ]);
  });
  expect(notebook.check().defects).toEqual([]);

  notebook.undo();
  expect(everything(notebook)).toBe(before);
  notebook.redo();
  expect(everything(notebook)).toBe(after);
});

test('merging two tags brings what is below together too, and undo takes it back to the letter', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'abcdefghij');
  const ids = deed(notebook, (connection) => {
    const child = (name: string, parentId: string | null = null) => tags.create(connection, { name, parentId }).id;
    const from = child('from');
    const into = child('into');
    const ids = { from, into, fromSame: child('same', from), intoSame: child('same', into), only: child('only', from) };
    return { ...ids, deep: child('deep', ids.fromSame) };
  });
  deed(notebook, (connection) => {
    highlights.create(connection, { sourceId, start: 0, end: 1, tags: ['from', 'into'] });
    highlights.create(connection, { sourceId, start: 1, end: 2, tags: ['from', 'deep'] });
    notes.create(connection, {
      title: 'n',
      document: { type: 'doc', content: [{ type: 'paragraph' }] },
      attachedTo: { kind: 'tag', id: ids.from },
    });
  });
  const before = everything(notebook);

  deed(notebook, (connection) => tagTree.merge(connection, ids.from, ids.into));
  const after = everything(notebook);
  notebook.read((connection) => {
    const list = tags.list(connection).map(({ id, parentId, highlights }) => ({ id, parentId, highlights }));
    expect(list).toEqual([
      { id: ids.into, parentId: null, highlights: 2 },
      { id: ids.intoSame, parentId: ids.into, highlights: 0 },
      { id: ids.deep, parentId: ids.intoSame, highlights: 1 },
      { id: ids.only, parentId: ids.into, highlights: 0 },
    ]);
    expect(notes.list(connection, { attachedTo: { kind: 'tag', id: ids.into } })).toHaveLength(1);
  });
  expect(notebook.check().defects).toEqual([]);
  notebook.undo();
  expect(everything(notebook)).toBe(before);
  notebook.redo();
  expect(everything(notebook)).toBe(after);
});

test('a tag can be merged into one below it, which takes its place', () => {
  const notebook = newNotebook();
  const { top, middle, low } = deed(notebook, (connection) => {
    const top = tags.create(connection, { name: 'top' }).id;
    const middle = tags.create(connection, { name: 'middle', parentId: top }).id;
    return { top, middle, low: tags.create(connection, { name: 'low', parentId: middle }).id };
  });
  const before = everything(notebook);
  deed(notebook, (connection) => tagTree.merge(connection, top, low));
  expect(notebook.read(tags.list)).toMatchObject([
    { id: low, parentId: null },
    { id: middle, parentId: low },
  ]);
  notebook.undo();
  expect(everything(notebook)).toBe(before);
});

test('removing a tag moves those below it up; where names would meet it is refused and nothing changes', () => {
  const notebook = newNotebook();
  const { top, a } = deed(notebook, (connection) => {
    const top = tags.create(connection, { name: 'top' }).id;
    return { top, a: tags.create(connection, { name: 'a', parentId: top }).id };
  });
  deed(notebook, (connection) => tags.create(connection, { name: 'a' }));
  const before = everything(notebook);
  expect(() => deed(notebook, (connection) => tagTree.remove(connection, top))).toThrow('There is already a tag “a”');
  expect(everything(notebook)).toBe(before);
  deed(notebook, (connection) => tags.update(connection, a, { name: 'b' }));
  deed(notebook, (connection) => tagTree.remove(connection, top));
  expect(notebook.read(tags.list).map(({ name, parentId }) => [name, parentId])).toEqual([
    ['a', null],
    ['b', null],
  ]);
});
