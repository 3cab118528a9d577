import { LecternError, type SourceDraft } from '../../../../db/model/index.ts';
import { createComposer } from '../../composer/index.ts';
import {
  child,
  decodeMarkup,
  descendants,
  lineOf,
  type MarkupElement,
  MarkupError,
  parseXml,
} from '../../markup/index.ts';
import { titleFromName } from '../../recognise/index.ts';
import { remarksOf, type SourceReader } from '../../source/index.ts';
import { documentLimits, openArchive, readOptionalXmlPart, readXmlPart } from '../../zip/index.ts';
import { composeOdt } from './flow.ts';
import { readListStyles, readOutlineStyle } from './list-styles.ts';
import { ODF } from './names.ts';
import { readStyles } from './styles.ts';

/** An OpenDocument text in its package. */
export const odtReader: SourceReader = {
  async read(bytes, name, { limits }) {
    const archive = await openArchive(bytes, name, documentLimits(limits));
    const manifest = await readOptionalXmlPart(archive, 'META-INF/manifest.xml', name, ODF);
    if (descendants(manifest, 'manifest:encryption-data').length > 0) {
      throw new LecternError('encrypted-file', `“${name}” is protected by a password.`, { name });
    }
    const content = await readXmlPart(archive, 'content.xml', name, ODF);
    const styles = await readOptionalXmlPart(archive, 'styles.xml', name, ODF);
    const meta = await readOptionalXmlPart(archive, 'meta.xml', name, ODF);
    return draftOf(content, [styles, content], child(meta, 'office:meta'), name);
  },
};

/** The same as one XML file, `.fodt`. */
export const flatOdtReader: SourceReader = {
  read(bytes, name) {
    try {
      const root = parseXml(decodeMarkup(bytes).text, ODF);
      return draftOf(root, [root], child(root, 'office:meta'), name);
    } catch (error) {
      if (!(error instanceof MarkupError)) throw error;
      throw new LecternError('damaged-file', `“${name}” is damaged: ${error.message.replace(/\.$/, '')}.`, { name });
    }
  },
};

function draftOf(
  content: MarkupElement,
  styled: readonly (MarkupElement | undefined)[],
  meta: MarkupElement | undefined,
  name: string,
): SourceDraft {
  const groups = ['office:styles', 'office:automatic-styles'];
  const styling = styled.flatMap((root) => groups.map((group) => child(root, group)));
  const styles = readStyles(styling);
  const office = child(content, 'office:body');
  const body = child(office, 'office:text') ?? office;
  if (body === undefined) throw new LecternError('damaged-file', `“${name}” is damaged: it has no text.`, { name });
  const composer = createComposer('keep');
  const met = composeOdt(
    body,
    { styles, lists: readListStyles(styling), outline: readOutlineStyle(styling) },
    composer,
  );
  const { blocks, highlights } = composer.finish();
  const said = (element: string) => lineOf(child(meta, element));
  const author = said('meta:initial-creator') || said('dc:creator');
  const date = (said('meta:creation-date') || said('dc:date')).slice(0, 10);
  const language = said('dc:language') || styles.language;
  return {
    title: said('dc:title') || blocks.find(({ kind }) => kind === 'heading')?.text || titleFromName(name),
    ...(author === '' ? {} : { authors: [author] }),
    ...(date === '' ? {} : { date }),
    ...(language === '' ? {} : { language }),
    mediaType: 'application/vnd.oasis.opendocument.text',
    encoding: 'utf-8',
    blocks,
    highlights,
    remarks: remarksOf(met),
  };
}
