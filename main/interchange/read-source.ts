import { LecternError, type Remark, type SourceDraft } from '../../db/model/index.ts';
import { docxReader } from './docx/index.ts';
import { epubReader } from './epub/index.ts';
import { htmlReader } from './html/index.ts';
import { detectLanguage } from './language/index.ts';
import { markdownReader } from './markdown/index.ts';
import { mhtmlReader } from './mhtml/index.ts';
import { flatOdtReader, odtReader } from './odt/index.ts';
import { pdfReader } from './pdf/index.ts';
import { plainTextReader } from './plain-text/index.ts';
import { recognise, type SourceFormat } from './recognise/index.ts';
import { rtfReader } from './rtf/index.ts';
import { inSections, type ReadingChoices, type SourceReader } from './source/index.ts';
import { subtitlesReader } from './subtitles/index.ts';

const READERS: Readonly<Record<SourceFormat, SourceReader>> = {
  'plain-text': plainTextReader,
  markdown: markdownReader,
  html: htmlReader,
  epub: epubReader,
  odt: odtReader,
  'flat-odt': flatOdtReader,
  rtf: rtfReader,
  docx: docxReader,
  pdf: pdfReader,
  mhtml: mhtmlReader,
  subtitles: subtitlesReader,
};

/**
 * Turns the bytes of a file into a source before it is stored. Only a file that has pictures of pages may be without text.
 * @throws LecternError `empty-file` for 0 bytes or nothing but blanks, `unsupported-format` for what
 *   this version cannot import, and what the format's reader throws
 */
export async function readSource(bytes: Uint8Array, name: string, choices: ReadingChoices = {}): Promise<SourceDraft> {
  const read = await READERS[recognise(bytes, name)].read(bytes, name, choices);
  const draft = { ...read, blocks: inSections(read.blocks, read.title) };
  if (draft.blocks.length === 0 && !draft.remarks.some(({ code }) => code === 'no-text-layer')) {
    throw withoutText(name, draft.remarks);
  }
  return { ...draft, ...(draft.language ? { language: asTag(draft.language) } : inLanguage(draft)) };
}

const INSTEAD = {
  pictures: 'only pictures',
  hidden: 'only hidden text',
  both: 'only pictures and hidden text',
} as const;

/** What there is instead of text is said: pictures are no text, and who hid the text may not know it any more. */
function withoutText(name: string, remarks: readonly Remark[]): LecternError {
  const hidden = remarks.some(({ code }) => code === 'hidden-left-out');
  const pictures = remarks.some(({ code }) => code === 'images-left-out' || code === 'images-elsewhere');
  if (!hidden && !pictures) return new LecternError('empty-file', `“${name}” holds no text.`, { name });
  const one = hidden ? 'hidden' : 'pictures';
  const instead = hidden && pictures ? 'both' : one;
  return new LecternError('empty-file', `“${name}” holds no text, ${INSTEAD[instead]}.`, { name, instead });
}

/** A language as files name it, written as all others are: `en-US` for `EN_us`. */
function asTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? language;
  } catch {
    return language;
  }
}

/** So much of a text is enough to tell its language, in blocks. */
const TELLING_BLOCKS = 400;
/** Below this the language is left to the researcher. */
const SURE_ENOUGH = 0.2;

/** The language of a text whose file does not say it, as far as its words do. */
function inLanguage({ blocks }: SourceDraft): Pick<SourceDraft, 'language' | 'languageConfidence'> {
  const found = detectLanguage(
    blocks
      .slice(0, TELLING_BLOCKS)
      .map(({ text }) => text)
      .join('\n'),
  );
  if (found === undefined || found.confidence < SURE_ENOUGH) return {};
  return { language: found.language, languageConfidence: found.confidence };
}
