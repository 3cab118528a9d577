import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LecternError, type SourceDraft } from '../../../db/model/index.ts';
import { readSource } from '../../../main/interchange/index.ts';
import { letterFlat, letterOdt, letterParts } from './documents/letter-odt.ts';
import { LETTER_RTF } from './documents/letter-rtf.ts';
import { textParts, zip } from './documents/zip.ts';
import { rendered } from './rendered.ts';

const rtf = (text: string): Promise<SourceDraft> => readSource(Buffer.from(text, 'latin1'), 'letter.rtf');
const rtfTexts = async (text: string) => (await rtf(text)).blocks.map((block) => block.text);

describe('OpenDocument', () => {
  test('a letter [vitest run -u writes its golden text]', async () => {
    await expect(rendered(await readSource(letterOdt(), 'letter.odt'))).toMatchFileSnapshot(
      '../../fixtures/letter.odt.golden.txt',
    );
  });

  test('the same in one XML file', async () => {
    expect(rendered(await readSource(letterFlat(), 'letter.xml'))).toBe(
      rendered(await readSource(letterOdt(), 'letter.odt')),
    );
  });

  test.each([
    [
      'is protected by a password',
      {
        'META-INF/manifest.xml':
          '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      },
      'encrypted-file',
    ],
    ['is cut off', { 'content.xml': letterParts()['content.xml']?.slice(0, 3000) ?? '' }, 'damaged-file'],
    ['has no text', { 'content.xml': '<a/>' }, 'damaged-file'],
    ['is nested too deep', { 'content.xml': `${'<a>'.repeat(9999)}${'</a>'.repeat(9999)}` }, 'damaged-file'],
    [
      'brings its own entities',
      { 'content.xml': `<!DOCTYPE a [<!ENTITY b "bomb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>` },
      'damaged-file',
    ],
  ])('one that %s', async (_, change, code) => {
    const read = readSource(zip(textParts({ ...letterParts(), ...change })), 'letter.odt');
    await expect(read).rejects.toMatchObject({ code, details: { name: 'letter.odt' } });
  });
});

describe('a letter without words', () => {
  const office = ['office', 'text', 'style', 'drawing'].map(
    (each) => `xmlns:${each === 'drawing' ? 'draw' : each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`,
  );
  const flat = (body: string) =>
    Buffer.from(
      `<office:document ${office.join(' ')} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${body}</office:text></office:body></office:document>`,
    );
  const picture = '<text:p><draw:frame><draw:image/></draw:frame></text:p>';
  const hidden = '<text:section text:display="none"><text:p>Hidden.</text:p></text:section>';

  test.each([
    [picture, 'only pictures', 'pictures'],
    [hidden, 'only hidden text', 'hidden'],
    [picture + hidden, 'only pictures and hidden text', 'both'],
  ])('says what is in it instead: %s', async (body, words, instead) => {
    await expect(readSource(flat(body), 'a.fodt')).rejects.toMatchObject({
      code: 'empty-file',
      message: `“a.fodt” holds no text, ${words}.`,
      details: { name: 'a.fodt', instead },
    });
  });
});

describe('RTF', () => {
  test('the language of the document, and of what is not in it', async () => {
    const draft = await rtf(
      String.raw`{\rtf1\ansi\deflang1044{\lang1044 Han sa }{\lang1031 Weg} og {\lang2068 veg}{\lang1024  ja}{\lang99999 x}.\par}`,
    );
    expect(draft.language).toBe('nb');
    expect(draft.blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'Han sa Weg og veg jax.',
        marks: [
          { kind: 'language', value: 'de', start: 7, end: 10 },
          { kind: 'language', value: 'nn', start: 14, end: 17 },
        ],
      },
    ]);
  });

  test('a letter [vitest run -u writes its golden text]', async () => {
    await expect(rendered(await rtf(LETTER_RTF))).toMatchFileSnapshot('../../fixtures/letter.rtf.golden.txt');
  });

  test.each([
    ['an unclosed group', String.raw`{\rtf1 a{\b b`, ['ab']],
    ['groups closed too often', String.raw`{\rtf1 a}}}b`, ['ab']],
    ['data longer than the file', String.raw`{\rtf1 a\bin99999999 b}`, ['a']],
    ['a byte cut off', String.raw`{\rtf1 a\'4`, ['a']],
    ['half of a pair of surrogates', String.raw`{\rtf1 a\u-10187?b}`, ['a\uFFFDb']],
    ['a code page nobody knows', String.raw`{\rtf1\ansicpg31337 \'e6}`, ['æ']],
  ])('%s', async (_, text, texts) => {
    expect(await rtfTexts(text)).toEqual(texts);
  });

  test('groups nested beyond measure are refused', async () => {
    await expect(rtf(`{\\rtf1 ${'{'.repeat(100_000)}a`)).rejects.toMatchObject({ code: 'damaged-file' });
    await expect(rtf(`{\\rtf1 ${'{\\footnote a'.repeat(20_000)}`)).rejects.toMatchObject({ code: 'damaged-file' });
  });

  test('whatever is broken in it, it is read or refused with a sentence', async () => {
    const bytes = Buffer.from(LETTER_RTF, 'latin1');
    const edit = fc.record({
      at: fc.nat(bytes.length - 1),
      cut: fc.nat(40),
      put: fc.constantFrom(
        '{',
        '}',
        '\\',
        '\\par',
        '\\cell',
        '\\row',
        '\\intbl ',
        '\\bin9 ',
        '\\u9',
        '{\\footnote ',
        '{\\*',
        '\\trowd',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const text = edits.reduce(
          (rest, { at, cut, put }) => rest.slice(0, at) + put + rest.slice(at + cut),
          LETTER_RTF,
        );
        const draft = await rtf(`{\\rtf1${text}`).catch((error: unknown) => {
          if (error instanceof LecternError) return undefined;
          throw error;
        });
        for (const block of draft?.blocks ?? []) expect(block.text).not.toContain('\n');
      }),
      { numRuns: 300 },
    );
  });
});
