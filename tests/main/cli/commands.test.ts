import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Output } from '../../../main/contract/index.ts';
import { pngOf } from '../../support/images.ts';
import { pdf } from '../interchange/documents/pdf.ts';
import { zip } from '../interchange/documents/zip.ts';
import { type Lectern, newLectern } from './lectern.ts';

const TEXT = 'Først talte იოსებ სტალინი 𝔘 om Tiflis.\nSå kom «Иосиф» til Baku.\n';

let lectern: Lectern;
let sourceId: string;
const path = (name: string) => join(lectern.folder, name);

/** A refusal: exit code 1, nothing on standard output, one line on standard error without a stack trace. */
async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await lectern.run(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^lectern: [^\n]+\n$/);
  expect(stderr).not.toMatch(/ {4}at |Error:|node:internal/);
  return stderr;
}

beforeAll(async () => {
  lectern = newLectern();
  writeFileSync(path('krig.txt'), TEXT);
  mkdirSync(path('folder/below'), { recursive: true });
  mkdirSync(path('empty'));
  writeFileSync(path('folder/b.md'), '# Fred\n\nEt ord om Tiflis.\n');
  writeFileSync(path('folder/below/a.txt'), 'Dypere.\n');
  writeFileSync(path('folder/.hidden'), 'Not seen.\n');
  await lectern.run('create', 'work.lectern');
  await lectern.run('import', 'work.lectern', 'krig.txt');
  const [source] = await lectern.json<Output<'sources.list'>>('list', 'work.lectern', 'sources', '--json');
  sourceId = source?.id ?? '';
  const call = (method: string, input: unknown) => lectern.json('call', 'work.lectern', method, JSON.stringify(input));
  await call('highlights.create', { sourceId, start: 12, end: 25, tags: ['person', 'leder'], comment: 'Hvem?' });
  await call('entities.create', { type: 'person', name: 'Stalin', aliases: ['Иосиф'] });
  await call('entities.create', { type: 'place', name: 'Tiflis' });
  await call('notes.create', { title: 'Om krigen', markdown: 'Et **ord**.' });
  await call('outlines.create', { title: 'Boka' });
});
afterAll(() => lectern.end());

