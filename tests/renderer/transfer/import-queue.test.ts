import { describe, expect, test } from 'vitest';
import { CallFailed, type Failure, type ImportedFile } from '../../../main/contract/index.ts';
import {
  type QueueControl,
  type QueueItem,
  type QueueProgress,
  type TakeFile,
  takeAll,
  type Unpack,
} from '../../../renderer/transfer/import-queue.ts';

const nobody = async () => 'leave-all' as const;

const itemOf = (name: string): QueueItem => ({ name, file: new File(['words'], name), isInArchive: false });
const files = ['a.txt', 'b.txt', 'c.txt'].map(itemOf);

const noArchive: Unpack = async () => [];

const imported: TakeFile = async ({ name }) => ({ fileName: name, outcome: 'imported', remarks: [] });

const failing =
  (code: Failure['code'], which: string): TakeFile =>
  async (file, ...rest) => {
    if (file.name === which) throw new CallFailed({ code, message: 'No.' });
    return imported(file, ...rest);
  };

async function outcomes(take: TakeFile, control: Partial<Parameters<typeof takeAll>[2]> = {}) {
  const usual = { signal: new AbortController().signal, released: async () => {}, ask: nobody };
  const taken = await takeAll(files, { take, unpack: noArchive }, { ...usual, ...control }, () => {});
  expect(taken.map(({ item }) => item)).toEqual(files);
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
  const control = { signal: new AbortController().signal, released: async () => {}, ask: nobody };
  await takeAll(files, { take, unpack: noArchive }, control, (progress) => told.push(progress));
  expect(told.map(({ done }) => done)).toEqual([0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3]);
  expect(told[4]).toEqual({ done: 1.5, total: 3, at: 2, item: 'b.txt' });
});

describe('files that ask for a password', () => {
  const locked = (passwords: Readonly<Record<string, string>>, begun: string[] = []): TakeFile => {
    return async (file, signal, onShare, password) => {
      const wanted = passwords[file.name];
      begun.push([file.name, password].filter((each) => each !== undefined).join(' '));
      if (wanted === undefined || password === wanted) return imported(file, signal, onShare);
      const code = password === undefined ? 'password-needed' : 'wrong-password';
      return { fileName: file.name, outcome: 'failed', remarks: [], failure: { code, message: 'No.' } };
    };
  };

  test('wait until all others are done, are told of a wrong one, and try what opened another', async () => {
    const asked: unknown[] = [];
    const answers = ['wrong', 'right'];
    const ask: QueueControl['ask'] = async ({ item, ...question }) => {
      asked.push([item.name, question]);
      return { password: answers.shift() ?? '' };
    };
    const begun: string[] = [];
    const take = locked({ 'a.txt': 'right', 'c.txt': 'right' }, begun);
    expect(await outcomes(take, { ask })).toEqual(['imported', 'imported', 'imported']);
    expect(begun).toEqual(['a.txt', 'b.txt', 'c.txt', 'a.txt wrong', 'a.txt right', 'c.txt right']);
    expect(asked).toEqual([
      ['a.txt', { isWrong: false, others: 1 }],
      ['a.txt', { isWrong: true, others: 1 }],
    ]);
  });

  test('stay out one by one or all at once', async () => {
    const take = locked({ 'a.txt': 'x', 'b.txt': 'x', 'c.txt': 'y' });
    let asked = 0;
    const one: QueueControl['ask'] = async () => (++asked === 1 ? 'leave' : { password: asked === 2 ? 'x' : 'y' });
    expect(await outcomes(take, { ask: one })).toEqual(['failed', 'imported', 'imported']);
    asked = 0;
    const none: QueueControl['ask'] = async () => {
      asked++;
      return 'leave-all';
    };
    expect(await outcomes(take, { ask: none })).toEqual(['failed', 'failed', 'failed']);
    expect(asked).toBe(1);
  });
});

describe('archives', () => {
  const take: TakeFile = async (item, ...rest) => {
    if (item.name === 'b.txt') throw new CallFailed({ code: 'is-archive', message: 'It is one.' });
    return imported(item, ...rest);
  };
  const usual = { signal: new AbortController().signal, released: async () => {}, ask: nobody };

  test('make room for their files, of which each counts, and what cannot be had is said in its place', async () => {
    const told: QueueProgress[] = [];
    const failure = { code: 'not-allowed', message: 'It leads out.' };
    const unpack: Unpack = async () => [
      { item: { ...itemOf('b.txt/1'), isInArchive: true } },
      { item: { ...itemOf('b.txt/2'), isInArchive: true }, failure },
    ];
    const taken = await takeAll(files, { take, unpack }, usual, (progress) => told.push(progress));
    expect(taken.map(({ result }) => [result.fileName, result.outcome])).toEqual([
      ['a.txt', 'imported'],
      ['b.txt/1', 'imported'],
      ['b.txt/2', 'failed'],
      ['c.txt', 'imported'],
    ]);
    expect(taken[2]?.result.failure).toEqual(failure);
    expect(told.at(-1)).toEqual({ done: 3, total: 4, at: 4, item: 'c.txt' });
  });

  test('that cannot be opened fail, and keep no other file from being imported', async () => {
    const unpack: Unpack = async () => {
      throw new CallFailed({ code: 'damaged-file', message: 'It is damaged.' });
    };
    const taken = await takeAll(files, { take, unpack }, usual, () => {});
    expect(taken.map(({ result }) => result.outcome)).toEqual(['imported', 'failed', 'imported']);
    expect(taken[1]?.result.failure?.code).toBe('damaged-file');
  });
});
