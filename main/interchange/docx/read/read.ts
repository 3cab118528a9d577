import { createComposer } from '../../composer/index.ts';
import { child, lineOf } from '../../markup/index.ts';
import { titleFromName } from '../../recognise/index.ts';
import { remarksOf, type SourceReader } from '../../source/index.ts';
import { documentLimits, openArchive } from '../../zip/index.ts';
import { composeWord } from './flow.ts';
import { readParts } from './parts.ts';
import { readStyles } from './styles.ts';

/** A Word document as a source: changes accepted, comments and highlighter as highlights, notes tied to their calls. */
export const docxReader: SourceReader = {
  async read(bytes, name, { limits }) {
    const archive = await openArchive(bytes, name, documentLimits(limits));
    const parts = await readParts(archive, name);
    const styles = readStyles(parts.styles);
    const composer = createComposer('keep');
    const met = composeWord(parts, styles, composer);
    const { blocks, highlights } = composer.finish();
    const said = (element: string) => lineOf(child(parts.core, element));
    const author = said('dc:creator');
    const date = said('dcterms:created').slice(0, 10);
    const language = said('dc:language') || styles.language;
    return {
      title: said('dc:title') || blocks.find(({ kind }) => kind === 'heading')?.text || titleFromName(name),
      ...(author === '' ? {} : { authors: author.split(/\s*;\s*/).filter((each) => each !== '') }),
      ...(date === '' ? {} : { date }),
      ...(language === '' ? {} : { language }),
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      encoding: 'utf-8',
      blocks,
      highlights,
      remarks: remarksOf(met),
    };
  },
};
