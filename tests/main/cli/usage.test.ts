import { afterAll, describe, expect, test } from 'vitest';
import { newWork } from './work.ts';

const { lectern } = await newWork();
afterAll(() => lectern.end());

describe('usage', () => {
  test.each([
    [[]],
    [['dance']],
    [['__proto__']],
    [['create']],
    [['create', 'a', 'b']],
    [['list', 'work.lectern']],
    [['list', 'work.lectern', 'dreams']],
    [['list', 'work.lectern', 'tags', '--loud']],
    [['check', 'work.lectern', '--json=yes']],
    [['serve', '--port', '99999']],
  ])('lectern %j is wrong', async (args) => {
    const { code, stderr } = await lectern.run(...args);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test('every command explains itself', async () => {
    const overview = (await lectern.run('--help')).stdout;
    for (const name of [
      'create',
      'import',
      'import-entities',
      'list',
      'search',
      'export',
      'mentions',
      'check',
      'backup',
      'restore',
      'salvage',
      'call',
      'serve',
    ]) {
      expect(overview).toMatch(new RegExp(`lectern ${name} +[A-Z[]`));
      const { code, stdout } = await lectern.run(name, '--help');
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Usage: lectern ${name} `));
    }
  });
});
