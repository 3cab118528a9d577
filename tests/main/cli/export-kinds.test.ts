import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Output } from '../../../main/contract/index.ts';
import { pngOf } from '../../support/images.ts';
import { newWork } from './work.ts';

const { lectern, path, refused, sourceId } = await newWork();
afterAll(() => lectern.end());

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
    const { sha256 } = await lectern.json<Output<'images.add'>>(
      'call',
      'work.lectern',
      'images.add',
      JSON.stringify({ upload: path('map.png') }),
    );
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
