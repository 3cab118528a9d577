import { expect, test } from 'vitest';
import { CallFailed, newId } from '../../../main/contract/index.ts';
import type { Client, Host } from '../../../renderer/client/index.ts';
import { type QueueItem, takeAll } from '../../../renderer/transfer/import-queue.ts';
import { fileTaker, unpacker } from '../../../renderer/transfer/take-file.ts';
import { startApp } from '../../main/app/desk.ts';
import { textParts, zip } from '../../main/interchange/documents/zip.ts';

test('those files of an archive that are tried again are unpacked at one go', async () => {
  const app = await startApp();
  const asked: string[] = [];
  const client = {
    async call(method: string, input: unknown) {
      asked.push(method);
      const answer = await app.handle(method, input);
      if ('failure' in answer) throw new CallFailed(answer.failure);
      return answer.output;
    },
  } as unknown as Client;
  let handed = 0;
  const host = {
    async upload(file: File) {
      handed++;
      return app.upload(file.name, new Uint8Array(await file.arrayBuffer()));
    },
  } as unknown as Host;
  const parts = { 'a.txt': 'Ay.', 'b.txt': 'Bee.', 'in/c.txt': 'See.', 'd.txt': 'Dee.' };
  const file = new File([zip(textParts(parts)).slice()], 'papers.zip');
  const items: QueueItem[] = ['a.txt', 'in/c.txt', 'gone.txt', 'd.txt'].map((path) => ({
    name: `papers.zip/${path}`,
    file,
    isInArchive: true,
  }));
  const answered = new Set<QueueItem>();
  const uploads = new Map<QueueItem, string>();
  const run = newId(0, (count) => new Uint8Array(count));
  const taken = await takeAll(
    items,
    {
      take: fileTaker(client, host, { run, again: true }, items, answered, uploads),
      unpack: unpacker(client, host, uploads),
    },
    { signal: new AbortController().signal, released: async () => {}, ask: async () => 'leave-all' },
    () => {},
  );
  expect(taken.map(({ result: { outcome, failure } }) => failure?.code ?? outcome)).toEqual([
    'imported',
    'imported',
    'file-missing',
    'imported',
  ]);
  expect([handed, asked.filter((method) => method === 'imports.unpack').length]).toEqual([1, 1]);
  expect(uploads.size).toBe(0);
});
