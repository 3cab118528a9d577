import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { canMakeDisks, newSmallDisk } from '../../db/support/small-disk.ts';
import { newLectern } from './lectern.ts';

const lectern = newLectern();
const inFolder = (name: string) => join(lectern.folder, name);

beforeAll(async () => {
  writeFileSync(inFolder('weather.txt'), 'It rained all winter.\nIn spring it did not.\n');
  writeFileSync(
    inFolder('plan.md'),
    '# A book\n\n## Winter\n\nRain, mostly.\n\n### Roofs\n\nThey leak.\n\n## Spring\n',
  );
  await lectern.run('create', 'book.lectern');
  await lectern.run('import', 'book.lectern', 'weather.txt');
  expect(await lectern.run('import', 'book.lectern', '--outline', 'plan.md')).toMatchObject({ code: 0 });
}, 60_000);

afterAll(() => lectern.end());

test('one branch of an outline, by its words', async () => {
  const args = ['--outline', 'A book', '--branch', 'Winter', '--numbered', '-o', 'winter.md'];
  expect(await lectern.run('export', 'book.lectern', ...args)).toMatchObject({ code: 0, stderr: '' });
  const text = readFileSync(inFolder('winter.md'), 'utf8');
  expect(text).toContain('# Winter\n\nA book\n\nRain, mostly.\n\n## 1.1 Roofs\n\nThey leak.\n');
  const missing = ['--outline', 'A book', '--branch', 'Autumn', '-o', 'x.md'];
  expect(await lectern.run('export', 'book.lectern', ...missing)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no outline item “Autumn”.'),
  });
  const alone = ['--source', 'weather', '--branch', 'Winter', '-o', 'x.md'];
  expect(await lectern.run('export', 'book.lectern', ...alone)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--branch goes with --outline.'),
  });
}, 60_000);

test('what a search finds', async () => {
  const outcome = await lectern.run('export', 'book.lectern', '--search', 'winter', '-o', 'found.md');
  expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining('found.md: 1 quotations, 0 unresolved\n') });
  const text = readFileSync(inFolder('found.md'), 'utf8');
  expect(text).toContain('# Search: winter\n');
  expect(text).toContain('> It rained all winter.\n>\n> — weather, ¶ 1\n');
  expect(text).toContain('## Outlines\n\n- **A book**');
}, 60_000);

test.skipIf(!canMakeDisks())(
  'on a full disk it says so, and leaves the older file and no half one [needs root and tmpfs]',
  async () => {
    const disk = newSmallDisk('128k');
    onTestFinished(() => disk.end());
    const target = join(disk.folder, 'book.docx');
    writeFileSync(target, 'The older one.');
    disk.fill();
    const outcome = await lectern.run('export', 'book.lectern', '--outline', 'A book', '-o', target);
    expect(outcome).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/no room|full/i) });
    expect(readFileSync(target, 'utf8')).toBe('The older one.');
    expect(readdirSync(disk.folder).sort()).toEqual(['book.docx', 'filler']);
    disk.free();
    expect(await lectern.run('export', 'book.lectern', '--outline', 'A book', '-o', target)).toMatchObject({ code: 0 });
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
  },
  60_000,
);
