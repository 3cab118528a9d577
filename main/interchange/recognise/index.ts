/** What a file is, by its content first and its name second. */
import { LecternError } from '../../../db/model/index.ts';
import { decode, isText } from '../encoding/index.ts';
import { extension } from './names.ts';
import { findSignature } from './signatures.ts';

export { extension, titleFromName } from './names.ts';

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
 * @throws LecternError `empty-file` for 0 bytes, `encrypted-file`, `unsupported-format` for what this version cannot
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
    const format = Object.hasOwn(BY_SIGNATURE, signature.format) ? BY_SIGNATURE[signature.format] : undefined;
    return format ?? refuse(name, signature.format, signature.name);
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
