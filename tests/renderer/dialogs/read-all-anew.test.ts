import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { CallFailed } from '../../../main/contract/index.ts';
import type { Client } from '../../../renderer/client/index.ts';
import { readAllAnew } from '../../../renderer/dialogs/source/read-all-anew.ts';
import { startApp } from '../../main/app/desk.ts';

test('where one of several texts cannot be read anew, those before it are done, and one undo takes back all of them', async () => {
  const app = await startApp();
  const client = {
    async call(method: string, input: unknown) {
      const answer = await app.handle(method, input);
      if ('failure' in answer) throw new CallFailed(answer.failure);
      return answer.output;
    },
  } as unknown as Client;
  const ids: string[] = [];
  for (const words of ['Зима пришла рано.', 'Люди молчали.', 'Потом пришла весна.', 'И лето.']) {
    const name = `${ids.length}.txt`;
    const files = [{ upload: app.upload(name, iconv.encode(words, 'koi8-r')), name, encoding: 'windows-1251' }];
    ids.push((await app.call('sources.import', { files })).files[0]?.source?.id ?? '');
  }
  await app.call('sources.remove', { id: ids[2] ?? '' });
  const encodings = async () => (await app.call('sources.list', {})).map(({ encoding }) => encoding).toSorted();

  const { done, left, failure } = await readAllAnew(client, ids, 'koi8-r');
  expect([done.map(({ id }) => id), left, failure?.code]).toEqual([ids.slice(0, 2), 0, 'not-found']);
  expect(await encodings()).toEqual(['koi8-r', 'koi8-r', 'windows-1251']);

  expect(await app.call('history.undo', {})).toMatchObject({ deed: 'read-anew', subject: '0 (+1)' });
  expect(await encodings()).toEqual(['windows-1251', 'windows-1251', 'windows-1251']);
});
