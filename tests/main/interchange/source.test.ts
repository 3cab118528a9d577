import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LecternError, sourceText } from '../../../db/model/index.ts';
import { readSource } from '../../../main/interchange/index.ts';
import { cleanText } from '../../../main/interchange/source/index.ts';
import { rendered } from './rendered.ts';

const read = (text: string, name = 'a.txt') => readSource(Buffer.from(text), name);

describe('the text a source keeps', () => {
  test.each([
    ['Windows line ends', 'a\r\nb\r\n', 'a\nb\n', 0],
    ['lone carriage returns', 'a\rb\r\rc', 'a\nb\n\nc', 0],
    ['all three kinds in one', 'a\r\n\rb\n\r', 'a\n\nb\n\n', 0],
    ['a byte-order mark at the start', '\uFEFFa', 'a', 0],
    ['the same character inside, where it is no mark', 'a\uFEFFb', 'a\uFEFFb', 0],
    ['NUL and other C0 controls', 'a\0b\x07c\x1bd\x0b\x0c', 'abcd', 5],
    ['C1 controls', 'a\x80b\x9f', 'ab', 2],
    ['tabs', 'a\t\tb', 'a\t\tb', 0],
    ['line separators of other kinds', 'a\u2028b\u2029c', 'a\u2028b\u2029c', 0],
    ['no normalisation', 'e\u0301 é ﬁ', 'e\u0301 é ﬁ', 0],
    ['no trimming, no hyphen joining, no smart quotes', '  "a"  -\n- ', '  "a"  -\n- ', 0],
  ])('%s', (_, raw, text, removed) => {
    expect(cleanText(raw)).toEqual({ text, removed });
  });

  test('nothing else changes, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const lines = raw.replace(/^\uFEFF/, '').replace(/\r\n|\r/g, '\n');
        const kept = Array.from(lines).filter((character) => {
          const code = character.codePointAt(0) ?? 0;
          return code >= 0xa0 || (code >= 0x20 && code <= 0x7f) || [0x09, 0x0a, 0x85].includes(code);
        });
        expect(cleanText(raw).text).toBe(kept.join(''));
      }),
    );
  });
});

describe('plain text', () => {
  test('each line is one block as it stands; blank lines are none', async () => {
    expect(await read('First line.  \n\n \t \n\tSecond \r\nthird', 'C:\\texts\\My text.txt')).toEqual({
      title: 'My text',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      blocks: [
        { kind: 'paragraph', text: 'First line.  ' },
        { kind: 'paragraph', text: '\tSecond ' },
        { kind: 'paragraph', text: 'third' },
      ],
      remarks: [],
    });
  });

  test('a line of three million characters', async () => {
    const line = 'Ж'.repeat(3_000_000);
    expect((await read(line)).blocks).toEqual([{ kind: 'paragraph', text: line }]);
  });

  test('what the reading had to do is told', async () => {
    const bytes = Buffer.concat([Buffer.from('blåbær\x07 '), Buffer.of(0xff)]);
    expect((await readSource(bytes, 'a.txt')).remarks).toEqual([
      { code: 'guessed-encoding', detail: 'utf-8' },
      { code: 'replaced-bytes', count: 1, detail: 'utf-8' },
      { code: 'removed-controls', count: 1 },
    ]);
  });

  test('a file of blanks is refused', async () => {
    await expect(read(' \n\t\r\n')).rejects.toThrow(
      new LecternError('empty-file', '“a.txt” holds no text.', { name: 'a.txt' }),
    );
  });
});

const NOTES = `---
title: Lampen
author: [Ingrid Bø, Yusuf Amin]
date: 1911-03-02
lang: nb
mood: dark
---
# Om *lampen*

Den var **_helt_ slukket**, sa [presten](https://example.org/a), ikke [naboen](javascript:x\\(\\)).[^P] Og \`kode[^p]\`,[^ingen] 𝔘~~nei~~.

> Sitat **over
> to** linjer

* olje
  1. ti *tønner*

\`\`\`
to  rom
	inn
\`\`\`

| Ting | Tall |
|---|---|
| *olje* | 2[^p] |

[^p]: Så *sier* han.

    To ganger.
`;

