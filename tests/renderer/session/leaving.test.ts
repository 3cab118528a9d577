import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askBeforeLeaving } from '../../../renderer/session/leaving.ts';
import { holdUnsaved, markUnsaved, saving } from '../../../renderer/state/index.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  saving.set({ pending: 0, unsaved: [] });
  askBeforeLeaving();
});

afterEach(() => vi.unstubAllGlobals());

/** Whether the browser would ask. */
function asks(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

test('leaving is asked about only while something is unsaved', () => {
  expect(asks()).toBe(false);
  const release = holdUnsaved();
  expect(asks()).toBe(true);
  release();
  expect(asks()).toBe(false);
});

test('leaving is asked about where a save failed', () => {
  markUnsaved('note n1', { code: 'disk-full', message: 'The disk is full.' }, null);
  expect(asks()).toBe(true);
});
