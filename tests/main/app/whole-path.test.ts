import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApp } from './desk.ts';

test('a path that does not say where it begins is refused, whatever it is for', async () => {
  const app = await startApp();
  const path = join(app.folder, 'test.lectern');
  const { path: made } = await app.call('notebook.backup', {});
  const { backups } = await app.call('backups.list', {});
  const id = backups[0]?.id ?? '';
  const before = readdirSync('.');
  for (const [method, input] of [
    ['notebook.open', { path: 'war.lectern' }],
    ['notebook.create', { path: './war.lectern' }],
    ['notebook.backup', { path: 'copy.lectern' }],
    ['backups.list', { notebook: 'test.lectern' }],
    ['backups.verify', { id, notebook: '../test.lectern' }],
    ['backups.restore', { id, as: 'copy', path: 'copy.lectern' }],
    ['recovery.salvage', { path: 'test.lectern' }],
    ['recovery.salvage', { path: made, target: 'saved.lectern' }],
    ['preferences.set', { backupFolder: 'backups' }],
  ] as const) {
    expect(await app.refused(method, input), method).toMatchObject({
      code: 'path-not-whole',
      message: expect.stringMatching(/^“[^”]+” does not say where it begins; give the whole path\.$/),
    });
  }
  expect(readdirSync('.')).toEqual(before);
  expect(await app.call('notebook.status', {})).toMatchObject({ open: true, path });
});
