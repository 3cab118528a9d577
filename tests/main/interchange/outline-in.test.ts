import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LecternError, type OutlineDraft } from '../../../db/model/index.ts';
import { readOutline, readOutlineFile } from '../../../main/interchange/index.ts';

/** The lines of an outline, each as deep as it stands, headings marked. */
function shape({ items }: OutlineDraft): string[] {
  return items.map(({ depth, kind, text }) => `${'  '.repeat(depth)}${kind === 'heading' ? '# ' : ''}${text}`);
}

const opml = (body: string, head = '<title>Plan</title>') =>
  `<?xml version="1.0"?>\n<opml version="2.0"><head>${head}</head><body>${body}</body></opml>`;

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof LecternError) return error.code;
    throw error;
  }
  return 'none';
}

describe('OPML', () => {
  test('lines, notes, what is ticked off, and markup that outliners write into their words', () => {
    const draft = readOutline(
      opml(`<outline text="Ås &amp; Ærø &lt;3" _note="About the islands">
          <outline text="one&#10;two"/>
          <outline text="&lt;b&gt;Fat&lt;/b&gt; &amp;amp; thin&lt;br&gt;below" _complete="true"><outline title="an old title"/></outline>
          <outline text="თბილისი 🜚 שלום" _note="first&#10;second"/>
        </outline>
        <outline text="Nothing yet" _status="checked"/>`),
      'Else',
    );
    expect(draft.title).toBe('Plan');
    expect(shape(draft)).toEqual([
      '# Ås & Ærø <3',
      '  one\ntwo',
      '  # Fat & thin\nbelow',
      '    an old title',
      '  # თბილისი 🜚 שלום',
      '    first\nsecond',
      '# Nothing yet',
    ]);
    expect(draft.items.map(({ gist }) => gist).filter(Boolean)).toEqual(['About the islands']);
    expect(draft.items.map(({ status }) => status)).toEqual([null, null, 'done', null, null, null, 'done']);
    expect(draft.remarks).toEqual([]);
  });

  test('a bomb of entities stays a word, and what would be fetched is left out', () => {
    const bomb = Array.from({ length: 20 }, (_, index) => `<!ENTITY b${index + 1} "${`&b${index};`.repeat(10)}">`);
    const draft = readOutline(
      `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY b0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${bomb.join('')}]>
       <opml><body><outline text="x &b20; y"/><outline text="&file;"/>
       <outline type="include" url="http://example.com/other.opml" text="other"/>
       <outline text="a page" htmlUrl="http://example.com"/></body></opml>`,
      'Bomb',
    );
    expect(shape(draft)).toEqual(['# x &b20; y', '# &file;', '# a page']);
    expect(draft.remarks).toEqual([
      { code: 'unknown-entities', count: 2 },
      { code: 'includes', count: 1 },
      { code: 'links', count: 1 },
    ]);
  });

  test('broken markup costs what is broken, not the rest', () => {
    const draft = readOutline(
      opml('<outline text="one"/><outline text="two" bold><outline text="three"/></b></outline>'),
      'x',
    );
    expect(shape(draft)).toEqual(['# one', '# two', '  three']);
    expect(draft.remarks).toMatchObject([{ code: 'broken' }]);
    expect(shape(readOutline(opml('<outline text="cut off"><outline text="in the mid').slice(0, -24), 'x'))).toEqual([
      '# cut off',
    ]);
  });

  test('depth and number have a limit, and what lies beyond is said', () => {
    const deep = readOutline(opml('<outline text="d">'.repeat(5000) + '</outline>'.repeat(5000)), 'x');
    expect(Math.max(...deep.items.map(({ depth }) => depth))).toBe(60);
    expect(deep.items).toHaveLength(5000);
    expect(deep.remarks).toEqual([{ code: 'flattened', count: 5000 - 61 }]);
    const many = readOutline(opml('<outline text="m"/>'.repeat(12_345)), 'x');
    expect(many.items).toHaveLength(10_000);
    expect(many.remarks).toEqual([{ code: 'beyond-limit', count: 2345 }]);
    const long = readOutline(opml(`<outline text="${'w'.repeat(100_001)}"/>`), 'x');
    expect(long.items[0]?.text).toHaveLength(100_000);
    expect(long.remarks).toEqual([{ code: 'shortened', count: 1 }]);
  });

  test('any outline comes back as it was written', () => {
    const escaped = (text: string) => text.replace(/[<>&"\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const words = fc
      .string({ unit: 'binary', maxLength: 20 })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: characters XML cannot hold or a source does not keep
      .map((text) => text.replace(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF<>\uFEFF]/g, '').trim());
    const lines = fc.array(fc.tuple(fc.nat({ max: 6 }), words), { minLength: 1, maxLength: 30 }).map((all) => {
      let last = -1;
      return all.map(([wanted, text]): [number, string] => {
        last = Math.min(wanted, last + 1);
        return [last, text];
      });
    });
    const written = (all: readonly (readonly [number, string])[]): string => {
      let open = 0;
      const parts = all.map(([depth, text]) => {
        const closed = '</outline>'.repeat(open - depth);
        open = depth + 1;
        return `${closed}<outline text="${escaped(text)}">`;
      });
      return parts.join('') + '</outline>'.repeat(open);
    };
    fc.assert(
      fc.property(lines, (all) => {
        const { items } = readOutline(opml(written(all)), 'x');
        expect(items.map(({ depth, text }) => [depth, text])).toEqual(all);
      }),
    );
  });

  test('what is no outline is refused', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(refusal(() => readOutlineFile(bytes('<?xml version="1.0"?><feed/>'), 'feed.xml'))).toBe('damaged-file');
    expect(refusal(() => readOutlineFile(bytes(opml('')), 'none.opml'))).toBe('damaged-file');
    expect(refusal(() => readOutlineFile(new Uint8Array(), 'empty.opml'))).toBe('empty-file');
    expect(refusal(() => readOutlineFile(bytes(' \n'), 'blank.md'))).toBe('empty-file');
    expect(refusal(() => readOutlineFile(new Uint8Array([0, 1, 2, 0, 255, 0, 9]), 'x.opml'))).toBe(
      'unsupported-format',
    );
    expect(refusal(() => readOutlineFile(new Uint8Array(17 * 1024 * 1024).fill(32), 'big.opml'))).toBe('too-large');
  });

  test('its encoding is that which it declares', () => {
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><opml><body><outline text="blåbærøl"/></body></opml>',
      'latin1',
    );
    expect(readOutlineFile(latin, 'beer.opml')).toMatchObject({ title: 'beer', items: [{ text: 'blåbærøl' }] });
  });
});

