import { expect, test } from 'vitest';
import { carrier } from '../../../../main/app/carrying/index.ts';

const passage = (text: string, words: string, id = words) => {
  const start = text.indexOf(words);
  return { id, start, end: start + words.length };
};

test('a paragraph that was moved takes its passages along', () => {
  const first = 'The lamp was lit at six, when the keeper came up the stairs.\n';
  const rest = 'Ships went by all night long.\nNobody counted them any more.\nThe fog came in at two.\n';
  const { carried } = carrier(first + rest, rest + first)([passage(first + rest, 'the keeper')]);
  const { start, end } = passage(rest + first, 'the keeper');
  expect(carried).toEqual([{ id: 'the keeper', start, end, moved: expect.any(Boolean) }]);
});

test('of the same words in several places the one with the same surroundings is taken', () => {
  const older = 'He said the word to the boy.\nShe said the word to the girl.\n';
  const newer = 'A preface that was not there.\nShe said the word to the girl.\nHe said the word to the boy.\n';
  const start = older.lastIndexOf('the word');
  const { carried } = carrier(older, newer)([{ id: 'hers', start, end: start + 8 }]);
  expect(carried).toMatchObject([{ start: newer.indexOf('the word') }]);
});

test('a rewritten passage is left, with where it may stand now', () => {
  const older = 'Before.\nThe keeper lit the great lamp every single evening at six.\nAfter.\n';
  const newer = 'Before.\nThe keeper lit the small lamp every single evening at seven.\nAfter.\n';
  const words = 'lit the great lamp every single evening';
  const { carried, left } = carrier(older, newer)([passage(older, words)]);
  expect(carried).toEqual([]);
  const { start, end } = passage(newer, 'lit the small lamp every single evening');
  expect(left).toMatchObject([{ proposal: { start, end } }]);
  expect(left[0]?.proposal?.score).toBeGreaterThan(0.8);
});

test('a passage that was taken out is left without a proposal, whatever few of its words stand elsewhere', () => {
  const older = 'One line.\nOnly this names the fox.\nLast line of all.\nA fox again, far away from it.\n';
  const newer = 'One line.\nLast line of all.\nA fox again, far away from it.\n';
  expect(carrier(older, newer)([passage(older, 'fox')])).toEqual({
    carried: [],
    left: [{ id: 'fox', proposal: null }],
  });
});

test('a thousand passages find their words after two hundred edits', () => {
  let seed = 7;
  const random = (below: number) => {
    // Park and Miller's minimal standard generator (https://doi.org/10.1145/63039.63042).
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const word = () => 'abcdefghij'.slice(random(4), 5 + random(5)) + random(300);
  const line = () => Array.from({ length: 8 + random(40) }, word).join(' ');
  const lines = Array.from({ length: 900 }, line);
  const older = lines.map((each) => `${each}\n`).join('');
  const anchors = Array.from({ length: 1000 }, (_, index) => {
    const start = random(older.length - 200);
    return { id: String(index), start, end: start + 3 + random(120) };
  });
  for (let edit = 0; edit < 200; edit++) {
    const at = random(lines.length);
    const words = (lines[at] ?? '').split(' ');
    const kind = random(6);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, line());
    else if (kind === 2) lines.splice(at, 1, words.slice(0, 4).join(' '), words.slice(4).join(' '));
    else if (kind === 3) lines.splice(random(lines.length), 0, ...lines.splice(at, 1));
    else {
      words.splice(random(words.length), kind === 4 ? 1 : 0, word());
      lines[at] = words.join(' ');
    }
  }
  const newer = lines.map((each) => `${each}\n`).join('');
  const { carried } = carrier(older, newer)(anchors);
  const surviving = anchors.filter(({ start, end }) => newer.includes(older.slice(start, end)));
  const places = new Map(carried.map((each) => [each.id, newer.slice(each.start, each.end)]));
  for (const { id, start, end } of anchors) if (places.has(id)) expect(places.get(id)).toBe(older.slice(start, end));
  const found = surviving.filter(({ id }) => places.has(id)).length;
  expect(found / surviving.length).toBeGreaterThanOrEqual(0.99);
});
