import { createComposer } from '../composer/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { remarksOf, type SourceReader } from '../source/index.ts';
import { composeRtf } from './flow.ts';
import { readHeader } from './header.ts';

/** An RTF document (Rich Text Format 1.9.1) as a source, in any code page its fonts name. */
export const rtfReader: SourceReader = {
  read(bytes, name) {
    const header = readHeader(bytes);
    const composer = createComposer('keep');
    const met = composeRtf(bytes, header, composer, name);
    const { blocks, highlights } = composer.finish();
    return {
      title: header.title || blocks.find(({ kind }) => kind === 'heading')?.text || titleFromName(name),
      ...(header.author === '' ? {} : { authors: [header.author] }),
      ...(header.date === '' ? {} : { date: header.date }),
      ...(header.language === '' ? {} : { language: header.language }),
      mediaType: 'application/rtf',
      encoding: `cp${header.codepage}`,
      blocks,
      highlights,
      remarks: remarksOf(met),
    };
  },
};
