import { expect, test } from 'vitest';
import { CallFailed, type Failure, type ImportedFile } from '../../../main/contract/index.ts';
import { type QueueProgress, type TakeFile, takeAll } from '../../../renderer/transfer/import-queue.ts';

const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => new File(['words'], name));

const imported: TakeFile = async ({ name }) => ({ fileName: name, outcome: 'imported', remarks: [] });

const failing =
  (code: Failure['code'], which: string): TakeFile =>
  async (file, ...rest) => {
    if (file.name === which) throw new CallFailed({ code, message: 'No.' });
    return imported(file, ...rest);
  };

async function outcomes(take: TakeFile, control: Partial<Parameters<typeof takeAll>[2]> = {}) {
  const usual = { signal: new AbortController().signal, released: async () => {} };
  const taken = await takeAll(files, take, { ...usual, ...control }, () => {});
  expect(taken.map(({ file }) => file)).toEqual(files);
  return taken.map(({ result }): ImportedFile['outcome'] => result.outcome);
}

test('a file that fails keeps no other from being imported', async () => {
  expect(await outcomes(failing('damaged-file', 'b.txt'))).toEqual(['imported', 'failed', 'imported']);
});

test('after what every file would fail of, those left are not begun', async () => {
  for (const code of ['engine-lost', 'disk-full', 'no-notebook', 'read-only'] as const) {
    expect(await outcomes(failing(code, 'b.txt')), code).toEqual(['imported', 'failed', 'cancelled']);
  }
});

test('a stopped import keeps what is complete', async () => {
  const stopping = new AbortController();
  const take: TakeFile = async (file, signal, onShare) => {
    if (file.name !== 'b.txt') return imported(file, signal, onShare);
    stopping.abort();
    throw new CallFailed({ code: 'cancelled', message: 'Cancelled.' });
  };
  expect(await outcomes(take, { signal: stopping.signal })).toEqual(['imported', 'cancelled', 'cancelled']);
});

test('a held import finishes its file and begins no other until it is let go', async () => {
  const begun: string[] = [];
  const hold = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const released = () => {
    if (begun.length === 0) return Promise.resolve();
    held.resolve();
    return hold.promise;
  };
  const take: TakeFile = (file, ...rest) => {
    begun.push(file.name);
    return imported(file, ...rest);
  };
  const all = outcomes(take, { released });
  await held.promise;
  expect(begun).toEqual(['a.txt']);
  hold.resolve();
  expect(await all).toEqual(['imported', 'imported', 'imported']);
});

test('progress grows from file to file and never runs backwards', async () => {
  const told: QueueProgress[] = [];
  const take: TakeFile = async (file, signal, onShare) => {
    onShare(0.5);
    onShare(1);
    return imported(file, signal, onShare);
  };
  const control = { signal: new AbortController().signal, released: async () => {} };
  await takeAll(files, take, control, (progress) => told.push(progress));
  expect(told.map(({ done }) => done)).toEqual([0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3]);
  expect(told[4]).toEqual({ done: 1.5, total: 3, at: 2, item: 'b.txt' });
});
