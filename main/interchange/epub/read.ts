import { LecternError, type Remark } from '../../../db/model/index.ts';
import { type Composer, createComposer } from '../composer/index.ts';
import { composeHtml } from '../html/index.ts';
import {
  attribute,
  child,
  decodeMarkup,
  descendants,
  type MarkupElement,
  MarkupError,
  parseHtml,
  parseXml,
} from '../markup/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { type Met, nothingMet, remarksOf, type SourceReader } from '../source/index.ts';
import { type Archive, documentLimits, openArchive, readOptionalXmlPart } from '../zip/index.ts';
import { resolveAddress } from './addresses.ts';
import { type Contents, contentsOfNavigation, contentsOfNcx, placeKey } from './contents.ts';
import { type BookPackage, readPackage } from './package.ts';

const XHTML = { 'http://www.w3.org/1999/xhtml': '', 'http://www.idpf.org/2007/ops': 'epub' };
const NCX = { 'http://www.daisy.org/z3986/2005/ncx/': '' };
const ENCRYPTION = { 'http://www.w3.org/2001/04/xmlenc#': 'enc' };

/**
 * A book of EPUB 2 or 3 as a source: its content documents in reading order. A block's label is its page where the book
 * marks pages, else its chapter in the table of contents.
 */
export const epubReader: SourceReader = {
  async read(bytes, name, { limits }) {
    const archive = await openArchive(bytes, name, documentLimits(limits));
    const book = await readPackage(archive, name);
    await refuseEncrypted(archive, book, name);
    const contents = await readContents(archive, book);
    const composer = createComposer('trim');
    const met = nothingMet();
    let missing = 0;
    for (const path of book.spine) {
      // It lists where things are, and that is what the labels of the blocks say.
      if (path === book.navigation) continue;
      if (!archive.has(path)) missing++;
      else composeChapter(composer, contents, path, await readDocument(archive, path), met);
    }
    const { blocks } = composer.finish();
    const remarks: Remark[] = remarksOf(met);
    if (missing > 0) remarks.push({ code: 'parts-missing', count: missing });
    return {
      ...book.metadata,
      title: book.title || titleFromName(name),
      mediaType: 'application/epub+zip',
      encoding: 'utf-8',
      blocks,
      remarks,
    };
  },
};

function composeChapter(composer: Composer, contents: Contents, path: string, root: MarkupElement, all: Met): void {
  const title = contents.get(path);
  let paged = false;
  if (title !== undefined) composer.setLabel(title);
  composer.anchor(path);
  const found = composeHtml(child(root, 'body') ?? root, composer, {
    nameOf(address) {
      const place = resolveAddress(path, address);
      return place && placeKey(place.path, place.fragment);
    },
    onAnchor(id) {
      const chapter = contents.get(placeKey(path, id));
      if (chapter !== undefined && !paged) composer.setLabel(chapter);
    },
    onPage(label) {
      if (label === '') return;
      paged = true;
      composer.setLabel(`p. ${label}`);
    },
  });
  all.images += found.images;
  all.hidden += found.hidden;
}

/** XHTML is read as XML where it is well-formed, because `<title/>` would swallow the rest of an HTML page. */
async function readDocument(archive: Archive, path: string): Promise<MarkupElement> {
  const { text } = decodeMarkup(await archive.read(path));
  try {
    return parseXml(text, XHTML);
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    return parseHtml(text);
  }
}

/** A book without a usable table of contents is read without chapter labels. */
async function readContents(archive: Archive, { navigation, ncx }: BookPackage): Promise<Contents> {
  if (navigation !== undefined && archive.has(navigation)) {
    return contentsOfNavigation(await readDocument(archive, navigation), navigation);
  }
  if (ncx === undefined || !archive.has(ncx)) return new Map();
  const { text } = decodeMarkup(await archive.read(ncx));
  try {
    return contentsOfNcx(parseXml(text, NCX), ncx);
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    return new Map();
  }
}

/** Fonts may be obfuscated in any book (EPUB 3.3, 4.2.6.3.1); text that is encrypted cannot be read. */
async function refuseEncrypted(archive: Archive, { spine }: BookPackage, name: string): Promise<void> {
  const encryption = await readOptionalXmlPart(archive, 'META-INF/encryption.xml', name, ENCRYPTION);
  const encrypted = descendants(encryption, 'enc:CipherReference').map((each) => attribute(each, 'URI'));
  if (encrypted.some((path) => spine.includes(resolveAddress('', path)?.path ?? ''))) {
    throw new LecternError('encrypted-file', `“${name}” is protected against copying, so its text cannot be read.`, {
      name,
    });
  }
}