describe('import --encoding', () => {
  test('texts are read as it says, and an encoding nobody knows is refused', async () => {
    writeFileSync(path('zima.txt'), Buffer.from('9a c9 cd c1'.replaceAll(' ', ''), 'hex'));
    await lectern.run('create', 'coded.lectern');
    expect((await lectern.run('import', 'coded.lectern', 'zima.txt', '--encoding', 'klingon')).stderr).toContain(
      'klingon',
    );
    await lectern.run('import', 'coded.lectern', 'zima.txt', '--encoding', 'KOI8-R');
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
});

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

describe('import', () => {
  test('takes files and folders, and leaves out what is there already', async () => {
    await lectern.run('create', 'import.lectern');
    type Report = Output<'sources.import'>;
    const first = await lectern.json<Report>('import', 'import.lectern', 'folder', 'krig.txt', '--json');
    expect(first.files.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['b.md', 'imported'],
      ['a.txt', 'imported'],
      ['krig.txt', 'imported'],
    ]);
    const second = await lectern.run('import', 'import.lectern', 'krig.txt');
    expect(second.code).toBe(0);
    expect(second.stdout).toMatch(/^duplicate: krig\.txt: /);
  });

  test('makes an outline of OPML, and of Markdown when asked', async () => {
    await lectern.run('create', 'outlines.lectern');
    writeFileSync(
      join(lectern.folder, 'plan.opml'),
      '<opml><body><outline text="A"><outline text="B"/></outline></body></opml>',
    );
    writeFileSync(join(lectern.folder, 'plan.md'), '# Book\n\n## One\n');
    writeFileSync(join(lectern.folder, 'bad.opml'), '<feed/>');
    const made = await lectern.run('import', 'outlines.lectern', 'plan.opml', 'bad.opml', 'krig.txt');
    expect(made.code).toBe(1);
    expect(made.stdout).toMatch(
      /imported: krig\.txt[^\n]*\nimported: plan\.opml: [\w-]+ {2}plan {2}\(2 items\)\nfailed: bad\.opml/,
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

  test('opens what is protected with the passwords of a file or of standard input, and keeps none', async () => {
    writeFileSync(
      join(lectern.folder, 'locked.pdf'),
      pdf([[{ text: 'Within', x: 60, y: 700 }]], { password: 'sesam7' }),
    );
    await lectern.run('create', 'locks.lectern');
    const shut = await lectern.run('import', 'locks.lectern', 'locked.pdf');
    expect([shut.code, shut.stderr]).toEqual([1, expect.stringContaining('protected by a password')]);
    const wrong = await lectern.feed('one\n', 'import', 'locks.lectern', 'locked.pdf', '--passwords', '-');
    expect(wrong.stderr).toContain('not opened by this password');
    const open = await lectern.feed('one\nsesam7\n', 'import', 'locks.lectern', 'locked.pdf', '--passwords', '-');
    expect([open.code, open.stdout]).toEqual([0, expect.stringMatching(/^imported: locked\.pdf/)]);
    expect(readFileSync(join(lectern.folder, 'locks.lectern')).includes('sesam7')).toBe(false);
  });

  test('takes an archive for the files in it, which have one report', async () => {
    const parts = { 'a.txt': 'Ay.', 'in/b.md': '# Bee', '../out.txt': 'Out.', 'empty.txt': '' };
    const entries = Object.entries(parts).map(([name, words]) => ({ name, bytes: Buffer.from(words) }));
    const locked = pdf([[{ text: 'Within', x: 60, y: 700 }]], { password: 'sesam7' });
    writeFileSync(join(lectern.folder, 'papers.zip'), zip([...entries, { name: 'locked.pdf', bytes: locked }]));
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

describe('export', () => {
  test.each([
    ['--source', 'krig', 'markdown', 'out.md', 'იოსებ სტალინი'],
    ['--source', 'krig', undefined, 'byname.html', '<!doctype html>'],
    ['--tag', 'PERSON', 'md', 'tag.md', 'იოსებ სტალინი'],
    ['--entity', 'Иосиф', 'html', 'entity.html', 'Stalin'],
    ['--note', 'Om krigen', 'markdown', 'note.md', '**ord**'],
    ['--outline', 'Boka', 'markdown', 'outline.md', 'Boka'],
    ['--outline', 'Boka', 'docx', 'outline.docx', 'PK'],
    ['--outline', 'Boka', undefined, 'outline.odt', 'opendocument.text'],
    ['--source', 'krig', 'tex', 'source.tex', 'იოსებ სტალინი'],
    ['--tag', 'PERSON', 'opml', 'tag.opml', 'იოსებ სტალინი'],
    ['--entity', 'Иосиф', 'plain', 'entity.txt', 'Stalin'],
  ])('%s %s as %s', async (kind, name, format, file, content) => {
    const options = format === undefined ? [] : ['--format', format];
    const outcome = await lectern.run('export', 'work.lectern', kind, name, ...options, '-o', file);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path(file), 'utf8').toLowerCase()).toContain(content.toLowerCase());
  });

  test('puts the sources for biblatex beside LaTeX, and says so', async () => {
    const { stdout } = await lectern.run('export', 'work.lectern', '--tag', 'PERSON', '-o', 'mine.v2.tex');
    expect(stdout).toContain(path('mine.v2.bib'));
    expect(readFileSync(path('mine.v2.bib'), 'utf8')).toContain('{{krig}}');
  });

  test('puts images beside LaTeX under the name that was given', async () => {
    writeFileSync(path('map.png'), pngOf(4, 3));
    const { stdout } = await lectern.run(
      'call',
      'work.lectern',
      'images.add',
      JSON.stringify({ upload: path('map.png') }),
    );
    const { sha256 } = JSON.parse(stdout);
    const markdown = `![](lectern:image/${sha256})`;
    await lectern.run('call', 'work.lectern', 'notes.create', JSON.stringify({ title: 'Karte', markdown }));
    const made = await lectern.run('export', 'work.lectern', '--note', 'Karte', '-o', 'mine.v3.tex');
    const name = `mine.v3-${sha256.slice(0, 8)}.png`;
    expect(made.stdout).toContain(path(name));
    expect(readFileSync(path(name)).equals(pngOf(4, 3))).toBe(true);
  });

  test('cites in a style of ours or of a file, and leaves out what is not wanted', async () => {
    const options = ['--style', 'numeric', '--contents', '--without', 'tags', '--without', 'comments'];
    await lectern.run('export', 'work.lectern', '--tag', 'PERSON', ...options, '-o', 'cited.md');
    expect(readFileSync(path('cited.md'), 'utf8')).toMatch(/> \\\[1, ¶ \d+\\\]\n/);
    writeFileSync(path('broken.csl'), '<style>');
    const sentence = await refused('export', 'work.lectern', '--tag', 'PERSON', '--style', 'broken.csl', '-o', 'b.md');
    expect(sentence).toContain('citation style');
    expect(existsSync(path('b.md'))).toBe(false);
  });

  test('goes by an id as well, and replaces an older export whole', async () => {
    writeFileSync(path('old.md'), 'x'.repeat(100_000));
    expect(await lectern.run('export', 'work.lectern', '--source', sourceId, '-o', 'old.md')).toMatchObject({
      code: 0,
    });
    expect(readFileSync(path('old.md'), 'utf8')).not.toContain('xxx');
  });

  test('a name that several have is not guessed', async () => {
    await lectern.run('create', 'twice.lectern');
    for (let copy = 0; copy < 2; copy++)
      await lectern.run('call', 'twice.lectern', 'outlines.create', '{"title":"Bok"}');
    const sentence = await refused('export', 'twice.lectern', '--outline', 'Bok', '-o', 'bok.md');
    expect(sentence.match(/[0-9a-f-]{36} \(Bok\)/g)).toHaveLength(2);
  });

  test('refuses a name nobody has, a format it does not write, a folder that is not there', async () => {
    await refused('export', 'work.lectern', '--outline', 'Nobody', '-o', 'x.md');
    await refused('export', 'work.lectern', '--outline', 'Boka', '--format', 'rtf', '-o', 'x.rtf');
    await refused('export', 'work.lectern', '--outline', 'Boka', '-o', 'nowhere/x.md');
    expect(existsSync(path('x.md'))).toBe(false);
  });

  test.each([
    ['without -o', ['--outline', 'Boka', '--format', 'md']],
    ['without a thing to export', ['-o', 'x.md']],
    ['with two of them', ['--outline', 'Boka', '--note', 'Om krigen', '-o', 'x.md']],
    ['without a part there is not', ['--outline', 'Boka', '-o', 'x.md', '--without', 'charm']],
    ['with a language it has not', ['--outline', 'Boka', '-o', 'x.md', '--language', 'tlh']],
  ])('is used wrongly %s', async (_what, args) => {
    expect(await lectern.run('export', 'work.lectern', ...args)).toMatchObject({ code: 2, stdout: '' });
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

describe('call', () => {
  test('answers with the whole object as JSON', async () => {
    expect(await lectern.json('call', 'work.lectern', 'sources.text', JSON.stringify({ id: sourceId }))).toMatchObject({
      text: TEXT,
      blocks: [{ number: 1 }, { number: 2 }],
    });
  });

  test('reads a long input from standard input', async () => {
    const { code, stdout } = await lectern.feed('{"name":"fra stdin"}', 'call', 'work.lectern', 'tags.create', '-');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'fra stdin' });
  });

  test('lists every method with the schema of its input and output', async () => {
    const methods = await lectern.json<readonly { name: string; input: { type: string } }[]>(
      'call',
      '--list',
      '--json',
    );
    expect(methods.length).toBeGreaterThan(60);
    expect(methods.find(({ name }) => name === 'tags.create')?.input).toMatchObject({
      type: 'object',
      required: ['name'],
      additionalProperties: false,
    });
  });

  test('refuses what the contract does not know', async () => {
    expect(await refused('call', 'work.lectern', 'no.such')).toContain('no.such');
    expect(await refused('call', 'work.lectern', 'tags.create', '{"nam":"x"}')).toContain('nam');
    expect(await refused('call', 'work.lectern', 'sources.get', '{"id":"nobody"}')).toMatch(/^lectern: /);
  });

  test('takes one JSON document', async () => {
    expect(await lectern.run('call', 'work.lectern', 'tags.create', '{name:x}')).toMatchObject({ code: 2, stdout: '' });
  });
});

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
      expect(overview).toContain(`lectern ${name}`);
      const { code, stdout } = await lectern.run(name, '--help');
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Usage: lectern ${name} `));
    }
  });
});
