import type { Prefixes } from '../../markup/index.ts';

const OPEN_XML = 'http://schemas.openxmlformats.org';

/** Namespaces of WordprocessingML (ECMA-376 part 1), in the transitional spelling everybody writes and the strict one. */
export const WORD: Prefixes = {
  [`${OPEN_XML}/wordprocessingml/2006/main`]: 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  [`${OPEN_XML}/officeDocument/2006/relationships`]: 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  [`${OPEN_XML}/officeDocument/2006/math`]: 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  [`${OPEN_XML}/markup-compatibility/2006`]: 'mc',
  [`${OPEN_XML}/package/2006/relationships`]: 'rel',
  [`${OPEN_XML}/package/2006/metadata/core-properties`]: 'cp',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
};
