import { LecternError, type OutlineDraft } from '../../../db/model/index.ts';
import { isText } from '../encoding/index.ts';
import { decodeMarkup } from '../markup/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { cleanText } from '../source/index.ts';
import { readMarkdownOutline } from './read-markdown.ts';
import { readOpml } from './read-opml.ts';

/** More than any outline weighs, in bytes or UTF-16 units. */
const LARGEST = 16 * 1024 * 1024;

/**
 * An outline from the bytes of a file: OPML, or the headings and lists of Markdown.
 * @throws LecternError `empty-file`, `too-large`, `unsupported-format` for what is no text, `damaged-file` for XML that is no OPML
 */
export function readOutlineFile(bytes: Uint8Array, name: string): OutlineDraft {
  if (bytes.length === 0) throw new LecternError('empty-file', `“${name}” is empty: it has 0 bytes.`, { name });
  if (bytes.length > LARGEST) throw tooLarge(name);
  if (!isText(bytes)) {
    const what = `“${name}” is no outline: Lectern reads OPML and Markdown as outlines.`;
    throw new LecternError('unsupported-format', what, { name, format: 'binary' });
  }
  return readOutline(decodeMarkup(bytes).text, titleFromName(name), name);
}

/**
 * As `readOutlineFile`, of text at hand.
 * @param title where the text says none
 * @param name what it is called in a failure
 */
export function readOutline(text: string, title: string, name = title): OutlineDraft {
  if (text.length > LARGEST) throw tooLarge(name);
  const clean = cleanText(text).text;
  const draft = /^\s*<(?:[?!]|[a-z]+[\s/>])/i.test(clean) ? readOpml(clean, title) : readMarkdownOutline(clean, title);
  if (draft === undefined) {
    throw new LecternError('damaged-file', `“${name}” is no OPML, or there is no line in it.`, { name });
  }
  if (draft.items.length === 0) throw new LecternError('empty-file', `“${name}” holds no outline.`, { name });
  return draft;
}

function tooLarge(name: string): LecternError {
  return new LecternError('too-large', `“${name}” is larger than 16 MB, which no outline is.`, { name });
}
