import type { SourceDraft } from '../../../db/model/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { type ReadingChoices, readText, type SourceReader } from '../source/index.ts';

/** Each line is one block, exactly as it stands; blank lines (whitespace only) separate and are no blocks. */
export const plainTextReader = {
  read(bytes: Uint8Array, name: string, choices: ReadingChoices = {}): SourceDraft {
    const { text, encoding, remarks } = readText(bytes, choices.encoding);
    const lines = text.split('\n').filter((line) => /\S/.test(line));
    return {
      title: titleFromName(name),
      mediaType: 'text/plain',
      encoding,
      blocks: lines.map((line) => ({ kind: 'paragraph', text: line })),
      remarks,
    };
  },
} satisfies SourceReader;
