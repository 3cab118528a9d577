import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersOf } from '../../../renderer/entities/letters.ts';

test('every language has its own letters, in its own order', () => {
  const under = (language: string, ...names: string[]) => names.map(lettersOf(language));
  expect(under('nb', 'Åse', 'Aase', 'ærlig', 'Ørn', 'Zebra', 'ånd')).toEqual(['Å', 'Å', 'Æ', 'Ø', 'Z', 'Å']);
  expect(under('en-GB', 'Åse', 'Aase', 'Ørn', 'Élan', 'zebra')).toEqual(['A', 'A', 'O', 'E', 'Z']);
  expect(under('nb', 'Сталин', 'თბილისი', 'حلب')).toEqual(['С', 'Თ', 'ح']);
  expect(under('nb', '“Koba”', '1905', '', '…')).toEqual(['K', '#', '#', '#']);
});

test('in the order of the language each letter of an alphabet has one stretch of names, in the alphabet’s order', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ'];
  const name = fc.stringMatching(/^[a-zA-ZæøåÆØÅéüö]{1,6}$/);
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const sorted = names.toSorted(new Intl.Collator('nb', { numeric: true }).compare);
      const at = sorted.map(lettersOf('nb')).map((letter) => letters.indexOf(letter));
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }),
  );
});
