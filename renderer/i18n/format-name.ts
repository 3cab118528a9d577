/** What the formats of originals are called; the same in every language. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['application/epub+zip', 'EPUB'],
  ['application/pdf', 'PDF'],
  ['application/rtf', 'RTF'],
  ['application/vnd.oasis.opendocument.text', 'ODT'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'DOCX'],
  ['application/x-subrip', 'SRT'],
  ['multipart/related', 'MHTML'],
  ['text/html', 'HTML'],
  ['text/markdown', 'Markdown'],
  ['text/plain', 'TXT'],
  ['text/vtt', 'VTT'],
]);

/** The short name of a media type; itself where it has none. */
export function formatName(mediaType: string): string {
  return NAMES.get(mediaType) ?? mediaType;
}
