import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Channel, Events, MethodName, Noun } from '../../../main/contract/index.ts';
import { createQueries, pace, type Queries } from '../../../renderer/state/index.ts';

/** A line that counts what it is asked, and says that something changed. */
function line() {
  const asked: MethodName[] = [];
  let onChanged: ((data: Events['changed']) => void) | undefined;
  const channel: Channel = {
    call(method) {
      asked.push(method);
      return Promise.resolve([] as never);
    },
    subscribe(event, listener) {
      if (event === 'changed') onChanged = listener as (data: Events['changed']) => void;
      return () => undefined;
    },
    close() {},
  };
  const change = (noun: Noun) =>
    onChanged?.({ changes: [{ noun, id: 'one', deed: 'created' }], undo: null, redo: null });
  return { asked, channel, change };
}

let queries: Queries | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});

afterEach(() => {
  queries?.close();
  pace.set({ between: 0 });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('while files come in lists of sources are asked for at a pace, whatever else changes at once, and all at the end', async () => {
  const { asked, channel, change } = line();
  queries = createQueries(channel);
  queries.watch('sources.list', {}, () => undefined);
  queries.watch('notes.list', {}, () => undefined);
  const lists = () => asked.splice(0).filter((method) => method === 'sources.list').length;
  lists();

  change('source');
  await vi.advanceTimersByTimeAsync(50);
  expect(lists(), 'at most times at once').toBe(1);

  pace.set({ between: 500 });
  await vi.advanceTimersByTimeAsync(1000);
  lists();
  for (let file = 0; file < 20; file++) {
    change('source');
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(lists(), 'in a second').toBe(2);

  change('note');
  await vi.advanceTimersByTimeAsync(50);
  expect(asked).toContain('notes.list');
  lists();

  change('source');
  await vi.advanceTimersByTimeAsync(50);
  expect(lists(), 'not yet').toBe(0);
  pace.set({ between: 0 });
  await vi.advanceTimersByTimeAsync(50);
  expect(lists(), 'at the end').toBe(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(lists(), 'and not again').toBe(0);
});

test('while files come in, an answer that nobody watches and that is not true any more is not given again', async () => {
  const { asked, channel, change } = line();
  queries = createQueries(channel);
  queries.watch('sources.list', {}, () => undefined);
  pace.set({ between: 500 });
  change('source');
  await vi.advanceTimersByTimeAsync(50);
  // Looked at and left again, as a dialog does.
  queries.watch('sources.get', { id: 'one' }, () => undefined)();
  await vi.advanceTimersByTimeAsync(50);
  asked.length = 0;
  change('source');
  queries.watch('sources.get', { id: 'one' }, () => undefined);
  expect(asked, 'at once, and alone').toEqual(['sources.get']);
});

test('while passages are marked what counts them waits for a rest, but not for ever; a highlight itself is followed at once', async () => {
  const { asked, channel, change } = line();
  queries = createQueries(channel);
  queries.watch('tags.list', {}, () => undefined);
  queries.watch('highlights.get', { id: 'one' }, () => undefined);
  const times = (method: MethodName) => asked.filter((each) => each === method).length;
  asked.length = 0;

  change('highlight');
  await vi.advanceTimersByTimeAsync(50);
  expect(asked, 'at once').toEqual(['highlights.get']);
  await vi.advanceTimersByTimeAsync(300);
  expect(times('tags.list'), 'after a rest').toBe(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(times('tags.list'), 'and not again').toBe(1);

  for (let mark = 0; mark < 20; mark++) {
    change('highlight');
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(times('tags.list'), 'in four seconds without a rest').toBe(3);

  change('tag');
  await vi.advanceTimersByTimeAsync(50);
  expect(times('tags.list'), 'whatever else changes').toBe(4);
});
