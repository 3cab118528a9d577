import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApp } from './desk.ts';

test('the status says of a notebook that was not closed properly that it was recovered, and of a closed one not', async () => {
  const { call, folder } = await startApp();
  const path = join(folder, 'test.lectern');
  expect(await call('notebook.status', {})).toMatchObject({ open: true, recovered: false });
  expect(await call('notebook.close', {})).toMatchObject({ open: false, recovered: false });
  // What a program leaves that ends without closing, even between two deeds.
  writeFileSync(`${path}-journal`, '');
  expect(await call('notebook.open', { path })).toMatchObject({ open: true, recovered: true });
  await call('notebook.close', {});
  expect(await call('notebook.open', { path })).toMatchObject({ open: true, recovered: false });
});
