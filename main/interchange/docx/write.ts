import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import {
  contentsOf,
  createFootnotes,
  type Footnotes,
  plain,
  type SummaryDocument,
  type SummaryWriter,
  sourceRuns,
  type Words,
} from '../summary/index.ts';
import { blocksToWord, paragraph } from './blocks.ts';
import { coreProperties } from './core-properties.ts';
import { WORD_IMAGES } from './images.ts';
import { createMargin } from './margin.ts';
import { createNumbering } from './numbering.ts';
import { settle } from './settle.ts';
import { BIBLIOGRAPHY, CONTENTS_HEADING, FOOTNOTE_TEXT, stylesFor } from './styles.ts';

/** A summary as a Word document (ECMA-376, as the docx library writes it) with real headings, lists, footnotes and styles. */
export const docxWriter: SummaryWriter = {
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  images: WORD_IMAGES,
  async write(document, words) {
    const made = parts(document, words, document.inMargin ?? false);
    // LibreOffice 7 shows other footnotes than a text has once there are comments as well, and a wrong source is worse than none in the margin.
    const { children, numbering, footnotes, margin } =
      made.margin && made.footnotes.entries.length > 0 ? parts(document, words, false) : made;
    const file = new Document({
      styles: stylesFor(document.language),
      numbering: numbering.options(),
      footnotes: footnoteParts(footnotes),
      ...(margin && { comments: margin.options() }),
      sections: [{ children, footers: { default: pageNumber() } }],
    });
    const core = { path: 'docProps/core.xml', data: coreProperties(document) };
    return settle(new Uint8Array(await Packer.toArrayBuffer(file, false, [core])));
  },
};

/** The paragraphs of a document, and what they refer to. */
function parts(document: SummaryDocument, words: Words, inMargin: boolean) {
  const numbering = createNumbering();
  const footnotes = createFootnotes();
  const margin = inMargin ? createMargin(document.createdAt) : undefined;
  const around = { words, numbering, footnotes, depth: 0, quoted: false, ...(margin && { margin }) };
  const children = [
    ...head(document),
    ...contents(document, words),
    ...blocksToWord(document.blocks, around),
    ...sourceList(document, words, footnotes),
  ];
  return { children, numbering, footnotes, margin };
}

function head({ title, subtitle }: SummaryDocument): Paragraph[] {
  const heading = paragraph(plain(title), { heading: HeadingLevel.TITLE });
  return subtitle === undefined ? [heading] : [heading, paragraph(plain(subtitle))];
}

/** The headings as links, without page numbers: only Word knows them, and asks whoever opens a file whether to fill them in. */
function contents(document: SummaryDocument, words: Words): (Paragraph | TableOfContents)[] {
  if (contentsOf(document).length === 0) return [];
  return [
    paragraph(plain(words.contents), { style: CONTENTS_HEADING }),
    new TableOfContents(words.contents, {
      hyperlink: true,
      headingStyleRange: '1-3',
      pageNumbersEntryLevelsRange: '1-3',
      beginDirty: false,
    }),
  ];
}

function sourceList({ sources }: SummaryDocument, words: Words, footnotes: Footnotes): Paragraph[] {
  if (sources.length === 0) return [];
  const entries = sources.map((source) => paragraph(sourceRuns(source), { style: BIBLIOGRAPHY }, footnotes));
  return [paragraph(plain(words.sources), { heading: HeadingLevel.HEADING_1 }), ...entries];
}

/** The footnotes by their number; one footnote may hold another, so they are read until they no longer grow. */
function footnoteParts(footnotes: Footnotes): Record<string, { children: Paragraph[] }> {
  const parts: Record<string, { children: Paragraph[] }> = {};
  for (let at = 0; at < footnotes.entries.length; at += 1) {
    const runs = [...plain(' '), ...(footnotes.entries[at] ?? [])];
    parts[at + 1] = { children: [paragraph(runs, { style: FOOTNOTE_TEXT }, footnotes)] };
  }
  return parts;
}

function pageNumber(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 19 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
