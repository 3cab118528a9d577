import { textParts, zip } from './zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}" ${mode}/>`;
const relations = (...all: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const r = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const item = (depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`;
const cell = (content: string) => `<w:tc>${content}</w:tc>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Our own"/><w:basedOn w:val="Overskrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sitat"><w:name w:val="Quote"/></w:style><w:style w:type="paragraph" w:styleId="Bildetekst"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="ring"/><w:basedOn w:val="Ring"/></w:style></w:styles>`;

const BODY = [
  p(r('A letter'), style('Overskrift1')),
  p(
    `${r('It was ')}${r('very', '<w:rStyle w:val="Sterk"/><w:i/>')}${r(' late, and ')}${r('the lamp ', '<w:highlight w:val="cyan"/>')}${r('was out', '<w:highlight w:val="cyan"/><w:b w:val="0"/>')}${r('.')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' Then')}<w:r><w:br/></w:r>${r('𝔘 nothing')}<w:r><w:tab/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F04A"/></w:r>`,
  ),
  p(r('In a style of its own'), style('Egen')),
  p(
    `<w:commentRangeStart w:id="5"/>${r('Said ')}${r('presten', '<w:lang w:val="nb-NO"/>')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>${r(' to us')}${r(' hidden', '<w:vanish/>')}${r('.')}<w:r><w:commentReference w:id="6"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>`,
  ),
  p(
    `<w:ins w:id="1" w:author="K">${r('Put in')}</w:ins><w:del w:id="2" w:author="K"><w:r><w:delText>taken out</w:delText></w:r></w:del>${r(', and')}`,
    '<w:rPr><w:del w:id="3"/></w:rPr>',
  ),
  p(r(' joined.')),
  p(
    `<w:hyperlink r:id="r9">${r('the page', '<w:u w:val="single"/>')}</w:hyperlink>${r(' and ')}${field('begin')}<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>${field('separate')}${r('another')}${field('end')}${r(', ')}${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('end')}<w:fldSimple w:instr="PAGE">${r('7')}</w:fldSimple><w:hyperlink r:id="r10">${r(' not this')}</w:hyperlink>`,
  ),
  p(r('oil'), item(0)),
  p(r('ten barrels'), item(1)),
  p(r('Count it twice.'), style('Sitat')),
  `<w:tbl><w:tr>${cell(p(r('Thing')))}${cell(p(r('Count')))}</w:tr><w:tr>${cell(p(r('a')) + p(r('b')))}${cell(p(''))}</w:tr><w:tr><w:trPr><w:del w:id="9"/></w:trPr>${cell(p(r('gone')))}</w:tr></w:tbl>`,
  p(
    `${r('Anchor')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(r('Figure 1: the lamp'), style('Bildetekst'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r('Figure 1: the lamp'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing/></w:r>${r(' and on.')}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`,
  ),
  p(r('D'), '<w:framePr w:dropCap="drop"/>'),
  p(r('rop cap')),
  `<w:sdt><w:sdtContent>${p(r('שלום'), style('Ring'))}</w:sdtContent></w:sdt><w:sectPr/>`,
].join('');

/** The letter as a Word document, with localised names of styles, tracked changes, comments, notes, fields and a text box. */
export function letterDocxParts(): Record<string, string> {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(
      relation('r1', 'officeDocument', 'word/document7.xml'),
      relation('r2', 'metadata/core-properties', '/docProps/core.xml'),
    ),
    'word/document7.xml': `<w:document ${MORE}><w:body>${BODY}</w:body></w:document>`,
    'word/_rels/document7.xml.rels': relations(
      relation('r1', 'styles', 'styles.xml'),
      relation('r2', 'footnotes', 'footnotes.xml'),
      relation('r3', 'endnotes', 'endnotes.xml'),
      relation('r4', 'comments', 'comments.xml'),
      relation('r9', 'hyperlink', 'https://example.org/a', 'TargetMode="External"'),
      relation('r10', 'hyperlink', 'javascript:alert(1)', 'TargetMode="External"'),
    ),
    'word/styles.xml': STYLES,
    'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="0" w:type="separator">${p('')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' So he says.')}`)}${p(r('Twice.'))}</w:footnote></w:footnotes>`,
    'word/endnotes.xml': `<w:endnotes ${W}><w:endnote w:id="3">${p(r('At the end.'))}</w:endnote></w:endnotes>`,
    'word/comments.xml': `<w:comments ${W}><w:comment w:id="5" w:author="Kari">${p(r('Is it so?'))}${p(r('Ask.'))}</w:comment><w:comment w:id="6" w:author="Ola">${p(r('A point.'))}</w:comment></w:comments>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>A letter about the lamp</dc:title><dc:creator>Ingrid Bø;Yusuf Amin</dc:creator><dcterms:created>1911-03-02T10:00:00Z</dcterms:created></cp:coreProperties>',
  };
}

export function letterDocx(): Uint8Array {
  return zip(textParts(letterDocxParts()));
}
