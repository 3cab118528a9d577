import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { likelyNames, longestNames, nameFinder } from '../../../../db/model/names/index.ts';

function found(...blocks: readonly string[]): string[] {
  const likely = likelyNames<number>();
  for (const [at, text] of blocks.entries()) likely.read(text, at, []);
  return likely.found().map(({ name, aliases, count }) => [count, name, ...aliases].join(' '));
}

test.each([
  // Repeated in the middle of sentences; a single word that stands there once is not told of.
  [['She met Ada, then Ada left. He saw Bergen.'], ['2 Ada']],
  // A first word counts where it is nowhere written small.
  [['Rooms were full. She knew the rooms of Ada and of Ada.'], ['2 Ada']],
  [['Ada left. He called Ada. Ada came.'], ['3 Ada']],
  [['Overslag er vanskelige. Overslag er bra.'], []],
  // Words that are never names, also before a name.
  [['Men Ada Berg kom. Den 3. mai gikk Ada Berg. The Ada Berg.'], ['3 Ada Berg']],
  // Genitives and cases belong to the name, last names to the full one.
  [['om Ada Berg og Ada Bergs bok, og om Berg’s brev til Berg'], ['4 Ada Berg Berg']],
  [['про Сталина, про Сталин, о Сталине'], ['3 Сталин']],
  // What stands inside of names.
  [
    ['with Franklin D. Roosevelt and Charles de Gaulle, of Øst-Europa, of Øst-Europa'],
    ['2 Øst-Europa', '1 Charles de Gaulle', '1 Franklin D. Roosevelt'],
  ],
  // A text in capitals says nothing.
  [['ADA CAME AND ADA WENT'], []],
  [[''], []],
] as const)('%j suggests %j', (blocks, expected) => {
  expect(found(...blocks)).toEqual(expected);
});

test('what is named already is not suggested, and places are told by what stands before them', () => {
  const text = 'Ada went to Bergen, stayed in Bergen, and Ada wrote from Oslo to Bergen about Ada and Oslo.';
  const likely = likelyNames<string>();
  likely.read(text, 'here', longestNames(nameFinder([{ owner: 'x', name: 'Bergen' }])(text)));
  expect(likely.found()).toMatchObject([
    { name: 'Ada', count: 3, isPlace: false, sample: { place: 'here', start: 0, end: 3 } },
    { name: 'Oslo', count: 2, isPlace: false },
  ]);
});

const REAL = resolve(import.meta.dirname, '../../../../../shared/texts/stalin-nb.txt');

test('in a real article those named most come first', ({ skip }) => {
  if (!existsSync(REAL)) skip('the real text stalin-nb.txt is not beside the repository');
  const names = found(...readFileSync(REAL, 'utf8').split('\n')).map((each) => each.replace(/^\d+ /, ''));
  expect(names.slice(0, 4)).toEqual(['Stalin', 'Sovjetunionen', 'Vladimir Lenin Lenin', 'Tyskland']);
  const wanted = ['Kamenev', 'Sinovjev', 'Trotskij', 'Tbilisi', 'Nikita Khrusjtsjov Khrusjtsjov', 'Øst-Europa', 'NKVD'];
  expect(names.slice(0, 60)).toEqual(expect.arrayContaining(wanted));
  expect(names.filter((name) => /^(?:Men|Etter|Det|Selv|Resultatet|Mange|Dette)\b/.test(name))).toEqual([]);
});
