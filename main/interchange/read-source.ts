import { LecternError, type SourceDraft } from '../../db/model/index.ts';
import { markdownReader } from './markdown/index.ts';
import { plainTextReader } from './plain-text/index.ts';
import { recognise, type SourceFormat } from './recognise/index.ts';
import type { SourceReader } from './source/index.ts';

const READERS: Readonly<Record<SourceFormat, SourceReader>> = {
  'plain-text': plainTextReader,
  markdown: markdownReader,
};

/**
 * Turns the bytes of a file into a source before it is stored.
 * @throws LecternError `empty-file` for 0 bytes or nothing but blanks, `unsupported-format` for what
 *   this version cannot import
 */
export function readSource(bytes: Uint8Array, name: string): SourceDraft {
  const draft = READERS[recognise(bytes, name)].read(bytes, name);
  if (draft.blocks.length === 0) {
    throw new LecternError('empty-file', `“${name}” holds no text.`, { name });
  }
  return draft;
}
