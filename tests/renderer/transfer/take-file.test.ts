import { expect, test } from 'vitest';
import { CallFailed, newId } from '../../../main/contract/index.ts';
import type { Client, Host } from '../../../renderer/client/index.ts';
import { type QueueItem, takeAll } from '../../../renderer/transfer/import-queue.ts';
import { fileTaker, unpacker } from '../../../renderer/transfer/take-file.ts';
import { startApp } from '../../main/app/desk.ts';
import { pdf } from '../../main/interchange/documents/pdf.ts';
import { textParts, zip } from '../../main/interchange/documents/zip.ts';

/** An app, and the doors to it through which an import goes, with what was asked and handed over. */
async function desk() {
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
  return { client, host, asked, handed: () => handed };
}

test('those files of an archive that are tried again are unpacked at one go', async () => {
  const { client, host, asked, handed } = await desk();
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
      unpack: unpacker(client, host, { run, again: true }, uploads),
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
  expect([handed(), asked.filter((method) => method === 'imports.unpack').length]).toEqual([1, 1]);
  expect(uploads.size).toBe(0);
});

test('a file of an archive that asks for its password is unpacked anew for the try', async () => {
  const { client, host, asked } = await desk();
  const locked = pdf([[{ text: 'Behind the door', x: 60, y: 700 }]], { password: 'sesam' });
  const file = new File(
    [zip([...textParts({ 'a.txt': 'Ay.' }), { name: 'locked.pdf', bytes: locked }]).slice()],
    'p.zip',
  );
  const items: QueueItem[] = [{ name: 'p.zip', file, isInArchive: false }];
  const uploads = new Map<QueueItem, string>();
  const run = newId(0, (count) => new Uint8Array(count));
  const taken = await takeAll(
    items,
    {
      take: fileTaker(client, host, { run, again: false }, items, new Set(), uploads),
      unpack: unpacker(client, host, { run, again: false }, uploads),
    },
    { signal: new AbortController().signal, released: async () => {}, ask: async () => ({ password: 'sesam' }) },
    () => {},
  );
  expect(taken.map(({ item, result }) => [item.name, result.failure?.code ?? result.outcome])).toEqual([
    ['p.zip/a.txt', 'imported'],
    ['p.zip/locked.pdf', 'imported'],
  ]);
  expect(asked.filter((method) => method === 'imports.unpack')).toHaveLength(2);
});

test('an archive that is tried again stands in the report for its files or for why it cannot be opened, once', async () => {
  const { client, host } = await desk();
  const run = newId(0, (count) => new Uint8Array(count));
  const whole = zip(textParts({ 'a.txt': 'Ay.' }));
  const items: QueueItem[] = [
    { name: 'whole.zip', file: new File([whole.slice()], 'whole.zip'), isInArchive: false },
    { name: 'cut.zip', file: new File([whole.slice(0, -30)], 'cut.zip'), isInArchive: false },
  ];
  const stopped = items.map(({ name }) => ({ fileName: name, outcome: 'cancelled' as const }));
  await client.call('imports.keep', { run, files: stopped });
  const answered = new Set<QueueItem>();
  const uploads = new Map<QueueItem, string>();
  const of = { run, again: true };
  const taken = await takeAll(
    items,
    { take: fileTaker(client, host, of, items, answered, uploads), unpack: unpacker(client, host, of, uploads) },
    { signal: new AbortController().signal, released: async () => {}, ask: async () => 'leave-all' },
    () => {},
  );
  const kept = async () =>
    (await client.call('imports.get', { id: run })).files.map(({ fileName, outcome }) => [fileName, outcome]);
  expect(await kept()).toEqual([
    ['cut.zip', 'cancelled'],
    ['whole.zip/a.txt', 'imported'],
  ]);
  // The window has the notebook keep what else there is to say.
  const others = taken.filter(({ item }) => !answered.has(item)).map(({ result }) => [result.fileName, result.outcome]);
  expect(others).toEqual([['cut.zip', 'failed']]);
});
