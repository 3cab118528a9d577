import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRest } from '../../../renderer/reader/rest.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what waits for rest is done once, so long after the last thing that happened', () => {
  const times: number[] = [];
  const begin = performance.now();
  const rest = createRest(100, () => times.push(performance.now() - begin));
  for (let at = 0; at < 10; at++) {
    rest.disturb();
    vi.advanceTimersByTime(30);
  }
  expect(rest.isAwaited()).toBe(true);
  expect(times).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(times).toEqual([370]);
  expect(rest.isAwaited()).toBe(false);
  rest.disturb();
  rest.close();
  vi.advanceTimersByTime(1_000);
  expect(times).toHaveLength(1);
});
