import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestNames, nameFinder } from '../../../../db/model/names/index.ts';
import { slowly } from './slow-finder.ts';

/** Few letters and words, so that names meet in the text, lie in each other and are inflected forms of each other. */
const word = fc.constantFrom(
  'Han',
  'Hans',
  'han',
  'HAN',
  'Ås',
  'As',
  'Øster',
  'Oster',
  'Иван',
  'Ивана',
  'Ив',
  'a',
  'Rosa',
  'rosa',
  '7',
);
const name = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom(' ', '-', '. '), word), { maxLength: 2 }))
  .map(([first, rest]) => first + rest.flat().join(''));
const ending = fc.constantFrom('', '', '', 's', "'s", '’', 'ом', 'grad', '\u0301');
const gap = fc.constantFrom(' ', '  ', ' ', '-', '. ', '.', ', ', '(', '');
const text = fc.array(fc.tuple(word, ending, gap), { maxLength: 12 }).map((parts) => parts.flat().join(''));
const names = fc.array(name, { maxLength: 6 }).map((all) => all.map((each, at) => ({ owner: `${at}`, name: each })));

test('a finder of many names finds what holding each against every stretch of the text finds', () => {
  fc.assert(
    fc.property(names, text, (wanted, there) => {
      const key = ({ owner, start, end }: { owner: string; start: number; end: number }) => `${start} ${end} ${owner}`;
      const fast = nameFinder(wanted)(there);
      expect(fast.map(key).sort()).toEqual(slowly(wanted, there).map(key).sort());
    }),
    { numRuns: 700 },
  );
});

test('of matches that touch the longest stands, and every one that lost is told of beside a winner it touches', () => {
  fc.assert(
    fc.property(names, text, (wanted, there) => {
      const matches = nameFinder(wanted)(there);
      const namings = longestNames(matches);
      for (const [at, { start }] of namings.entries()) expect(start).toBeGreaterThanOrEqual(namings[at - 1]?.end ?? 0);
      for (const match of matches) {
        const touching = namings.filter(({ start, end }) => start < match.end && match.start < end);
        expect(touching.length).toBeGreaterThan(0);
        expect(touching.some(({ start, end }) => end - start >= match.end - match.start)).toBe(true);
        const told = touching.some(({ names: meant, within }) =>
          [...meant, ...within].some((n) => n.owner === match.owner),
        );
        expect(told).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test('any name between spaces is found where it stands', () => {
  const anything = fc
    .array(fc.constantFrom('Å', 'b', 'Ж', 'я', 'é', '𝔘', '(', '.', '-', '7', 'ש', '毛'), {
      minLength: 4,
      maxLength: 10,
    })
    .map((characters) => characters.join(''))
    .filter((each) => /[\p{L}\p{N}]/u.test(each));
  fc.assert(
    fc.property(anything, fc.constantFrom('', 'før ', '🜚 '), (wanted, before) => {
      const [match] = longestNames(nameFinder([{ owner: '', name: wanted }])(`${before}${wanted} etter`));
      expect(match).toMatchObject({ start: before.length, end: before.length + wanted.length });
    }),
  );
});
