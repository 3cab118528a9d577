import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { longestNames, nameFinder } from '../../../../db/model/names/index.ts';
import { toCodePoints } from '../../../../db/model/offsets.ts';

const TEXT = resolve(import.meta.dirname, '../../../../../shared/texts/stalin-nb.txt');
const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/mentions');

interface GoldEntity {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const read = (name: string) => JSON.parse(readFileSync(resolve(FIXTURES, name), 'utf8'));
const absent = existsSync(TEXT) ? undefined : 'the real text stalin-nb.txt is not beside the repository';

/** Every passage the finder gives, with whom it names; where several are named alike, each. */
function foundIn(text: string, entities: readonly GoldEntity[]): string[] {
  const find = nameFinder(
    entities.flatMap(({ key, name, aliases }) => [name, ...aliases].map((each) => ({ owner: key, name: each }))),
  );
  return longestNames(find(text)).flatMap(({ start, end, names }) =>
    names.map(({ owner }) => `${owner} ${toCodePoints(text, start)} ${toCodePoints(text, end)}`),
  );
}

test('in a real article what a careful reader would mark is found, and little else', ({ skip }) => {
  if (absent) skip(absent);
  const text = readFileSync(TEXT, 'utf8');
  const entities: readonly GoldEntity[] = read('stalin-nb.entities.json');
  const gold = Object.entries<readonly (readonly [number, number])[]>(read('stalin-nb.gold.json')).flatMap(
    ([key, passages]) => passages.map(([start, end]) => `${key} ${start} ${end}`),
  );
  const found = foundIn(text, entities);
  const right = new Set(found.filter((each) => gold.includes(each)));
  expect(new Set(gold).size, 'no passage is in the list twice').toBe(gold.length);
  expect(gold.length).toBeGreaterThan(400);
  const missed = gold.filter((each) => !right.has(each));
  const wrong = found.filter((each) => !right.has(each));
  expect(right.size / gold.length, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(0.98);
  expect(right.size / found.length, `wrong: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.97);
});

test('the city is not the man, and neither is what is called after him', ({ skip }) => {
  if (absent) skip(absent);
  const text = readFileSync(TEXT, 'utf8');
  const both: readonly GoldEntity[] = [
    { key: 'stalin', name: 'Stalin', aliases: [] },
    { key: 'lenin', name: 'Lenin', aliases: [] },
  ];
  const passages = foundIn(text, both).map((each) => {
    const [, start = '', end = ''] = each.split(' ');
    return [...text].slice(Number(start), Number(end)).join('');
  });
  expect(new Set(passages)).toEqual(new Set(['Stalin', 'Stalins', "Stalin's", 'Lenin', 'Lenins']));
});
