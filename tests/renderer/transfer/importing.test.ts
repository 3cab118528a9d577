import { expect, test } from 'vitest';
import { newId } from '../../../main/contract/index.ts';
import type { Client, Host } from '../../../renderer/client/index.ts';
import { notebook } from '../../../renderer/state/index.ts';
import type { Taken } from '../../../renderer/transfer/import-queue.ts';
import { importAgain, importing, mayComeIn, nextOf } from '../../../renderer/transfer/importing.ts';
import { startApp } from '../../main/app/desk.ts';

const report = { id: '1', taken: [] };

test('an import that ends opens nothing over a dialog somebody is at, and its questions come before its report', () => {
  expect(nextOf({ report, unsure: ['a'] }, true)).toBeNull();
  expect(nextOf({ report, unsure: ['a'] }, false)).toBe('encoding');
  expect(nextOf({ report, unsure: [] }, true)).toBeNull();
  expect(nextOf({ report, unsure: [] }, false)).toBe('report');
  expect(nextOf({ report: null, unsure: [] }, false)).toBeNull();
});

test('a file that comes in only at the second try is asked about like any other', async () => {
  const { call, upload } = await startApp();
  const client = { call } as unknown as Client;
  const host = {
    async upload(file: File) {
      return upload(file.name, new Uint8Array(await file.arrayBuffer()));
    },
  } as unknown as Host;
  notebook.set({ status: await call('notebook.status', {}) });
  const item = { name: 'short.txt', file: new File([Buffer.from('Prost. \xe9\n', 'latin1')], 'short.txt') };
  const stopped: Taken = {
    item: { ...item, isInArchive: false },
    result: { fileName: item.name, outcome: 'cancelled', remarks: [] },
  };
  await importAgain(client, host, { id: newId(0, (count) => new Uint8Array(count)), taken: [stopped] });
  const { report: again, unsure } = importing.get();
  expect(again?.taken.map(({ result }) => result.remarks.map(({ code }) => code))).toEqual([['unsure-encoding']]);
  expect(unsure).toEqual(again?.taken.map(({ result }) => result.source?.id));
});

test('only what may come in now is tried again; what is wrong with a file itself stays said', async () => {
  const asked: string[] = [];
  const { call, upload } = await startApp();
  const client = { call } as unknown as Client;
  const host = {
    async upload(file: File) {
      asked.push(file.name);
      return upload(file.name, new Uint8Array(await file.arrayBuffer()));
    },
  } as unknown as Host;
  notebook.set({ status: await call('notebook.status', {}) });
  const failed = (name: string, code: string): Taken => ({
    item: { name, file: new File(['Words.'], name), isInArchive: false },
    result: { fileName: name, outcome: 'failed', remarks: [], failure: { code, message: '' } },
  });
  const taken = [
    failed('empty.txt', 'empty-file'),
    failed('photo.png', 'unsupported-format'),
    failed('torn.docx', 'damaged-file'),
    failed('shut.epub', 'encrypted-file'),
    failed('a.zip/../out.txt', 'not-allowed'),
    failed('slow.txt', 'too-laborious'),
  ];
  expect(taken.filter(mayComeIn).map(({ item }) => item.name)).toEqual(['slow.txt']);
  await importAgain(client, host, { id: newId(0, (count) => new Uint8Array(count)), taken });
  expect(asked).toEqual(['slow.txt']);
  expect(importing.get().report?.taken.map(({ result }) => result.failure?.code ?? result.outcome)).toEqual([
    'empty-file',
    'unsupported-format',
    'damaged-file',
    'encrypted-file',
    'not-allowed',
    'imported',
  ]);
});
