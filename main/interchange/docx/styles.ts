import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx';
import { LEVEL_INDENT } from './numbering.ts';

export const MONOSPACE = 'Courier New';

/** Ids of the paragraph styles a summary uses beside Word's own headings. */
export const QUOTE = 'Quote';
export const QUOTE_END = 'QuoteEnd';
export const QUOTE_SOURCE = 'QuoteSource';
export const PLACEHOLDER = 'Placeholder';
export const PREFORMATTED = 'Preformatted';
export const BIBLIOGRAPHY = 'Bibliography';
export const CONTENTS_HEADING = 'TOCHeading';
export const FOOTNOTE_TEXT = 'FootnoteText';
export const LIST_TEXT = 'ListParagraph';

/** A quotation's indent from either side, in twentieths of a point: 0.9 cm. */
export const QUOTE_INDENT = 510;

const SERIF = 'Georgia';
const INK = '23211D';
const FAINT = '5F5A50';
export const LINE = { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'B9B3A5' };

/** The styles of an exported document. Sizes are half points, spacings twentieths of a point. */
export function stylesFor(language: string): IStylesOptions {
  const heading = (size: number) => ({
    run: { font: SERIF, size, bold: true, color: INK },
    paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, language: { value: language } },
        // LibreOffice would take a height without a rule for an exact one and cut off images.
        paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: SERIF, size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 200 } } },
      heading1: heading(34),
      heading2: heading(28),
      heading3: heading(24),
      heading4: heading(22),
      heading5: heading(22),
      heading6: heading(22),
      footnoteText: { run: { size: 19 }, paragraph: { spacing: { after: 40, line: 260 } } },
      hyperlink: { run: { color: '2F5D62' } },
    },
    paragraphStyles: [
      {
        id: QUOTE,
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          indent: { left: QUOTE_INDENT, right: QUOTE_INDENT },
          border: { left: LINE },
          spacing: { after: 60 },
        },
      },
      { id: QUOTE_END, name: 'Quote end', basedOn: QUOTE, paragraph: { spacing: { after: 240 } } },
      {
        id: QUOTE_SOURCE,
        name: 'Quote source',
        basedOn: 'Normal',
        run: { size: 19, color: FAINT },
        paragraph: {
          indent: { left: QUOTE_INDENT, right: QUOTE_INDENT },
          border: { left: LINE },
          spacing: { after: 240 },
        },
      },
      {
        id: BIBLIOGRAPHY,
        name: 'Bibliography',
        basedOn: 'Normal',
        paragraph: { indent: { left: QUOTE_INDENT, hanging: QUOTE_INDENT } },
      },
      {
        id: CONTENTS_HEADING,
        name: 'TOC Heading',
        basedOn: 'Normal',
        run: { size: 28, bold: true },
        paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
      },
      ...[0, 1, 2].map((level) => ({
        id: `TOC${level + 1}`,
        name: `toc ${level + 1}`,
        basedOn: 'Normal',
        paragraph: { indent: { left: level * LEVEL_INDENT }, spacing: { after: 40 } },
      })),
      { id: LIST_TEXT, name: 'List Paragraph', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
      { id: PLACEHOLDER, name: 'Placeholder', basedOn: 'Normal', run: { bold: true, color: 'A3321F' } },
      {
        id: PREFORMATTED,
        name: 'Preformatted',
        basedOn: 'Normal',
        run: { font: MONOSPACE, size: 19 },
        paragraph: { spacing: { line: 240 } },
      },
    ],
  };
}
