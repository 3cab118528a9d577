import { expect, test } from 'vitest';
import { entities, guessType } from '../../../db/index.ts';
import { deed, newNotebook } from './shelf.ts';

test('the type is guessed from what names like it were made into', () => {
  const notebook = newNotebook();
  deed(notebook, (c) => {
    for (const [type, ...names] of [
      ['person', 'Ada Berg', 'Olav Dahl'],
      ['place', 'Leningrad', 'Novgorod', 'Bergen'],
      ['organisation', 'Den norske forening', 'Foreningen Norden'],
      ['ship', 'DS Fram'],
    ]) {
      for (const name of names) entities.create(c, { type: type ?? '', name });
    }
  });
  const guess = (name: string) => notebook.read((c) => guessType(c, name));
  expect(guess('Kari Berg')).toBe('person');
  expect(guess('Stalingrad')).toBe('place');
  expect(guess('Den danske forening')).toBe('organisation');
  expect(guess('DS Maud')).toBe('ship');
  expect(guess('Ås')).toBeUndefined();
  deed(notebook, (c) => {
    for (const name of ['Åse Dahl', 'Anne Dahl']) entities.create(c, { type: 'work', name });
  });
  expect(guess('Per Dahl'), 'most of them win').toBe('work');
});
