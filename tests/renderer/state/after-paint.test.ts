import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPaint } from '../../../renderer/state/after-paint.ts';

/** Callbacks of the next frame. */
let frame: Map<number, () => void>;

const paint = () => {
  const due = [...frame.values()];
  frame.clear();
  for (const each of due) each();
};

beforeEach(() => {
  frame = new Map();
  let id = 0;
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (each: () => void) => {
    frame.set(++id, each);
    return id;
  });
  vi.stubGlobal('cancelAnimationFrame', (each: number) => frame.delete(each));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('all who wait are called in their order once the frame is over, and those who come meanwhile after the next', () => {
  const called: string[] = [];
  afterPaint(() => called.push('first'));
  afterPaint(() => {
    called.push('second');
    afterPaint(() => called.push('later'));
  });
  paint();
  afterPaint(() => called.push('between'));
  expect(called).toEqual([]);
  vi.advanceTimersByTime(0);
  expect(called).toEqual(['first', 'second']);
  paint();
  vi.advanceTimersByTime(0);
  expect(called).toEqual(['first', 'second', 'between', 'later']);
});

test('a window that paints nothing keeps nobody waiting, and whoever comes later has the whole time', () => {
  const called: string[] = [];
  afterPaint(() => called.push('first'));
  vi.advanceTimersByTime(190);
  afterPaint(() => called.push('second'));
  vi.advanceTimersByTime(190);
  expect(called).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(called).toEqual(['first', 'second']);
  expect(frame.size).toBe(0);
});

test('one that fails is reported and keeps no other from being called', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const called: string[] = [];
  const failure = new Error('not now');
  afterPaint(() => {
    throw failure;
  });
  afterPaint(() => called.push('second'));
  paint();
  vi.advanceTimersByTime(0);
  expect(called).toEqual(['second']);
  expect(reported).toHaveBeenCalledExactlyOnceWith(failure);
});
