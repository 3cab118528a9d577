import type { CitationStyle } from '../summary/index.ts';

/** The journal, or the book with its editors, that a work is part of. */
function within(name: string, textCase: string): string {
  return `<macro name="${name}">
  <choose>
    <if type="chapter">
      <group delimiter=", ">
        <group delimiter=" "><text term="in"${textCase}/><text variable="container-title" font-style="italic"/></group>
        <names variable="editor"><label form="verb" suffix=" "/><name and="text" delimiter=", " delimiter-precedes-last="never"/></names>
      </group>
    </if>
    <else>
      <group delimiter=" ">
        <text variable="container-title" font-style="italic"/>
        <text variable="volume"/>
        <text variable="issue" prefix="(" suffix=")"/>
      </group>
    </else>
  </choose>
</macro>`;
}

/** Authors, else editors, else the title, in the order and form a list needs. */
const MACROS = `
<macro name="names">
  <names variable="author">
    <name and="text" delimiter=", " delimiter-precedes-last="never" name-as-sort-order="first"/>
    <substitute>
      <names variable="editor">
        <name and="text" delimiter=", " delimiter-precedes-last="never" name-as-sort-order="first"/>
        <label form="short" prefix=" (" suffix=")"/>
      </names>
      <text macro="title"/>
    </substitute>
  </names>
</macro>
<macro name="names-in-note">
  <names variable="author">
    <name and="text" delimiter=", " delimiter-precedes-last="never"/>
    <substitute>
      <names variable="editor">
        <name and="text" delimiter=", " delimiter-precedes-last="never"/>
        <label form="short" prefix=" (" suffix=")"/>
      </names>
    </substitute>
  </names>
</macro>
<macro name="names-short">
  <names variable="author">
    <name form="short" and="text" delimiter=", " delimiter-precedes-last="never" et-al-min="4" et-al-use-first="1"/>
    <substitute><names variable="editor"/><text macro="title"/></substitute>
  </names>
</macro>
<macro name="title">
  <choose>
    <if type="chapter article-journal article-magazine article-newspaper" match="any"><text variable="title" quotes="true"/></if>
    <else><text variable="title" font-style="italic"/></else>
  </choose>
</macro>
<macro name="note-again">
  <group delimiter=", ">
    <names variable="author"><name form="short" and="text" delimiter=", " delimiter-precedes-last="never"/><substitute><names variable="editor"/></substitute></names>
    <text macro="title"/>
  </group>
</macro>
<macro name="year">
  <choose>
    <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
    <else><text term="no date" form="short"/></else>
  </choose>
</macro>
<macro name="day">
  <choose>
    <if type="article-newspaper article-magazine personal_communication interview speech webpage legal_case document manuscript" match="any"><date variable="issued" form="text"/></if>
    <else><date variable="issued"><date-part name="year"/></date></else>
  </choose>
</macro>
${within('within', '')}
${within('within-in-list', ' text-case="capitalize-first"')}
<macro name="edition"><group delimiter=" "><choose><if is-numeric="edition"><number variable="edition" form="ordinal"/></if><else><text variable="edition"/></else></choose><choose><if is-numeric="edition"><text term="edition" form="short"/></if></choose></group></macro>
<macro name="imprint"><group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group></macro>
<macro name="pages"><group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group></macro>
<macro name="address">
  <choose>
    <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
    <else><text variable="URL"/></else>
  </choose>
</macro>
<macro name="locator">
  <group delimiter=" ">
    <choose><if locator="paragraph"><label variable="locator" form="symbol"/></if><else><label variable="locator" form="short"/></else></choose>
    <text variable="locator"/>
  </group>
</macro>`;

function style(form: 'in-text' | 'note', id: CitationStyle, category: string, rest: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${form}" version="1.0" demote-non-dropping-particle="never">
<info><title>Lectern ${id}</title><id>urn:lectern:style:${id}</id><category citation-format="${category}"/><updated>2026-11-26T00:00:00+00:00</updated></info>${MACROS}
${rest}
</style>`;
}

const LIST = `<sort><key macro="names"/><key variable="issued"/><key variable="title"/></sort>`;

/** The styles of our own, as CSL 1.0.2. What they share is written once. */
export const STYLES: Readonly<Record<CitationStyle, string>> = {
  'author-date': style(
    'in-text',
    'author-date',
    'author-date',
    `<citation disambiguate-add-year-suffix="true">
<layout prefix="(" suffix=")" delimiter="; ">
  <group delimiter=", "><group delimiter=" "><text macro="names-short"/><group><text macro="year"/><text variable="year-suffix"/></group></group><text macro="locator"/></group>
</layout>
</citation>
<bibliography hanging-indent="true">${LIST}
<layout suffix=".">
  <group delimiter=". ">
    <group delimiter=" "><text macro="names"/><group prefix="(" suffix=")"><text macro="year"/><text variable="year-suffix"/></group></group>
    <choose><if variable="author editor" match="any"><text macro="title"/></if></choose>
    <group delimiter=", "><text macro="within-in-list"/><text macro="pages"/></group>
    <text macro="edition"/>
    <text macro="imprint"/>
    <text macro="address"/>
  </group>
</layout>
</bibliography>`,
  ),
  footnote: style(
    'note',
    'footnote',
    'note',
    `<citation>
<layout suffix="." delimiter="; ">
  <choose>
    <if position="ibid-with-locator"><group delimiter=", "><text term="ibid" text-case="capitalize-first" strip-periods="true" suffix="."/><text macro="locator"/></group></if>
    <else-if position="ibid"><text term="ibid" text-case="capitalize-first" strip-periods="true"/></else-if>
    <else-if position="subsequent"><group delimiter=", "><text macro="note-again"/><text macro="locator"/></group></else-if>
    <else>
      <group delimiter=", ">
        <group delimiter=" ">
          <group delimiter=", "><text macro="names-in-note"/><text macro="title"/><text macro="within"/><text macro="edition"/></group>
          <group prefix="(" suffix=")" delimiter=", "><text macro="imprint"/><text macro="day"/></group>
        </group>
        <choose><if variable="locator"><text macro="locator"/></if><else><text macro="pages"/></else></choose>
      </group>
    </else>
  </choose>
</layout>
</citation>
<bibliography hanging-indent="true">${LIST}
<layout suffix=".">
  <group delimiter=". ">
    <text macro="names"/>
    <choose><if variable="author editor" match="any"><text macro="title"/></if></choose>
    <group delimiter=", "><text macro="within-in-list"/><text macro="pages"/></group>
    <text macro="edition"/>
    <group delimiter=", "><text macro="imprint"/><text macro="day"/></group>
    <text macro="address"/>
  </group>
</layout>
</bibliography>`,
  ),
  numeric: style(
    'in-text',
    'numeric',
    'numeric',
    `<citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
<layout prefix="[" suffix="]" delimiter="; "><group delimiter=", "><text variable="citation-number"/><text macro="locator"/></group></layout>
</citation>
<bibliography second-field-align="flush">
<layout suffix=".">
  <text variable="citation-number" prefix="[" suffix="] "/>
  <group delimiter=". ">
    <text macro="names"/>
    <choose><if variable="author editor" match="any"><text macro="title"/></if></choose>
    <group delimiter=", "><text macro="within-in-list"/><text macro="pages"/></group>
    <text macro="edition"/>
    <group delimiter=", "><text macro="imprint"/><text macro="day"/></group>
    <text macro="address"/>
  </group>
</layout>
</bibliography>`,
  ),
};
