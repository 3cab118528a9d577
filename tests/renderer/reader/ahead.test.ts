import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change, Channel } from '../../../main/contract/index.ts';
import { open, openAhead, openedAhead, openNothing } from '../../../renderer/reader/ahead.ts';

const OPENED = { lengths: [10], at: 0, from: 1, blocks: [], textMarks: [], highlights: [], mentions: [] };

/** A channel that keeps what it is asked until it is answered, and can be told what was committed. */
function channelWithAnswers() {
  const asked: { readonly id: string; readonly answer: () => void; readonly signal: AbortSignal | undefined }[] = [];
  const heard = new Set<(data: { changes: readonly Change[] }) => void>();
  const channel = {
    call: (_method: string, { id }: { id: string }, options?: { signal?: AbortSignal }) =>
      new Promise((answer, fail) => {
        options?.signal?.addEventListener('abort', () => fail(new Error('cancelled')));
        asked.push({ id, answer: () => answer(OPENED), signal: options?.signal });
      }),
    subscribe(event: string, listener: (data: { changes: readonly Change[] }) => void) {
      if (event === 'changed') heard.add(listener);
      return () => heard.delete(listener);
    },
  } as unknown as Channel;
  const commit = (...changes: readonly Change[]) => {
    for (const listener of [...heard]) listener({ changes });
  };
  return { channel, asked, commit };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  openNothing();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a source the pointer rests on is asked for once, one it passes by is not', async () => {
  const { channel, asked } = channelWithAnswers();
  openAhead(channel, 'passed', false);
  openAhead(channel, 'rested', false);
  await vi.advanceTimersByTimeAsync(100);
  openAhead(channel, 'rested', true);
  expect(asked.map(({ id }) => id)).toEqual(['rested']);
  expect(openedAhead(channel, 'rested')).toBeNull();
  const opening = open(channel, 'rested', undefined, new AbortController().signal);
  asked[0]?.answer();
  expect(await opening).toEqual(OPENED);
  expect(openedAhead(channel, 'rested')).toEqual(OPENED);
  expect(asked).toHaveLength(1);
});

test('another source takes the place of the one before, whose question is called back', async () => {
  const { channel, asked } = channelWithAnswers();
  openAhead(channel, 'one', true);
  openAhead(channel, 'other', true);
  expect(asked[0]?.signal?.aborted).toBe(true);
  asked[1]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(openedAhead(channel, 'one')).toBeNull();
  expect(openedAhead(channel, 'other')).toEqual(OPENED);
});

test('what was heard since makes an answer untrue: it is asked for again, and who opens meanwhile waits for the new one', async () => {
  const { channel, asked, commit } = channelWithAnswers();
  openAhead(channel, 'source', true);
  asked[0]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  commit({ noun: 'highlight', id: 'h', deed: 'created', sourceId: 'another' });
  expect(openedAhead(channel, 'source')).toEqual(OPENED);
  commit({ noun: 'highlight', id: 'h', deed: 'created', sourceId: 'source' });
  expect(openedAhead(channel, 'source')).toBeNull();
  const opening = open(channel, 'source', undefined, new AbortController().signal);
  expect(asked).toHaveLength(2);
  asked[1]?.answer();
  expect(await opening).toEqual(OPENED);
});

test('an answer on its way when it becomes untrue is not taken', async () => {
  const { channel, asked, commit } = channelWithAnswers();
  openAhead(channel, 'source', true);
  const opening = open(channel, 'source', undefined, new AbortController().signal);
  commit({ noun: 'tag', id: 't', deed: 'updated' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
  asked[1]?.answer();
  expect(await opening).toEqual(OPENED);
});

test('a visit to a passage asks for the text there', async () => {
  const { channel, asked } = channelWithAnswers();
  openAhead(channel, 'source', true);
  asked[0]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  void open(channel, 'source', 40_000, new AbortController().signal);
  expect(asked).toHaveLength(2);
});
