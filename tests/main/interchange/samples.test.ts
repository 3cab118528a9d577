import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codePointLength, type SourceDraft, sliceCodePoints } from '../../../db/model/index.ts';
import { readSource } from '../../../main/interchange/index.ts';
import { openArchive } from '../../../main/interchange/zip/index.ts';
import { agreement, differences, hasPandoc, pandocWords, wordsIn } from './pandoc.ts';

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples');
const FORMATS = ['html', 'epub', 'odt', 'rtf', 'docx'];
/** Documents without any text that is shown: a picture alone, a paragraph that its style hides. */
const WITHOUT_TEXT = ['odt/pandoc_image.odt', 'odt/pandoc_hiddenTextByStyle.odt'];
/**
 * Where pandoc 2.17 is no measure: it loses the outer cells of nested tables and the text of shapes, and takes
 * authors and date out of the text. */
const NOT_MEASURED = [
  'rtf/pandoc_table_nested.rtf',
  'docx/pandoc_text_in_shape_format.docx',
  'docx/pandoc_metadata.docx',
  ...WITHOUT_TEXT,
];
const files = existsSync(SAMPLES)
  ? FORMATS.flatMap((format) =>
      readdirSync(join(SAMPLES, format), { recursive: true, encoding: 'utf8' }).map((name) => join(format, name)),
    )
      .filter((name) => FORMATS.includes(extname(name).slice(1)) && !name.includes('expected'))
      .sort()
  : [];

const read = (name: string) => readSource(readFileSync(join(SAMPLES, name)), name);

/** What the document says, without the numbers notes are called by, which every program makes in its own way. */
function ownWords({ blocks }: SourceDraft): string[] {
  const texts = blocks.map(({ text, marks = [] }) => {
    const calls = marks.filter(({ kind }) => kind === 'note-call').toReversed();
    const without = calls.reduce(
      (rest, { start, end }) =>
        `${sliceCodePoints(rest, 0, start)} ${sliceCodePoints(rest, end, codePointLength(rest))}`,
      text,
    );
    return without.replace(/^\[\d+\] /, '');
  });
  return wordsIn(texts.join('\n'));
}

describe.skipIf(files.length === 0)('documents of other programs (skipped where ../shared is absent)', () => {
  test.each(files.filter((name) => WITHOUT_TEXT.includes(name)))('%s has no text, and that is said', async (name) => {
    await expect(read(name)).rejects.toMatchObject({ code: 'empty-file' });
  });

  test.each(files.filter((name) => !WITHOUT_TEXT.includes(name)))(
    '%s is read, and every mark lies in its block',
    async (name) => {
      const { blocks, highlights = [] } = await read(name);
      expect(blocks.length).toBeGreaterThan(0);
      const length = blocks.reduce((sum, { text }) => sum + codePointLength(text) + 1, 0);
      for (const { text, kind, marks = [] } of blocks) {
        expect(text).toMatch(/\S/);
        if (kind !== 'preformatted') expect(text).not.toContain('\n');
        for (const { start, end } of marks)
          expect([0 <= start, start < end, end <= codePointLength(text)]).toEqual([true, true, true]);
      }
      for (const { start, end } of highlights)
        expect([0 <= start, start < end, end < length]).toEqual([true, true, true]);
    },
  );

  describe.skipIf(!hasPandoc)('agree with pandoc about their words (skipped where pandoc is absent)', () => {
    test.each(files.filter((name) => !NOT_MEASURED.includes(name)))('%s', async (name) => {
      const format = extname(name).slice(1);
      const own =
        format === 'html'
          ? wordsIn((await read(name)).blocks.map(({ text }) => text).join('\n'))
          : ownWords(await read(name));
      const theirs = await measured(name, format);
      const share = agreement(own, theirs);
      expect(share, JSON.stringify(differences(own, theirs))).toBeGreaterThanOrEqual(0.99);
    });
  });
});

/** Of a book pandoc leaves out title pages and numbers notes itself, so its chapters are measured as the pages they are. */
async function measured(name: string, format: string): Promise<string[]> {
  if (format === 'html') return visibleWords(readFileSync(join(SAMPLES, name), 'utf8'));
  if (format !== 'epub') return pandocWords(join(SAMPLES, name), format);
  const archive = await openArchive(readFileSync(join(SAMPLES, name)), name);
  const chapters = archive.names.filter((part) => /x?html$/.test(part));
  const pages = await Promise.all(chapters.map(async (part) => Buffer.from(await archive.read(part)).toString('utf8')));
  return pages.filter((page) => !page.includes('epub:type="toc"')).flatMap(visibleWords);
}

/** Pandoc does not know what a page hides, and lists the choices of a menu. */
function visibleWords(html: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pandoc-'));
  const path = join(folder, 'page.html');
  writeFileSync(
    path,
    html
      .replace(/<select[\s\S]*?<\/select>/g, '')
      .replace(/<(\w+)[^>]*style="(?:display: ?none|visibility: ?hidden);?"[^>]*>[\s\S]*?<\/\1>/g, ''),
  );
  try {
    return pandocWords(path, 'html');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
