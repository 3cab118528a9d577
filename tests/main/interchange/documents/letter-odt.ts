import { textParts, zip } from './zip.ts';

const NAMESPACES = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');

const STYLES = `<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Heading_20_2" style:family="paragraph" style:default-outline-level="2"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph"/><style:style style:name="Caption" style:family="paragraph"/>
<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:styles>`;

const AUTOMATIC = `<office:automatic-styles>
<style:style style:name="T1" style:family="text" style:parent-style-name="Strong"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:background-color="#00ff00"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties fo:language="nb" fo:country="NO"/></style:style>
<style:style style:name="T5" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"><style:text-properties fo:font-style="italic"/></style:style>
</office:automatic-styles>`;

const BODY = `<office:body><office:text><text:tracked-changes>
<text:changed-region><text:deletion><text:p>never seen</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">A letter</text:h>
<text:p>It was
   <text:span text:style-name="T1">very</text:span><text:s text:c="3"/>late,<text:tab/>and <text:span text:style-name="T2">the lamp
   was out</text:span>.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>So he <text:a xlink:href="https://example.org/">says</text:a>.</text:p><text:p>Twice.</text:p></text:note-body></text:note> Then<text:line-break/>𝔘 nothing.</text:p>
<text:p text:style-name="Heading_20_2">In a style of its own</text:p>
<text:p><office:annotation office:name="c1"><dc:creator>Kari</dc:creator><dc:date>2024-01-01T00:00:00</dc:date><text:p>Is it so?</text:p><text:p>Ask.</text:p></office:annotation>Said <text:span text:style-name="T4">presten</text:span><office:annotation-end office:name="c1"/> to us<text:span text:style-name="T3"> hidden</text:span>.<office:annotation><dc:creator>Ola</dc:creator><text:p>A point.</text:p></office:annotation><text:note text:note-class="endnote"><text:note-body><text:p>At the end.</text:p></text:note-body></text:note></text:p>
<text:list><text:list-item><text:p>oil</text:p><text:list><text:list-item><text:p>ten barrels</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>wick</text:p></text:list-item></text:list>
<text:p text:style-name="P1">Count it twice.</text:p>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Thing</text:p></table:table-cell><table:table-cell><text:p>Count</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>a</text:p><text:p>b<text:span text:style-name="T5">2</text:span></text:p></table:table-cell><table:table-cell/></table:table-row></table:table>
<text:section text:name="S"><text:p>Anchor<draw:frame><draw:text-box><text:p text:style-name="Figure">Figure <text:sequence>1</text:sequence>: the lamp<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p></draw:text-box></draw:frame> and on.</text:p></text:section>
<text:p>שלום</text:p></office:text></office:body>`;

const META = `<office:meta><meta:initial-creator>Ingrid Bø</meta:initial-creator><dc:creator>Somebody Later</dc:creator>
<meta:creation-date>1911-03-02T10:00:00</meta:creation-date><dc:title>A letter about the lamp</dc:title></office:meta>`;

const MIME = 'application/vnd.oasis.opendocument.text';

/** A letter with what letters have: changes, notes, comments, hidden words, a list, a table, a picture with its caption. */
export function letterParts(): Record<string, string> {
  return {
    mimetype: MIME,
    'content.xml': `<office:document-content ${NAMESPACES}>${AUTOMATIC}${BODY}</office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMESPACES}>${STYLES}</office:document-styles>`,
    'meta.xml': `<office:document-meta ${NAMESPACES}>${META}</office:document-meta>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
  };
}

export function letterOdt(): Uint8Array {
  return zip(textParts(letterParts()));
}

/** The same letter in one file. */
export function letterFlat(): Uint8Array {
  return Buffer.from(
    `<?xml version="1.0"?><office:document ${NAMESPACES} office:mimetype="${MIME}">${META}${STYLES}${AUTOMATIC}${BODY}</office:document>`,
  );
}
