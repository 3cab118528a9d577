import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFinder } from '../../../db/store/name-pattern.ts';

function found(names: readonly string[], text: string): string[] {
  return [...nameFinder(names)(text)].map(({ start, end }) => text.slice(start, end));
}

test.each([
  // The name as a whole word, in Norwegian and English.
  [['Stalin'], 'Stalin, Stalins og Stalingrad', ['Stalin', 'Stalins']],
  [
    ['Stalin'],
    "Stalin's, Stalin’s, (Stalin) «Stalin» Stalin-tiden",
    ["Stalin's", 'Stalin’s', 'Stalin', 'Stalin', 'Stalin'],
  ],
  [['Stalin'], 'avstaliniseringsprosess, Stalin1, _Stalin_', ['Stalin']],
  [['Jens'], "Jens' bok, Jens’ bok", ["Jens'", 'Jens’']],
  // Long names whatever their case, short ones as written.
  [['Stalin'], 'STALIN stalin', ['STALIN', 'stalin']],
  [['IT'], 'IT it It ITs', ['IT', 'ITs']],
  // The longest name wins, and no two overlap.
  [['Stalin', 'Josef Stalin'], 'Josef Stalin and Stalin', ['Josef Stalin', 'Stalin']],
  [['Gori', 'Gori i Georgia'], 'i Gori i Georgia', ['Gori i Georgia']],
  // Any white space between the words of a name.
  [['Josef Stalin'], 'Josef\u00a0Stalin, Josef  Stalin', ['Josef\u00a0Stalin', 'Josef  Stalin']],
  // Russian cases.
  [
    ['Сталин'],
    'Сталин Сталина Сталину Сталиным Сталине Сталинград сталинский',
    ['Сталин', 'Сталина', 'Сталину', 'Сталиным', 'Сталине'],
  ],
  [['Москва'], 'Москва Москвы Москве Москву Москвой москвич', ['Москва', 'Москвы', 'Москве', 'Москву', 'Москвой']],
  [['Иосиф Сталин'], 'Иосифа Сталина', ['Иосифа Сталина']],
  // Other scripts, and marks that belong to a letter.
  [['იოსებ სტალინი'], 'georgisk: იოსებ სტალინი Iosseb', ['იოსებ სტალინი']],
  [['Zoe'], 'Zoé Zoe\u0301 Zoe', ['Zoe']],
  [['Zoé'], 'Zoe\u0301 Zoé', ['Zoe\u0301', 'Zoé']],
  // What means something in a pattern means nothing in a name.
  [['A.B. (C)*'], 'A.B. (C)* AxBx', ['A.B. (C)*']],
  [['C++'], 'C++ and C', ['C++']],
  [[], 'anything', []],
  [['  '], 'anything', []],
] as const)('%j in %j', (names, text, expected) => {
  expect(found(names, text)).toEqual(expected);
});

test('says which of the names it was', () => {
  const find = nameFinder(['Josef Stalin', 'Stalin']);
  expect([...find('Stalins Josef Stalin')].map(({ name }) => name)).toEqual(['Stalin', 'Josef Stalin']);
});

test('any name between spaces is found where it stands', () => {
  const name = fc
    .array(fc.constantFrom('Å', 'b', 'Ж', 'я', 'é', '𝔘', '(', '.', '-', '7', 'ש'), { minLength: 4, maxLength: 10 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(name, fc.constantFrom('', 'før ', '🜚 '), (wanted, before) => {
      const [match] = nameFinder([wanted])(`${before}${wanted} etter`);
      expect(match).toMatchObject({ start: before.length, name: wanted });
    }),
  );
});
