import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOf } from '../../../main/app/place-of.ts';
import { startApp } from './desk.ts';

test.each([
  ['/home/ada/Dropbox/war.lectern', 'Dropbox'],
  ['/home/ada/Dropbox (Personal)/x/war.lectern', 'Dropbox'],
  ['C:\\Users\\Ada\\OneDrive - University\\war.lectern', 'OneDrive'],
  ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/war.lectern', 'iCloud'],
  ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/war.lectern', 'Google Drive'],
  ['/home/ada/Nextcloud/war.lectern', 'Nextcloud'],
])('%s is kept in step by %s', (path, service) => {
  expect(placeOf(path)).toEqual({ place: 'synchronised', service });
});

test('a name alone makes no service of a folder, and a file’s own name none of it', () => {
  expect(placeOf('/home/ada/letters about Dropbox/war.lectern')).toEqual({ place: 'local', service: '' });
  expect(placeOf('/home/ada/Dropbox')).toEqual({ place: 'local', service: '' });
  expect(placeOf(import.meta.filename)).toEqual({ place: 'local', service: '' });
});

test('the status of a notebook says where it lies', async () => {
  const { call, folder } = await startApp();
  expect(await call('notebook.status', {})).toMatchObject({ place: 'local', service: '' });
  mkdirSync(join(folder, 'Dropbox'));
  const status = await call('notebook.create', { path: join(folder, 'Dropbox', 'war.lectern') });
  expect(status).toMatchObject({ place: 'synchronised', service: 'Dropbox' });
});
