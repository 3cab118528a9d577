import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { newWork } from './work.ts';

const { lectern, path } = await newWork();
afterAll(() => lectern.end());

describe('lists of entities', () => {
  test('a trial changes nothing; then good rows go in, bad ones are named, and all of it comes out again', async () => {
    await lectern.run('create', 'list.lectern');
    writeFileSync(path('people.csv'), '\uFEFFWho;When;Skip\n"Berg; Ada";1815;x\nFeil;1878-13;y\n');
    const said = ['list.lectern', 'people.csv', '--type', 'person', '--column', 'Who=name', '--column', 'When=dates'];
    const trial = await lectern.run('import-entities', ...said, '--dry-run');
    expect(trial.code).toBe(1);
    expect(trial.stdout).toContain('would be new: 1, changed: 0, left out: 1\nrow 3: dates 1878-13\n');
    expect(trial.stderr).toBe('lectern: 1 of 2 rows cannot be taken.\n');
    expect(await lectern.json('list', 'list.lectern', 'entities', '--json')).toEqual([]);
    expect((await lectern.run('import-entities', ...said)).stdout).toContain('new: 1, changed: 0, left out: 1');
    expect(await lectern.run('export-entities', 'list.lectern', '-o', 'out.csv')).toMatchObject({ code: 0 });
    expect(readFileSync(path('out.csv'), 'utf8')).toMatch(
      /^\uFEFFid,type,name,.*\r\n.*,person,Berg; Ada,,,1815,.*\r\n$/,
    );
    expect(await lectern.run('import-entities', 'list.lectern', 'out.csv')).toMatchObject({
      code: 0,
      stdout: 'new: 0, changed: 1, left out: 0\n',
    });
    expect((await lectern.run('import-entities', ...said, '--column', 'Skip=colour')).code).toBe(2);
    expect((await lectern.run('export-entities', 'list.lectern', '-o', 'out.xml')).code).toBe(2);
  });
});
