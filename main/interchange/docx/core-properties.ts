import { escapeMarkup, type SummaryDocument } from '../summary/index.ts';

/**
 * The part `docProps/core.xml` (ECMA-376, part 2, section 11). Written here because the library puts the present time in
 * it, where the time of the export belongs.
 */
export function coreProperties({ title, subtitle = '', authors = [], createdAt, language }: SummaryDocument): string {
  const time = escapeMarkup(createdAt);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeMarkup(title)}</dc:title>`,
    `<dc:subject>${escapeMarkup(subtitle)}</dc:subject>`,
    `<dc:creator>${escapeMarkup(authors.join('; '))}</dc:creator>`,
    `<dc:language>${escapeMarkup(language)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('\n');
}
