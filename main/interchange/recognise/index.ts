/** What a file is, by its content first and its name second. */
import { LecternError } from '../../../db/model/index.ts';
import { decode, isText } from '../encoding/index.ts';
import { directoryNames } from '../zip/index.ts';
import { extension } from './names.ts';
import { findSignature } from './signatures.ts';

export { baseName, extension, titleFromName } from './names.ts';

/** The formats this version imports. */
export type SourceFormat =
  | 'plain-text'
  | 'markdown'
  | 'html'
  | 'epub'
  | 'odt'
  | 'flat-odt'
  | 'rtf'
  | 'docx'
  | 'pdf'
  | 'mhtml'
  | 'subtitles';

/** Enough to see how a document begins. */
const HEAD_BYTES = 4096;
const IMPORTED =
  'This version imports plain text, Markdown, HTML, MHTML, PDF, DOCX, RTF, OpenDocument texts, EPUB and subtitles.';

/** Formats known by a signature that are imported; every other signature is a reason to refuse. */
const BY_SIGNATURE: Readonly<Record<string, SourceFormat>> = {
  epub: 'epub',
  odt: 'odt',
  rtf: 'rtf',
  docx: 'docx',
  pdf: 'pdf',
};

const MARKDOWN_NAMES: ReadonlySet<string> = new Set(['md', 'markdown', 'mdown', 'mkd', 'mkdn']);
const XML_NAMES: ReadonlySet<string> = new Set(['xml', 'tei', 'svg', 'fodt']);
const HTML_NAMES: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml']);
const HTML_BEGINS = /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;
/** A message whose headers say it is a page with its parts, or that a browser saved it. */
const SAVED_PAGE = /^(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?Content-Type:\s*multipart\/related/i;
const SUBTITLES_BEGIN = /^(?:WEBVTT(?:[ \t\n]|$)|(?:\d+[ \t]*\n)?\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> )/;
const FLAT_ODT = /<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text["-]/;
const FRONT_MATTER_BEGINS = /^---\n[A-Za-z][\w-]*:[\s\S]*?\n(?:---|\.\.\.)\n/;
const HEADING_BEGINS = /^#{1,6} \S/;

/**
 * Says which importable format the bytes of a file are.
 * @param name the file's name; a path is fine, only its last part is looked at
 * @throws LecternError `empty-file` for 0 bytes, `encrypted-file`, `is-archive` for an archive of documents, `unsupported-format` for what this version cannot
 *   import, with one sentence that names the file and what it is
 */
export function recognise(bytes: Uint8Array, name: string): SourceFormat {
  if (bytes.length === 0) {
    throw new LecternError('empty-file', `“${name}” is empty: it has 0 bytes.`, { name });
  }
  let known: boolean | undefined;
  const textual = () => (known ??= isText(bytes));
  const signature = findSignature(bytes, textual);
  if (signature !== undefined) {
    if (signature.format === 'office' && isEncrypted(bytes)) {
      throw new LecternError('encrypted-file', `“${name}” is protected by a password.`, { name });
    }
    const found = isZip(signature.format) ? kindOfZip(bytes, signature.format) : signature.format;
    if (found === 'archive-of-documents') throw archive(name);
    const format = Object.hasOwn(BY_SIGNATURE, found) ? BY_SIGNATURE[found] : undefined;
    return format ?? refuse(name, found, signature.name);
  }
  if (!textual()) refuse(name, 'binary', 'not a text but binary data');

  const head = decode(bytes.subarray(0, HEAD_BYTES)).text.replace(/\r\n?/g, '\n').trimStart();
  const ending = extension(name);
  if (MARKDOWN_NAMES.has(ending)) return 'markdown';
  if (SAVED_PAGE.test(head)) return 'mhtml';
  if (SUBTITLES_BEGIN.test(head)) return 'subtitles';
  if (HTML_BEGINS.test(head) || (HTML_NAMES.has(ending) && /<[a-z!/]/i.test(head))) {
    return 'html';
  }
  if (FLAT_ODT.test(head)) return 'flat-odt';
  if (head.startsWith('<?xml') || (XML_NAMES.has(ending) && head.startsWith('<')))
    refuse(name, 'xml', 'an XML document');
  return ending === '' && beginsLikeMarkdown(head) ? 'markdown' : 'plain-text';
}

/** Whether the bytes are an archive of documents, and no document that is an archive itself. */
export function isArchive(bytes: Uint8Array, name: string): boolean {
  try {
    recognise(bytes, name);
    return false;
  } catch (error) {
    return error instanceof LecternError && error.code === 'is-archive';
  }
}

function isZip(format: string): boolean {
  return format === 'zip' || format === 'docx';
}

const CONTENT_TYPES = '[Content_Types].xml';
/** The part of a Word document that is its text, as programs call it. A package may call it otherwise (ISO/IEC 29500-2). */
const WORD_TEXT = /^\/?word\/document\d*\.xml$/i;
const LIKE_WORD_TEXT = /^\/?word\/document[^/]*$/i;

/**
 * What an archive is, by the names in its directory: a Word document among others makes no Word document of the archive,
 * though its bytes are in it. Where the directory is lost the bytes have to say it.
 */
function kindOfZip(bytes: Uint8Array, signature: string): string {
  const names = directoryNames(bytes);
  if (names === undefined) return signature === 'docx' ? 'docx' : 'archive-of-documents';
  const isPackage = names.includes(CONTENT_TYPES);
  if (names.some((name) => (isPackage ? LIKE_WORD_TEXT : WORD_TEXT).test(name))) return 'docx';
  if (names.includes('META-INF/container.xml')) return 'epub';
  // Packages of other programs: spreadsheets, slides, drawings.
  return isPackage || names.includes('mimetype') ? 'zip' : 'archive-of-documents';
}

function archive(name: string): LecternError {
  return new LecternError('is-archive', `“${name}” is an archive of documents.`, { name });
}

/** New Office files with a password are wrapped in the old format, in a stream of this name (MS-OFFCRYPTO, 2.3.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function beginsLikeMarkdown(head: string): boolean {
  return FRONT_MATTER_BEGINS.test(head) || HEADING_BEGINS.test(head);
}

function refuse(name: string, format: string, what: string): never {
  throw new LecternError('unsupported-format', `“${name}” is ${what}. ${IMPORTED}`, { name, format });
}
