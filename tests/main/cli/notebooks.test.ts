import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Output } from '../../../main/contract/index.ts';
import { newLectern } from './lectern.ts';
import { newWork } from './work.ts';

const { lectern, path, refused } = await newWork();
afterAll(() => lectern.end());

describe('create', () => {
  test('makes a notebook and prints its path', async () => {
    expect(await lectern.run('create', 'new.lectern')).toEqual({
      code: 0,
      stdout: `${path('new.lectern')}\n`,
      stderr: '',
    });
    expect(statSync(path('new.lectern')).size).toBeGreaterThan(0);
  });

  test('never replaces a file', async () => {
    writeFileSync(path('taken.lectern'), 'mine');
    expect(await refused('create', 'taken.lectern')).toContain('taken.lectern');
    expect(readFileSync(path('taken.lectern'), 'utf8')).toBe('mine');
  });

  test('refuses a folder that is not there', async () => {
    await refused('create', 'nowhere/new.lectern');
  });

  test('adds nothing to the notebooks the user opened', async () => {
    expect(existsSync(path('config/preferences.json'))).toBe(false);
  });
});

describe('a notebook of a newer version', () => {
  test('is read, and whoever reads it is told; what would change it is refused and says why', async () => {
    copyFileSync(path('work.lectern'), path('newer.lectern'));
    const handle = new Database(path('newer.lectern'));
    handle.pragma('user_version = 999');
    handle.close();
    const { code, stdout, stderr } = await lectern.run('list', 'newer.lectern', 'tags', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(stderr).toMatch(/^lectern: “newer” was made by a newer version of Lectern[^\n]+\n$/);
    const before = readFileSync(path('newer.lectern'));
    for (const args of [
      ['import', 'newer.lectern', 'krig.txt'],
      ['call', 'newer.lectern', 'tags.create', '{"name":"x"}'],
    ]) {
      const outcome = await lectern.run(...args);
      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toContain('made by a newer version of Lectern, so it is open for reading only.');
    }
    expect(readFileSync(path('newer.lectern')).equals(before)).toBe(true);
  });
});

describe('check and backup', () => {
  test('a whole notebook is in order', async () => {
    expect(await lectern.json('check', 'work.lectern', '--json')).toMatchObject({ ok: true, defects: [] });
    expect((await lectern.run('check', 'work.lectern', '--repair')).stdout).toMatch(/^In order: /);
  });

  test('a backup is a notebook with the same in it, and replaces nothing', async () => {
    const outcome = await lectern.run('backup', 'work.lectern', '-o', 'copy.lectern');
    expect(outcome).toEqual({ code: 0, stdout: `${path('copy.lectern')}\n`, stderr: '' });
    const titles = await lectern.json<Output<'sources.list'>>('list', 'copy.lectern', 'sources', '--json');
    expect(titles.map(({ title }) => title)).toEqual(['krig']);
    await refused('backup', 'work.lectern', '-o', 'copy.lectern');
  });

  test('a folder for backups that cannot be made is named', async () => {
    const blocked = newLectern();
    onTestFinished(() => blocked.end());
    writeFileSync(join(blocked.folder, 'config'), 'A file where the folder would be.');
    const outcome = await blocked.run('backup', path('work.lectern'));
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^lectern: The folder [^\n]+work [0-9a-f]{8} cannot be made\.\n$/);
  });

  test('without -o it goes to the folder for backups', async () => {
    const { stdout } = await lectern.run('backup', 'work.lectern');
    expect(stdout.startsWith(path('config/backups'))).toBe(true);
    expect(existsSync(stdout.trim())).toBe(true);
  });
});

test('restore lists the backups of a notebook that is gone, and puts one back', async () => {
  await lectern.run('create', 'lost.lectern');
  await lectern.run('call', 'lost.lectern', 'tags.create', '{"name":"kept"}');
  expect((await lectern.run('restore', 'lost.lectern')).code).toBe(1);
  await lectern.run('backup', 'lost.lectern');
  rmSync(path('lost.lectern'));
  const { backups } = await lectern.json<Output<'backups.list'>>('restore', 'lost.lectern', '--json');
  expect(backups).toMatchObject([{ kind: 'manual', flawed: false }]);
  const restored = await lectern.run('restore', 'lost.lectern', backups[0]?.id ?? '');
  expect(restored).toMatchObject({ code: 0, stdout: `${path('lost.lectern')}\n` });
  const tags = await lectern.json<Output<'tags.list'>>('list', 'lost.lectern', 'tags', '--json');
  expect(tags.map(({ name }) => name)).toEqual(['kept']);
});
