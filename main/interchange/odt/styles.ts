import type { Mark } from '../summary/index.ts';
import { escapeMarkup } from '../summary/index.ts';
import { turnedStyle } from './text.ts';

const SERIF = "Georgia, 'Noto Serif', 'Liberation Serif', serif";
const MONOSPACE = "'Courier New', 'Liberation Mono', monospace";
const INK = '#23211d';
const FAINT = '#5f5a50';

/** The prefixes of OpenDocument 1.3 used here. */
export const NAMESPACES = [
  'office',
  'style',
  'text',
  'table',
  ['draw', 'drawing'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
  'meta',
]
  .map((entry) => (Array.isArray(entry) ? entry : [entry, entry]))
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:xlink="http://www.w3.org/1999/xlink"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ');

const FORMS: Readonly<Record<Mark, string>> = {
  strong: 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"',
  em: 'fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"',
  underline: 'style:text-underline-style="solid" style:text-underline-width="auto"',
  strike: 'style:text-line-through-style="solid"',
  superscript: 'style:text-position="super 58%"',
  subscript: 'style:text-position="sub 58%"',
  code: `fo:font-family="${escapeMarkup(MONOSPACE)}"`,
};

/** A paragraph style: its name, its parent, and what it says of the paragraph and of the text. */
function style(name: string, parent: string, paragraph: string, text = '', outline?: number): string {
  const display = name.replaceAll('_20_', ' ');
  const level = outline === undefined ? '' : ` style:default-outline-level="${outline}"`;
  return (
    `<style:style style:name="${name}" style:display-name="${display}" style:family="paragraph"` +
    `${parent === '' ? '' : ` style:parent-style-name="${parent}"`}${level} style:class="text">` +
    `<style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`
  );
}

const SIZES = [17, 14, 12.5, 11, 11, 11];
const QUOTE_LINE =
  'fo:margin-left="0.9cm" fo:margin-right="0.9cm" fo:padding-left="0.3cm" fo:border-left="1.5pt solid #b9b3a5"';

/** `styles.xml`: paper, page numbers, and the styles a word processor shows by name. */
export function stylesXml(language: string): string {
  const [code = 'en', ...rest] = language.split('-');
  const country = rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? 'none';
  const headings = SIZES.map((size, index) =>
    style(
      `Heading_20_${index + 1}`,
      'Heading',
      '',
      `fo:font-size="${size}pt" style:font-size-complex="${size}pt"`,
      index + 1,
    ),
  );
  const contents = [0, 0.6, 1.2].map((indent, index) =>
    style(`Contents_20_${index + 1}`, 'Standard', `fo:margin-left="${indent}cm" fo:margin-bottom="0.05cm"`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMESPACES} office:version="1.3">
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/><style:text-properties fo:font-family="${escapeMarkup(SERIF)}" fo:font-size="11pt" style:font-size-asian="11pt" style:font-size-complex="11pt" fo:color="${INK}" fo:language="${escapeMarkup(code)}" fo:country="${country}"/></style:default-style>
${[
  style('Standard', '', 'fo:line-height="130%"'),
  style('Text_20_body', 'Standard', 'fo:margin-bottom="0.25cm"'),
  style('Title', 'Standard', 'fo:margin-bottom="0.35cm"', 'fo:font-size="22pt" fo:font-weight="bold"'),
  style('Subtitle', 'Standard', 'fo:margin-bottom="0.6cm"', `fo:color="${FAINT}"`),
  style(
    'Heading',
    'Standard',
    'fo:margin-top="0.6cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    'fo:font-weight="bold"',
  ),
  ...headings,
  style('Quote', 'Standard', `${QUOTE_LINE} fo:margin-bottom="0cm" fo:padding-bottom="0.1cm"`),
  style('Quote_20_end', 'Quote', `${QUOTE_LINE} fo:margin-bottom="0.4cm"`),
  style(
    'Quote_20_source',
    'Quote',
    `${QUOTE_LINE} fo:margin-bottom="0.4cm"`,
    `fo:font-size="9.5pt" fo:color="${FAINT}"`,
  ),
  style('Placeholder', 'Standard', 'fo:margin-bottom="0.25cm"', 'fo:font-weight="bold" fo:color="#a3321f"'),
  style(
    'Preformatted_20_Text',
    'Standard',
    'fo:margin-bottom="0.25cm" fo:line-height="100%"',
    `fo:font-family="${escapeMarkup(MONOSPACE)}" fo:font-size="9.5pt"`,
  ),
  style('List', 'Standard', 'fo:margin-bottom="0.1cm"'),
  style('Table_20_Contents', 'Standard', 'fo:margin-bottom="0cm"'),
  style('Table_20_Heading', 'Table_20_Contents', '', 'fo:font-weight="bold"'),
  style('Table_20_gap', 'Standard', 'fo:line-height="100%"', 'fo:font-size="6pt"'),
  style(
    'Footnote',
    'Standard',
    'fo:margin-left="0.5cm" fo:text-indent="-0.5cm" fo:line-height="115%"',
    'fo:font-size="9.5pt"',
  ),
  style('Footer', 'Standard', 'fo:text-align="center"', `fo:font-size="9.5pt" fo:color="${FAINT}"`),
  style('Contents_20_Heading', 'Heading', '', 'fo:font-size="14pt"'),
  ...contents,
  style('Bibliography', 'Standard', 'fo:margin-left="0.9cm" fo:text-indent="-0.9cm" fo:margin-bottom="0.15cm"'),
  style(
    'Horizontal_20_Line',
    'Standard',
    'fo:border-bottom="0.75pt solid #b9b3a5" fo:margin-top="0.2cm" fo:margin-bottom="0.5cm" fo:line-height="100%"',
  ),
].join('\n')}
<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
${listStyle('Bullets', (level) => `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${'•◦▪'[(level - 1) % 3]}">`, 'bullet')}
${listStyle('Numbers', (level) => `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">`, 'number')}
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.5cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page>
</office:master-styles>
</office:document-styles>
`;
}

function listStyle(name: string, open: (level: number) => string, kind: 'bullet' | 'number'): string {
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(
    (level) =>
      `${open(level)}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${(0.63 * level).toFixed(2)}cm" fo:text-indent="-0.63cm" fo:margin-left="${(0.63 * level).toFixed(2)}cm"/></style:list-level-properties></text:list-level-style-${kind}>`,
  );
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
}

/** The automatic styles of `content.xml`: tables, sets of marks, and styles turned from right to left. */
export function automaticStylesXml(spans: ReadonlyMap<string, readonly Mark[]>, turned: ReadonlySet<string>): string {
  const texts = [...spans].map(
    ([name, marks]) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${marks.map((mark) => FORMS[mark]).join(' ')}/></style:style>`,
  );
  const paragraphs = [...turned].map(
    (name) =>
      `<style:style style:name="${turnedStyle(name)}" style:family="paragraph" style:parent-style-name="${name}"><style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="right"/></style:style>`,
  );
  return [
    '<office:automatic-styles>',
    '<style:style style:name="Table" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" fo:margin-top="0.2cm"/></style:style>',
    '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #b9b3a5" fo:padding="0.12cm"/></style:style>',
    // Without a parent: so LibreOffice knows a drawing from an image, and only of a drawing shows all once it is turned.
    '<style:style style:name="Turned" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none" style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>',
    ...texts,
    ...paragraphs,
    '</office:automatic-styles>',
  ].join('\n');
}
