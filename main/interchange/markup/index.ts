/** XML and HTML as trees, with nothing fetched, expanded or run. */
export { type DecodedMarkup, decodeMarkup } from './decode-markup.ts';
export * from './element.ts';
export { decodeCharacters, parseHtml } from './html.ts';
export { MarkupError, type Prefixes, parseXml } from './xml.ts';