describe('Markdown', () => {
  test('headings in their levels with what stands below them', () => {
    const draft = readOutline(
      '# The book\n\nAn opening.\n\n## One\n\n#### Deep\n\nText with *emphasis* and [a link](http://x.y).\n\n- a\n  - b\n\n## Two\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |\n\n![p](p.png)\n',
      'x',
    );
    expect(draft.title).toBe('The book');
    expect(shape(draft)).toEqual([
      'An opening.',
      '# One',
      '  # Deep',
      '    Text with emphasis and a link.',
      '    a',
      '      b',
      '# Two',
      '  quoted',
      '  a | b',
      '  c | d',
      '  p',
    ]);
    expect(draft.remarks).toEqual([
      { code: 'links', count: 1 },
      { code: 'images', count: 1 },
    ]);
  });

  test('several headings of the first level are all of the outline, and a front matter names it', () => {
    const draft = readOutline('---\ntitle: My plan\n---\n# A\n\n## B\n\n# C\n', 'x');
    expect(draft.title).toBe('My plan');
    expect(shape(draft)).toEqual(['# A', '  # B', '# C']);
  });

  test('without headings the lists are the outline', () => {
    expect(shape(readOutline('1. One\n   - a\n   - b\n     - c\n2. Two\n', 'x'))).toEqual([
      '# One',
      '  a',
      '  # b',
      '    c',
      '# Two',
    ]);
  });
});
