import { LecternError } from '../../../db/model/index.ts';
import { decodeMarkup, type MarkupElement, MarkupError, type Prefixes, parseXml } from '../markup/index.ts';
import type { Archive } from './archive.ts';

/**
 * Unpacks and parses an XML part of a document.
 * @param fileName of the document, for the sentence
 * @throws LecternError as `Archive.read` says, and `damaged-file` where the part is no well-formed XML
 */
export async function readXmlPart(
  archive: Archive,
  part: string,
  fileName: string,
  prefixes: Prefixes,
): Promise<MarkupElement> {
  const { text } = decodeMarkup(await archive.read(part));
  try {
    return parseXml(text, prefixes);
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    const message = `“${fileName}” is damaged: its part “${part}” cannot be read, ${error.message.replace(/\.$/, '')}.`;
    throw new LecternError('damaged-file', message, { name: fileName });
  }
}

/** The same, or nothing where the document has no such part. */
export async function readOptionalXmlPart(
  archive: Archive,
  part: string,
  fileName: string,
  prefixes: Prefixes,
): Promise<MarkupElement | undefined> {
  return archive.has(part) ? readXmlPart(archive, part, fileName, prefixes) : undefined;
}
