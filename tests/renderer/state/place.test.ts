import { beforeEach, expect, test } from 'vitest';
import { go, goBack, goForward, leaveAll, place } from '../../../renderer/state/place.ts';

beforeEach(leaveAll);

test('an outline is entered whole; the item zoomed into stays while other views are looked at, and Back leads out', () => {
  go({ view: 'outline', outlineId: 'o' });
  go({ view: 'outline', outlineId: 'o', itemId: 'i' });
  go({ view: 'notes', noteId: 'n' });
  go({ view: 'outline' });
  expect(place.get()).toMatchObject({ view: 'outline', outlineId: 'o', itemId: 'i' });
  expect([goBack(), goBack(), goBack()]).toEqual([true, true, true]);
  expect(place.get()).toMatchObject({ view: 'outline', outlineId: 'o', itemId: null });
  goForward();
  expect(place.get().itemId).toBe('i');
  go({ view: 'outline', outlineId: 'other' });
  expect(place.get().itemId).toBeNull();
});
