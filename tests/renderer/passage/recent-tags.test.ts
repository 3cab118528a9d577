import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterUse, NO_RECENT_TAGS, recentTagsOf, TAG_KEYS } from '../../../renderer/passage/recent/recent-tags.ts';

const uses = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 40 });
const idsOf = (tags: typeof NO_RECENT_TAGS) => tags.map((tag) => tag?.id ?? null);

test('the keys hold the tags used last, each once', () => {
  fc.assert(
    fc.property(uses, (ids) => {
      const last = [...new Set(ids.toReversed())].slice(0, TAG_KEYS.length);
      const held = idsOf(ids.reduce(afterUse, NO_RECENT_TAGS)).filter((id) => id !== null);
      expect(held.toSorted()).toEqual(last.toSorted());
    }),
  );
});

test('a use moves no other tag to another key, and takes at most one off its own', () => {
  fc.assert(
    fc.property(uses, fc.constantFrom('a', 'b', 'c', 'd', 'h'), (ids, id) => {
      const before = idsOf(ids.reduce(afterUse, NO_RECENT_TAGS));
      const after = idsOf(afterUse(ids.reduce(afterUse, NO_RECENT_TAGS), id));
      const changed = before.filter((each, at) => each !== after[at]);
      expect(changed.length).toBeLessThanOrEqual(1);
      if (before.includes(id)) expect(after).toEqual(before);
    }),
  );
});

test('what was kept is read again, and what is nothing like it leaves the keys free', () => {
  const kept = ['a', 'b', 'a', 'c'].reduce(afterUse, NO_RECENT_TAGS);
  expect(recentTagsOf(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const value of [null, undefined, 7, 'text', {}, [1, 'two', { id: 3, turn: 1 }, { id: 'a', turn: 0.5 }]]) {
    expect(recentTagsOf(value)).toEqual(NO_RECENT_TAGS);
  }
  const twice = [
    { id: 'a', turn: 1 },
    { id: 'a', turn: 2 },
  ];
  expect(idsOf(recentTagsOf(twice))).toEqual(['a', null, null, null]);
});
