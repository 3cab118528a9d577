import { Document, HeadingLevel, Packer, type Paragraph } from 'docx';
import {
  plain,
  type SummaryDocument,
  type SummarySource,
  type SummaryWriter,
  safeLink,
  sourceEntry,
  type Words,
} from '../summary/index.ts';
import { blocksToWord, paragraph } from './blocks.ts';
import { coreProperties } from './core-properties.ts';
import { createNumbering } from './numbering.ts';
import { stylesFor } from './styles.ts';

/**
 * A summary as a Word document (ECMA-376, as the docx library writes it) with real headings, lists and styles. Two exports
 * of one summary differ only in the times of the zip entries and in the ids of links, which the library makes up.
 */
export const docxWriter: SummaryWriter = {
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  async write(document, words) {
    const numbering = createNumbering();
    const children = [
      ...head(document),
      ...blocksToWord(document.blocks, { words, numbering, depth: 0, quoted: false }),
      ...sourceList(document, words),
    ];
    const file = new Document({
      styles: stylesFor(document.language),
      numbering: numbering.options(),
      sections: [{ children }],
    });
    const core = { path: 'docProps/core.xml', data: coreProperties(document) };
    return new Uint8Array(await Packer.toArrayBuffer(file, false, [core]));
  },
};

function head({ title, subtitle }: SummaryDocument): Paragraph[] {
  const heading = paragraph(plain(title), { heading: HeadingLevel.TITLE });
  return subtitle === undefined ? [heading] : [heading, paragraph(plain(subtitle))];
}

function sourceList({ sources }: SummaryDocument, words: Words): Paragraph[] {
  if (sources.length === 0) return [];
  return [paragraph(plain(words.sources), { heading: HeadingLevel.HEADING_1 }), ...sources.map(sourceParagraph)];
}

function sourceParagraph(source: SummarySource): Paragraph {
  const url = safeLink(source.url);
  return paragraph([
    { text: sourceEntry(source) },
    ...(url === undefined ? [] : [{ text: '. ' }, { text: url, link: url }]),
  ]);
}
