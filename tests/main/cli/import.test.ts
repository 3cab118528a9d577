import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Output } from '../../../main/contract/index.ts';
import { letterDocx } from '../interchange/documents/letter-docx.ts';
import { pdf } from '../interchange/documents/pdf.ts';
import { zip } from '../interchange/documents/zip.ts';
import { newWork } from './work.ts';

const { lectern, path, refused } = await newWork();
afterAll(() => lectern.end());

describe('import', () => {
  test('takes files and folders, and leaves out what is there already', async () => {
    await lectern.run('create', 'import.lectern');
    type Report = Output<'sources.import'>;
    const first = await lectern.json<Report>('import', 'import.lectern', 'folder', 'krig.txt', '--json');
    expect(first.files.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['folder/b.md', 'imported'],
      ['folder/below/a.txt', 'imported'],
      ['krig.txt', 'imported'],
    ]);
    const second = await lectern.run('import', 'import.lectern', 'krig.txt');
    expect(second.code).toBe(0);
    expect(second.stdout).toMatch(/^duplicate: krig\.txt: /);
  });

  test('makes an outline of OPML, and of Markdown when asked', async () => {
    await lectern.run('create', 'outlines.lectern');
    const lines = '<outline text="A"><outline text="B"/><outline type="include" url="b.opml"/></outline>';
    writeFileSync(path('plan.opml'), `<opml><body>${lines}</body></opml>`);
    writeFileSync(path('plan.md'), '# Book\n\n## One\n');
    writeFileSync(path('bad.opml'), '<feed/>');
    const made = await lectern.run('import', 'outlines.lectern', 'plan.opml', 'bad.opml', 'krig.txt');
    expect(made.code).toBe(1);
    expect(made.stdout).toMatch(
      /imported: krig\.txt[^\n]*\nimported: plan\.opml: [\w-]+ {2}plan {2}\(2 items\); 1 included file left out\nfailed: bad\.opml/,
    );
    expect(made.stderr).toMatch(/1 of 3 not imported/);
    const report = await lectern.json<{ outlines: { outline: { title: string; items: number } }[] }>(
      'import',
      'outlines.lectern',
      'plan.md',
      '--outline',
      '--json',
    );
    expect(report.outlines).toMatchObject([{ outline: { title: 'Book', items: 1 } }]);
  });

  test('says in words what there was to remark', async () => {
    writeFileSync(path('letter.docx'), letterDocx());
    writeFileSync(path('line.txt'), 'One line.\u0007\n');
    await lectern.run('create', 'words.lectern');
    const { stdout } = await lectern.run('import', 'words.lectern', 'letter.docx', 'line.txt');
    expect(stdout).toMatch(/^imported: letter\.docx: [^\n]* blocks, [^\n]*; 4 tracked changes accepted/);
    expect(stdout).toMatch(/\nimported: line\.txt: \S+ {2}line {2}\(1 block, utf-8\); 1 control character removed\n$/);
  });

  test('opens what is protected with the passwords of a file or of standard input, and keeps none', async () => {
    writeFileSync(path('locked.pdf'), pdf([[{ text: 'Within', x: 60, y: 700 }]], { password: 'sesam7' }));
    await lectern.run('create', 'locks.lectern');
    const shut = await lectern.run('import', 'locks.lectern', 'locked.pdf');
    expect([shut.code, shut.stderr]).toEqual([1, expect.stringContaining('protected by a password')]);
    const wrong = await lectern.feed('one\n', 'import', 'locks.lectern', 'locked.pdf', '--passwords', '-');
    expect(wrong.stderr).toContain('not opened by this password');
    const open = await lectern.feed('one\nsesam7\n', 'import', 'locks.lectern', 'locked.pdf', '--passwords', '-');
    expect([open.code, open.stdout]).toEqual([0, expect.stringMatching(/^imported: locked\.pdf/)]);
    expect(readFileSync(path('locks.lectern')).includes('sesam7')).toBe(false);
  });

  test('takes an archive for the files in it, which have one report', async () => {
    const parts = { 'a.txt': 'Ay.', 'in/b.md': '# Bee', '../out.txt': 'Out.', 'empty.txt': '' };
    const entries = Object.entries(parts).map(([name, words]) => ({ name, bytes: Buffer.from(words) }));
    const locked = pdf([[{ text: 'Within', x: 60, y: 700 }]], { password: 'sesam7' });
    writeFileSync(path('papers.zip'), zip([...entries, { name: 'locked.pdf', bytes: locked }]));
    await lectern.run('create', 'archive.lectern');
    const { code, stdout } = await lectern.feed(
      'sesam7',
      'import',
      'archive.lectern',
      'papers.zip',
      '--passwords',
      '-',
    );
    expect(code).toBe(1);
    expect(stdout.split('\n').map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'imported papers.zip/a.txt',
      'imported papers.zip/in/b.md',
      'failed papers.zip/../out.txt',
      'failed papers.zip/empty.txt',
      'imported papers.zip/locked.pdf',
      '',
    ]);
    type Runs = Output<'imports.list'>;
    const [run, ...others] = await lectern.json<Runs>('call', 'archive.lectern', 'imports.list');
    expect([others, run]).toMatchObject([[], { imported: 3, failed: 2 }]);
    const sources = await lectern.json<Output<'sources.list'>>('list', 'archive.lectern', 'sources', '--json');
    expect(sources.map(({ fileName }) => fileName).sort()).toEqual(['a.txt', 'b.md', 'locked.pdf']);
  });

  test('imports the others when one fails, and says which', async () => {
    await lectern.run('create', 'some.lectern');
    writeFileSync(path('nothing.txt'), '');
    const { code, stdout, stderr } = await lectern.run('import', 'some.lectern', 'nothing.txt', 'krig.txt');
    expect(code).toBe(1);
    expect(stdout).toMatch(/failed: nothing\.txt[^\n]*\nimported: krig\.txt/);
    expect(stderr).toMatch(/^lectern: 1 of 2 not imported: [^\n]+\n$/);
  });

  test('says why for the first few and how many more there are', async () => {
    await lectern.run('create', 'none.lectern');
    mkdirSync(path('nothings'));
    for (let number = 1; number <= 20; number++) writeFileSync(path(`nothings/${number}.txt`), '');
    const { code, stdout, stderr } = await lectern.run('import', 'none.lectern', 'nothings');
    expect(code).toBe(1);
    expect(stdout.match(/^failed: /gm)).toHaveLength(20);
    expect(stderr).toMatch(/^lectern: 20 of 20 not imported: .+ And 17 more; [^\n]+\n$/);
    expect(stderr.length).toBeLessThan(400);
  });

  test.each([['missing.txt'], ['empty'], ['krig.txt', 'missing.txt']])(
    'refuses %s and changes nothing',
    async (...files) => {
      const before = readFileSync(path('work.lectern'));
      await refused('import', 'work.lectern', ...files);
      expect(readFileSync(path('work.lectern')).equals(before)).toBe(true);
    },
  );

  test.each([
    ['a notebook that is not there', 'missing.lectern'],
    ['a file that is none', 'krig.txt'],
    ['a folder', 'folder'],
  ])('refuses %s', async (_what, notebook) => {
    await refused('import', notebook, 'krig.txt');
  });
});

