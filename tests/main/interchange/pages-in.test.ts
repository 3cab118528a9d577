import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
import { wordsIn } from './pandoc.ts';
import { rendered } from './rendered.ts';

const read = (text: string, name = 'a.txt') => readSource(Buffer.from(text, 'latin1'), name);

describe('saved pages', () => {
  const page = (headers: string, body: string) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/vind\r\nSubject: =?utf-8?Q?Om=20v?=\r\n =?utf-8?Q?inden=20=E2=80=93?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n----b--\r\nContent-Type: text/html${headers}\r\n\r\n${body}\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b----\r\n`;

  test.each([
    [
      'quoted-printable',
      page('\r\nContent-Transfer-Encoding: quoted-printable', '<p>=C3=85se =\r\nsa=\r\n nei=3D</p>'),
    ],
    ['base64', page('\r\nContent-Transfer-Encoding: base64', Buffer.from('<p>Åse sa nei=</p>').toString('base64'))],
    ['bytes as they are, in an encoding of the message', page('; charset="windows-1252"', '<p>\xc5se sa nei=</p>')],
  ])('%s', async (_, text) => {
    expect(await read(text, 'x.txt')).toMatchObject({
      title: 'Om vinden –',
      url: 'https://example.org/vind',
      mediaType: 'multipart/related',
      blocks: [{ kind: 'paragraph', text: 'Åse sa nei=' }],
    });
  });

  test('a page [vitest run -u writes its golden text]', async () => {
    const body =
      '<html lang=3D"nb"><body><h1>Om vinden</h1><p>Den <em>snudde=\r\n</em> i natt, =\r\nsa <a href=3D"https://example.org/">Kari</a>.=F0=9F=9C=9A</p><ol start=3D"3"><li>tre</li><li>fire</li></ol><p dir=3D"rtl">=D7=A9=D7=9C=D7=95=D7=9D</p><table><tr><td>a</td><td>b</td></tr></table></body></html>';
    const saved = page('; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable', body);
    await expect(rendered(await read(saved, 'vind.mhtml'))).toMatchFileSnapshot('../../fixtures/page.mhtml.golden.txt');
  });

  test('one without a page is refused', async () => {
    await expect(read(page('', 'x').replace('text/html\r\n\r\nx', 'text/plain\r\n\r\nx'))).rejects.toMatchObject({
      code: 'damaged-file',
    });
  });

  const folder = join(import.meta.dirname, '../../../../shared/samples/html');
  test.skipIf(!existsSync(folder))(
    'a real one says what its text file says (skipped where ../shared is absent)',
    async () => {
      const name = join(folder, 'Exceptional_isomorphism_Wikipedia');
      const { blocks } = await readSource(readFileSync(`${name}.mhtml`), 'page.mhtml');
      const expected = wordsIn(readFileSync(`${name}.expected.txt`, 'utf8'));
      const own = wordsIn(blocks.map(({ text }) => text).join('\n'));
      // The text file holds the article alone, without menus, but with the TeX of its formulas, which the page hides.
      const known = new Set(own);
      expect(expected.filter((word) => known.has(word)).length).toBeGreaterThan(expected.length * 0.94);
    },
  );
});

describe('subtitles', () => {
  test('SubRip, with what its programs do to it', async () => {
    const text =
      '1\r\n00:00:01,000 --> 00:00:04,000 X1:1\r\n{\\an8}<i>It was late</i>,\r\n- so <font color="#fff">late</font> &amp; dark.\r\n\r\n\r\n2\r\n01:02:03,004 --> 01:02:04,000\r\n\r\n3\n100:00:00,0 --> 100:00:01,0\nSaid < twice\n';
    const draft = await read(text, 'film.txt');
    expect(draft).toMatchObject({ title: 'film', mediaType: 'application/x-subrip' });
    expect(draft.blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'It was late, - so late & dark.',
        label: '00:00:01',
        marks: [{ kind: 'em', value: '', start: 0, end: 11 }],
      },
      { kind: 'paragraph', text: 'Said < twice', label: '100:00:00' },
    ]);
  });

  test('a film [vitest run -u writes its golden text]', async () => {
    const lines = ['Det var <i>sent</i>.', 'Kari: 🜚 שלום', 'Nei,\r\n- jo.'];
    const film = lines
      .map((line, at) => `${at + 1}\r\n00:00:0${at},000 --> 00:00:0${at + 1},000\r\n${line}\r\n`)
      .join('\r\n');
    await expect(rendered(await readSource(Buffer.from(film), 'film.srt'))).toMatchFileSnapshot(
      '../../fixtures/film.srt.golden.txt',
    );
  });

  test('WebVTT, who speaks and nothing of its comments and styles', async () => {
    const text =
      'WEBVTT Kind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE 00:01.000 is no time\nhere\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v.loud Kari Nordmann>Nei <c.red>og <00:00:02.000>nei</c></v>\n\n01:00:00.000 --> 01:00:01.000\n<v Ola>Jo &lt;b&gt;\n';
    const draft = await read(text, 'film.txt');
    expect(draft.mediaType).toBe('text/vtt');
    expect(draft.blocks).toEqual([
      { kind: 'paragraph', text: 'Kari Nordmann: Nei og nei', label: '00:00:01' },
      { kind: 'paragraph', text: 'Ola: Jo <b>', label: '01:00:00' },
    ]);
  });
});
