import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Output } from '../../../main/contract/index.ts';
import { newWork, TEXT } from './work.ts';

const { lectern, path, refused, sourceId } = await newWork();
afterAll(() => lectern.end());

describe('list', () => {
  test.each([
    ['sources', { title: 'krig', blocks: 2, highlights: 1 }],
    [
      'highlights',
      { start: 12, end: 25, quote: 'იოსებ სტალინი', tags: ['person', 'leder'], comment: 'Hvem?', locator: '¶ 1' },
    ],
    ['tags', { name: 'person', highlights: 1 }],
    ['entities', { type: 'person', name: 'Stalin', aliases: ['Иосиф'] }],
    ['notes', { title: 'Om krigen' }],
    ['outlines', { title: 'Boka' }],
  ])('%s as JSON and as a table', async (kind, fields) => {
    const items = await lectern.json<readonly unknown[]>('list', 'work.lectern', kind, '--json');
    expect(items).toContainEqual(expect.objectContaining(fields));
    const { code, stdout } = await lectern.run('list', 'work.lectern', kind);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(items.length + 1);
  });

  test('relations, of which there are none', async () => {
    expect(await lectern.json('list', 'work.lectern', 'relations', '--json')).toEqual([]);
  });
});

describe('search', () => {
  test('finds places, with their snippets and locators', async () => {
    const found = await lectern.json<Output<'search.query'>>('search', 'work.lectern', 'TIFLIS', '--json');
    expect(found.hits).toContainEqual(
      expect.objectContaining({ kind: 'block', locator: '¶ 1', snippet: expect.stringContaining('Tiflis') }),
    );
    const { stdout } = await lectern.run('search', 'work.lectern', 'til', 'baku', '--limit', '1');
    expect(stdout).toMatch(/^KIND.*\nblock .*¶ 2 .*Baku/);
  });

  test.each(['0', 'many', '-1', '10001'])('takes no limit of %s', async (limit) => {
    expect(await lectern.run('search', 'work.lectern', 'x', `--limit=${limit}`)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('mentions', () => {
  test('lists what is not linked, in code points', async () => {
    type Found = Output<'mentions.find'>;
    const [found] = await lectern.json<Found>('mentions', 'work.lectern', 'Stalin', '--json');
    expect(found).toMatchObject({ quote: 'Иосиф', sourceId });
    expect(Array.from(TEXT).slice(found?.start, found?.end).join('')).toBe('Иосиф');
    expect((await lectern.run('mentions', 'work.lectern', 'Stalin')).stdout).toContain('[Иосиф]');
    expect(await lectern.json('mentions', 'work.lectern', '--type', 'person', '--json')).toContainEqual(found);
    expect(await lectern.json('mentions', 'work.lectern', '--type', 'event', '--json')).toEqual([]);
  });

  test('refuses an entity nobody made', async () => {
    await refused('mentions', 'work.lectern', 'Nobody');
  });
});

describe('what is printed for people', () => {
  const hostile = '\u001b]0;owned\u0007\u009b31m\u202efdp';
  /** Whatever could speak to a terminal, or turn the order of what it shows; line ends are the command's own. */
  const commands = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

  test('gives no commands to the terminal, whatever a file or a title is called', async () => {
    await lectern.run('create', 'hostile.lectern');
    const name = `${hostile}\nimported: other.txt`;
    writeFileSync(path(name), 'Et ord.\n');
    const imported = await lectern.run('import', 'hostile.lectern', name);
    expect(imported.code).toBe(0);
    expect(imported.stdout).toMatch(/^imported: [^\n]+\n$/);
    await lectern.run('call', 'hostile.lectern', 'notes.create', JSON.stringify({ title: hostile, markdown: '' }));
    const listed = await lectern.run('list', 'hostile.lectern', 'notes');
    const missing = await lectern.run('import', 'hostile.lectern', `${hostile}.md`);
    const unknown = await lectern.run(hostile);
    for (const { stdout, stderr } of [imported, listed, missing, unknown]) {
      expect(stdout + stderr).toContain('owned');
      expect(stdout + stderr).not.toMatch(commands);
    }
  });

  test('is exact as JSON', async () => {
    const [source] = await lectern.json<Output<'sources.list'>>('list', 'hostile.lectern', 'sources', '--json');
    expect(source?.fileName).toBe(`${hostile}\nimported: other.txt`);
  });
});
