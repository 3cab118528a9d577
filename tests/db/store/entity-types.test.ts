import { expect, test } from 'vitest';
import { entities, entityTypes, mergeEntities, searchNotebook } from '../../../db/index.ts';
import { deed, everything, newNotebook } from './shelf.ts';

/** A notebook with a type of ships, one of them in the trash, and a person with a rank. */
function harbour() {
  const notebook = newNotebook();
  const ids = deed(notebook, (c) => {
    entityTypes.create(c, { name: 'ship', colour: 'sky', shape: 'drop', fields: ['tonnage', 'rig'] });
    const fields = { tonnage: '410', rig: 'barque', flag: 'NO' };
    const ship = entities.create(c, { type: 'ship', name: 'Fram', fields }).id;
    const sunk = entities.create(c, { type: 'ship', name: 'Maud', fields: { tonnage: '292', rig: '  ' } }).id;
    entities.remove(c, sunk);
    return { ship, sunk };
  });
  return { notebook, ...ids };
}

test('a type of the researcher’s own has the sign and the fields it was given', () => {
  const { notebook, ship } = harbour();
  notebook.read((c) => {
    expect(entityTypes.list(c).at(-1)).toEqual({
      name: 'ship',
      colour: 'sky',
      shape: 'drop',
      fields: ['tonnage', 'rig'],
      entities: 1,
    });
    expect(entities.get(c, ship).fields).toEqual({ tonnage: '410', rig: 'barque', flag: 'NO' });
  });
  expect(notebook.read((c) => searchNotebook(c, 'barque', { limit: 9 })).hits).toMatchObject([
    { kind: 'entity', id: ship, snippet: expect.stringContaining('rig: barque') },
  ]);
});

test('a type nobody described gets a sign no other has', () => {
  const notebook = newNotebook();
  const types = deed(notebook, (c) => {
    for (const type of ['ship', 'battle']) entities.create(c, { type, name: type });
    return entityTypes.list(c);
  });
  const signs = types.map(({ colour, shape }) => `${colour} ${shape}`);
  expect(new Set(signs).size).toBe(types.length);
});

test('another name, other fields: entities come along, those in the trash too, and one undo takes all of it back', () => {
  const { notebook, ship, sunk } = harbour();
  const before = everything(notebook);
  const changed = deed(notebook, (c) =>
    entityTypes.update(c, 'ship', {
      newName: 'vessel',
      shape: 'star',
      // Two trade their names, in front of a new one.
      fields: [{ name: 'built' }, { name: 'tonnage', was: 'rig' }, { name: 'rig', was: 'tonnage' }],
    }),
  );
  expect(changed).toEqual({
    name: 'vessel',
    colour: 'sky',
    shape: 'star',
    fields: ['built', 'tonnage', 'rig'],
    entities: 1,
  });
  notebook.read((c) => {
    expect(entities.get(c, ship)).toMatchObject({
      type: 'vessel',
      fields: { tonnage: 'barque', rig: '410', flag: 'NO' },
    });
    expect(() => entityTypes.get(c, 'ship')).toThrow('There is no entity-type “ship”');
  });
  expect(deed(notebook, (c) => entities.restore(c, sunk))).toMatchObject({ type: 'vessel', fields: { rig: '292' } });
  notebook.undo();
  deed(notebook, (c) => entityTypes.update(c, 'vessel', { fields: [{ name: 'rig' }] }));
  // What was never a field of the type stays.
  expect(notebook.read((c) => entities.get(c, ship)).fields).toEqual({ rig: '410', flag: 'NO' });
  notebook.undo();
  notebook.undo();
  expect(everything(notebook)).toBe(before);
});

test('a type that is deleted leaves its entities to another one, with what they had in its fields', () => {
  const { notebook, ship, sunk } = harbour();
  const before = everything(notebook);
  deed(notebook, (c) => entityTypes.remove(c, 'ship', 'work'));
  notebook.read((c) => {
    expect(entityTypes.list(c).map(({ name }) => name)).not.toContain('ship');
    expect(entities.get(c, ship)).toMatchObject({ type: 'work', fields: { tonnage: '410' } });
    expect(c.all('SELECT type FROM entities WHERE id = ?', sunk)).toEqual([{ type: 'work' }]);
  });
  expect(notebook.check()).toMatchObject({ ok: true });
  const after = everything(notebook);
  notebook.undo();
  expect(everything(notebook)).toBe(before);
  notebook.redo();
  expect(everything(notebook)).toBe(after);
});

test('what cannot be is refused: built-in names, names taken, one field twice', () => {
  const { notebook } = harbour();
  const refused = (work: Parameters<typeof deed>[1]) => expect(() => deed(notebook, work));
  refused((c) => entityTypes.update(c, 'person', { newName: 'human' })).toThrow('keeps its name');
  refused((c) => entityTypes.remove(c, 'person', 'ship')).toThrow('cannot be deleted');
  refused((c) => entityTypes.remove(c, 'ship', 'ship')).toThrow('cannot be deleted');
  refused((c) => entityTypes.create(c, { name: 'SHIP' })).toThrow('already a type “ship”');
  refused((c) => entityTypes.update(c, 'ship', { newName: 'Person' })).toThrow('already a type “person”');
  refused((c) => entityTypes.create(c, { name: 'boat', fields: ['sail', 'sail'] })).toThrow('two fields “sail”');
  // Its own name in other letters is no other type's.
  expect(deed(notebook, (c) => entityTypes.update(c, 'ship', { newName: 'Ship' })).name).toBe('Ship');
});

test('two that are merged keep what either has in its fields', () => {
  const { notebook, ship } = harbour();
  const merged = deed(notebook, (c) => {
    const other = entities.create(c, { type: 'ship', name: 'Fram II', fields: { tonnage: '402', home: 'Larvik' } });
    return mergeEntities(c, ship, other.id);
  });
  expect(merged.fields).toEqual({ tonnage: '402', home: 'Larvik', rig: 'barque', flag: 'NO' });
});
