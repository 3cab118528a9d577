import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPaced } from '../../../renderer/transfer/paced.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first value is handed on at once, of those after it the newest when the time has come, and none after the end', () => {
  const handed: number[] = [];
  const paced = createPaced<number>(100, (value) => handed.push(value));
  for (const value of [1, 2, 3]) paced.take(value);
  expect(handed).toEqual([1]);
  vi.advanceTimersByTime(99);
  expect(handed).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(handed).toEqual([1, 3]);
  vi.advanceTimersByTime(1000);
  expect(handed, 'nothing twice').toEqual([1, 3]);
  paced.take(4);
  paced.take(5);
  paced.close();
  vi.advanceTimersByTime(1000);
  expect(handed).toEqual([1, 3, 4]);
});
