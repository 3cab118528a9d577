import type { Prefixes } from '../../markup/index.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The namespaces of OpenDocument 1.3, part 3, 22.3, and those of OpenOffice 1, which differ in nothing read here. */
export const ODF: Prefixes = {
  [`${OASIS}office:1.0`]: 'office',
  [`${OASIS}text:1.0`]: 'text',
  [`${OASIS}table:1.0`]: 'table',
  [`${OASIS}style:1.0`]: 'style',
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}meta:1.0`]: 'meta',
  [`${OASIS}manifest:1.0`]: 'manifest',
  [`${OASIS}xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}svg-compatible:1.0`]: 'svg',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://openoffice.org/2000/office': 'office',
  'http://openoffice.org/2000/text': 'text',
  'http://openoffice.org/2000/table': 'table',
  'http://openoffice.org/2000/style': 'style',
  'http://openoffice.org/2000/drawing': 'draw',
  'http://openoffice.org/2000/meta': 'meta',
};