describe('import --encoding', () => {
  test('texts are read as it says, and an encoding nobody knows is refused', async () => {
    writeFileSync(path('zima.txt'), Buffer.from('9a c9 cd c1'.replaceAll(' ', ''), 'hex'));
    await lectern.run('create', 'coded.lectern');
    const wrong = ['import', 'coded.lectern', 'zima.txt', '--encoding', 'klingon'];
    expect(await refused(...wrong)).toContain('klingon');
    await lectern.run('import', 'coded.lectern', 'zima.txt', '--encoding', 'KOI8-R');
    expect(await refused(...wrong)).toContain('klingon');
    const list = await lectern.json<{ encoding: string }[]>('list', 'coded.lectern', 'sources', '--json');
    expect(list).toMatchObject([{ encoding: 'koi8-r' }]);
  });
});

describe('collections', () => {
  test('files are put into one as they come, and sources are listed by it and by status', async () => {
    writeFileSync(path('brev.txt'), 'Et brev.\n');
    await lectern.run('create', 'shelves.lectern');
    await lectern.run('import', 'shelves.lectern', 'krig.txt');
    await lectern.run('import', 'shelves.lectern', 'brev.txt', 'krig.txt', '--collection', 'Brev');
    const list = (...more: string[]) => lectern.json<{ title: string }[]>('list', 'shelves.lectern', ...more, '--json');
    expect(await list('collections')).toMatchObject([{ name: 'Brev', sources: 2 }]);
    expect((await list('sources', '--collection', 'brev', '--status', 'unread')).map(({ title }) => title)).toEqual([
      'krig',
      'brev',
    ]);
    expect(await list('sources', '--status', 'read')).toEqual([]);
    expect(await refused('list', 'shelves.lectern', 'sources', '--collection', 'Kart')).toContain('Kart');
    expect((await lectern.run('list', 'shelves.lectern', 'sources', '--status', 'half')).code).toBe(2);
    expect((await lectern.run('list', 'shelves.lectern', 'tags', '--status', 'read')).code).toBe(2);
  });

  test('they are made like the folders when asked, a folder that is given alone among them, and said with how many', async () => {
    for (const [name, words] of Object.entries({
      'archive/1911/a.txt': 'Ay.\n',
      'archive/1911/b.txt': 'Bee.\n',
      'archive/top.txt': 'Top.\n',
      'other/1911/a.txt': 'Ay.\n',
      'loose.txt': 'Loose.\n',
    })) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), words);
    }
    await lectern.run('create', 'folders.lectern');
    const tree = async () => {
      type Collections = Output<'collections.list'>;
      const list = await lectern.json<Collections>('list', 'folders.lectern', 'collections', '--json');
      const above = (id: string | null): string => {
        const found = list.find((each) => each.id === id);
        return found ? `${above(found.parentId)}/${found.name}` : '';
      };
      return list.map(({ id, sources }) => `${above(id)} ${sources}`).toSorted();
    };
    const alone = await lectern.run('import', 'folders.lectern', 'archive', '--collections');
    expect(alone.stdout).toMatch(
      /\ncollections: 3 sources put into collections like the folders, 2 collections made\n$/,
    );
    expect(await tree()).toEqual(['/archive 1', '/archive/1911 2']);

    // In another one, with what is in no folder; what was here already is put in too.
    const inside = [
      'import',
      'folders.lectern',
      'other',
      'loose.txt',
      '--collections',
      '--collection',
      'Study',
      '--json',
    ];
    const report = await lectern.json<Output<'collections.fromFolders'>>(...inside);
    expect(report).toMatchObject({ made: 2, put: 2, collections: [{ name: '1911' }, { name: 'other' }] });
    expect(await tree()).toEqual([
      '/Study 1',
      '/Study/other 0',
      '/Study/other/1911 1',
      '/archive 1',
      '/archive/1911 2',
    ]);
  });
});