describe('Markdown', () => {
  const blocks = async (text: string) => (await read(text, 'a.md')).blocks.map(({ marks: _, ...block }) => block);

  test('a page of notes [vitest run -u writes its golden text]', async () => {
    await expect(rendered(await read(NOTES, 'notes.md'))).toMatchFileSnapshot('../../fixtures/notes.md.golden.txt');
  });

  test('blocks and their visible text', async () => {
    const text = `# One *two*

A [link](https://example.org "t"), \`code\`, ![a *picture*](p.png),
and a line.
Hard\\
break

- item
  - inner

    more of it
1. first

> quote
> - listed

| A | B |
|---|---|
| 1 | x\\|y |

~~~
 pre

 formatted
~~~

---

Setext
---
`;
    expect(await blocks(text)).toEqual([
      { kind: 'heading', level: 1, text: 'One two' },
      { kind: 'paragraph', text: 'A link, code, a picture, and a line. Hard' },
      { kind: 'paragraph', text: 'break' },
      { kind: 'list-item', level: 1, text: 'item' },
      { kind: 'list-item', level: 2, text: 'inner' },
      { kind: 'list-item', level: 2, text: 'more of it' },
      { kind: 'list-item', level: 1, text: 'first' },
      { kind: 'quote', text: 'quote' },
      { kind: 'list-item', level: 1, text: 'listed' },
      { kind: 'table-row', text: 'A\tB' },
      { kind: 'table-row', text: '1\tx|y' },
      { kind: 'preformatted', text: ' pre\n\n formatted' },
      { kind: 'heading', level: 2, text: 'Setext', label: 'Setext' },
    ]);
  });

  test('HTML is text, and no reference brings a control character in', async () => {
    expect((await blocks('<b>x</b> &amp; a&#1;b&#x80;'))[0]?.text).toBe('<b>x</b> & a\uFFFDb\uFFFD');
  });

  test('footnotes, of one word and of several paragraphs', async () => {
    expect(await blocks('Text[^1].\n\n[^1]: Word\n[^long]: One\n\n    two\n\nAfter')).toEqual([
      { kind: 'paragraph', text: 'Text[^1].' },
      { kind: 'footnote', text: 'Word' },
      { kind: 'footnote', text: 'One' },
      { kind: 'footnote', text: 'two' },
      { kind: 'paragraph', text: 'After' },
    ]);
  });

  test('front matter becomes metadata, and what has no place there is named', async () => {
    const text = `---
title: 'Kari''s "war"'
author:
  - name: Kari Nordmann
  - Ola Nordmann
date: 1940-04-09 # the ninth
lang: nb
keywords: [a, b]
---

# Heading
`;
    expect(await read(text, 'a.md')).toMatchObject({
      title: 'Kari\'s "war"',
      authors: ['Kari Nordmann', 'Ola Nordmann'],
      date: '1940-04-09',
      language: 'nb',
      blocks: [{ kind: 'heading', text: 'Heading' }],
      remarks: [{ code: 'left-out', count: 1, detail: 'keywords' }],
    });
  });

  test('a rule at the top is no front matter', async () => {
    expect((await blocks('---\nNot a key\n---\n')).map((block) => block.text)).toEqual(['Not a key']);
  });

  test('the first heading is the title, else the file name', async () => {
    expect((await read('text\n\n## Two', 'a.md')).title).toBe('Two');
    expect((await read('text', 'b.md')).title).toBe('b');
  });

  test.each([100, 5000])('%i nested quotes keep their text', async (depth) => {
    expect(await blocks(`${'> '.repeat(depth)}deep`)).toEqual([
      { kind: 'quote', text: expect.stringMatching(/deep$/) },
    ]);
  });
});

const SHARED = join(import.meta.dirname, '../../../../shared');
const SAMPLES = join(SHARED, 'samples/longtext');
const REAL = [
  join(SHARED, 'texts/stalin-nb.txt'),
  ...(existsSync(SAMPLES) ? readdirSync(SAMPLES).map((name) => join(SAMPLES, name)) : []),
].filter((path) => existsSync(path));

describe.skipIf(REAL.length === 0)('real texts (skipped where ../shared is absent)', () => {
  test.each(REAL)('%s keeps every character', async (path) => {
    const bytes = readFileSync(path);
    const lines = bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== '');
    const draft = await readSource(bytes, path);
    expect(sourceText(draft.blocks)).toBe(lines.map((line) => `${line}\n`).join(''));
    expect(draft.remarks).toEqual([]);
  });

  test.each(REAL)('%s read as Markdown keeps its words', async (path) => {
    const letters = (text: string) => new Set(text.match(/\p{L}{3,}/gu));
    const draft = await readSource(readFileSync(path), `${path.replace(/\.txt$/, '')}.md`);
    const before = letters(readFileSync(path, 'utf8'));
    const after = letters(sourceText(draft.blocks));
    // Addresses of links and pictures and the marks of front matter are no visible text.
    expect(after.size).toBeGreaterThan(before.size * 0.85);
  });
});
