import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts, type Stretch } from '../../../renderer/notes/revisions/compare.ts';

const spelled = (stretches: readonly Stretch[], without: Stretch['kind']) =>
  stretches.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');

describe('a comparison', () => {
  test.each([
    ['of equal texts finds nothing', 'One two.\nThree.', 'One two.\nThree.', []],
    ['finds a word that came in', 'They met.', 'They met often.', ['+ often']],
    ['finds a word that went', 'They often met.', 'They met.', ['-often ']],
    ['finds a word that changed, and only that', 'The winter of 1884', 'The summer of 1884', ['-winter', '+summer']],
    ['takes a word with its accents as one', 'Tromsø by night', 'Tromso by night', ['-Tromsø', '+Tromso']],
    ['works where there are no spaces between words', '私は学生です', '私は先生です', ['-学生', '+先生']],
    ['keeps signs of several units whole', 'A 🧑🏽‍🚀 b', 'A 🧑🏽‍🌾 b', ['-🧑🏽‍🚀', '+🧑🏽‍🌾']],
  ])('%s', (_what, older, newer, expected) => {
    const { stretches } = compareTexts(older, newer);
    const found = stretches.flatMap(({ kind, text }) =>
      kind === 'same' ? [] : [`${kind === 'added' ? '+' : '-'}${text}`],
    );
    expect(found).toEqual(expected);
  });

  test('counts words, not what stands between them', () => {
    expect(compareTexts('One two.', 'One, three four!')).toMatchObject({ added: 2, removed: 1 });
  });

  test('spells both texts, whatever they are, by words and by lines', () => {
    const text = fc.array(fc.constantFrom('one ', 'two', '\n', 'Ё', '🜚', ', ', 'ø'), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.boolean(), (older, newer, isHasty) => {
        const { stretches } = compareTexts(older.join(''), newer.join(''), isHasty ? 0 : 10_000);
        expect(spelled(stretches, 'added')).toBe(older.join(''));
        expect(spelled(stretches, 'removed')).toBe(newer.join(''));
      }),
    );
  });
});
