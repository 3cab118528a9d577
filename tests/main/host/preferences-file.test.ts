import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { preferencesFile, replaceFile } from '../../../main/host/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what was written is read, in a folder made for it', async () => {
  const file = preferencesFile(join(folder, 'new', 'preferences.json'));
  expect(await file.read()).toBeUndefined();
  await file.write({ theme: 'dark' });
  expect(await file.read()).toEqual({ theme: 'dark' });
});

test('a file that is no JSON counts as none', async () => {
  const path = join(folder, 'torn.json');
  writeFileSync(path, '{"theme": "da');
  expect(await preferencesFile(path).read()).toBeUndefined();
});

test('a file is replaced whole or not at all', async () => {
  const path = join(folder, 'whole.json');
  writeFileSync(path, 'old');
  await replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  await expect(replaceFile(join(folder, 'missing', 'x.json'), 'new')).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
