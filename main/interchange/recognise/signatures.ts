/** A run of bytes that tells a format this version does not import. */
export interface Signature {
  /** Short key of the format, for the sentence's translation. */
  readonly format: string;
  /** What people call it, in English with its article. */
  readonly name: string;
  /** Offset in bytes; `anywhere` for the name of a part inside a zip archive. */
  readonly at: number | 'anywhere';
  readonly bytes: readonly number[];
}

/**
 * Formats known by their first bytes. The first that fits wins, so the special stand before the general.
 * Values from the specifications of the formats (PDF 32000-1, RTF 1.9, PKWARE APPNOTE, OCF 3, ODF 1.3 …).
 */
export const SIGNATURES: readonly Signature[] = [
  text('pdf', 'a PDF document', '%PDF-'),
  text('rtf', 'an RTF document', '{\\rtf'),
  text('notebook', 'a Lectern notebook', 'LCTN', 68),
  text('sqlite', 'an SQLite database', 'SQLite format 3\0'),
  text('epub', 'an EPUB book', 'mimetypeapplication/epub+zip', 30),
  text('odt', 'an OpenDocument text', 'mimetypeapplication/vnd.oasis.opendocument.text', 30),
  text('odt', 'an OpenOffice text', 'mimetypeapplication/vnd.sun.xml.writer', 30),
  text('opendocument', 'an OpenDocument file', 'mimetypeapplication/vnd.oasis.opendocument', 30),
  text('docx', 'a Word document', 'word/document', 'anywhere'),
  text('zip', 'a zip archive', 'PK\x03\x04'),
  text('zip', 'an empty zip archive', 'PK\x05\x06'),
  text('office', 'an old Microsoft Office file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  text('image', 'a PNG image', '\x89PNG\r\n\x1a\n'),
  text('image', 'a JPEG image', '\xff\xd8\xff'),
  text('image', 'a GIF image', 'GIF8'),
  text('image', 'a WebP image', 'WEBP', 8),
  text('image', 'a TIFF image', 'II*\0'),
  text('image', 'a TIFF image', 'MM\0*'),
  text('djvu', 'a DjVu document', 'AT&TFORM'),
  text('recording', 'a WAV recording', 'WAVE', 8),
  text('recording', 'an MP3 recording', 'ID3'),
  text('recording', 'an Ogg recording', 'OggS'),
  text('recording', 'a FLAC recording', 'fLaC'),
  text('recording', 'an MP4 film or recording', 'ftyp', 4),
  text('archive', 'a gzip archive', '\x1f\x8b\x08'),
  text('archive', 'a 7-Zip archive', "7z\xbc\xaf'\x1c"),
  text('archive', 'a RAR archive', 'Rar!\x1a\x07'),
  text('archive', 'an xz archive', '\xfd7zXZ\0'),
  text('archive', 'a Zstandard archive', '\x28\xb5\x2f\xfd'),
  text('archive', 'a tar archive', 'ustar', 257),
  text('program', 'a program', '\x7fELF'),
];

/** Formats whose mark is plain text and yet cannot be the beginning of prose. */
const MARKED_IN_TEXT: ReadonlySet<string> = new Set(['pdf', 'rtf']);

/**
 * The format the bytes carry the mark of. A mark of mere letters (`ID3`) counts only where the rest is no text.
 * @param isText asked only where it matters, because the answer takes a look at every byte
 */
export function findSignature(bytes: Uint8Array, isText: () => boolean): Signature | undefined {
  return SIGNATURES.find((signature) => carries(bytes, signature) && (isUnmistakable(signature) || !isText()));
}

function carries(bytes: Uint8Array, { at, bytes: expected }: Signature): boolean {
  if (at === 'anywhere')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(expected));
  return expected.every((byte, index) => bytes[at + index] === byte);
}

function isUnmistakable({ format, bytes }: Signature): boolean {
  return MARKED_IN_TEXT.has(format) || bytes.some((byte) => byte < 0x20 || byte > 0x7e);
}

function text(format: string, name: string, characters: string, at: Signature['at'] = 0): Signature {
  return { format, name, at, bytes: Array.from(characters, (character) => character.charCodeAt(0)) };
}
