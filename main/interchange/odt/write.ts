import {
  contentsOf,
  escapeMarkup,
  type ImageFile,
  imageFiles,
  plain,
  type SummaryBlock,
  type SummaryDocument,
  type SummaryWriter,
  sourceRuns,
  type Words,
} from '../summary/index.ts';
import { pack } from '../zip/index.ts';
import { blocksXml, contentsXml, paragraphXml, type Surroundings } from './blocks.ts';
import { automaticStylesXml, NAMESPACES, stylesXml } from './styles.ts';
import { createTyping, imagePath } from './text.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';

/** A summary as an OpenDocument text (ODF 1.3), with the styles a word processor knows by name. */
export const odtWriter: SummaryWriter = {
  extension: 'odt',
  mediaType: MEDIA_TYPE,
  // Word processors of before 2022 show no WebP.
  images: ['image/png', 'image/jpeg', 'image/gif'],
  write(document, words) {
    const files = imageFiles(document);
    return pack([
      { path: 'mimetype', content: MEDIA_TYPE, stored: true },
      { path: 'META-INF/manifest.xml', content: manifest(files) },
      { path: 'content.xml', content: contentXml(document, words) },
      { path: 'styles.xml', content: stylesXml(document.language) },
      { path: 'meta.xml', content: metaXml(document) },
      ...files.map((file) => ({ path: imagePath(file), content: file.bytes, stored: true })),
    ]);
  },
};

function manifest(files: readonly ImageFile[]): string {
  const entries = files.map(
    (file) =>
      `<manifest:file-entry manifest:full-path="${imagePath(file)}" manifest:media-type="${file.mediaType}"/>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
${entries.join('')}</manifest:manifest>
`;
}

function contentXml(document: SummaryDocument, words: Words): string {
  const contents = contentsOf(document).map((entry) => ({ ...entry, anchor: `heading-${entry.place}` }));
  const anchors = new Map<SummaryBlock, string>(contents.map(({ heading, anchor }) => [heading, anchor]));
  const around: Surroundings = {
    words,
    typing: createTyping(),
    anchors,
    style: 'Text_20_body',
    ...(document.inMargin && { remarksAt: document.createdAt }),
  };
  const { title, subtitle, blocks, sources } = document;
  const body = [
    paragraphXml(plain(title), 'Title', around),
    ...(subtitle === undefined ? [] : [paragraphXml(plain(subtitle), 'Subtitle', around)]),
    contentsXml(contents, words.contents),
    blocksXml(blocks, around),
    ...(sources.length === 0 ? [] : [blocksXml([{ kind: 'heading', level: 1, runs: plain(words.sources) }], around)]),
    ...sources.map((source) => paragraphXml(sourceRuns(source), 'Bibliography', around)),
  ].filter((part) => part !== '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${NAMESPACES} office:version="1.3">
${automaticStylesXml(around.typing.spans, around.typing.turned)}
<office:body>
<office:text>
${body.join('\n')}
</office:text>
</office:body>
</office:document-content>
`;
}

function metaXml({ title, subtitle = '', authors = [], createdAt, language }: SummaryDocument): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${NAMESPACES} office:version="1.3">
<office:meta>
<meta:generator>Lectern</meta:generator>
<dc:title>${escapeMarkup(title)}</dc:title>
<dc:subject>${escapeMarkup(subtitle)}</dc:subject>
<meta:initial-creator>${escapeMarkup(authors.join('; '))}</meta:initial-creator>
<meta:creation-date>${escapeMarkup(createdAt)}</meta:creation-date>
<dc:date>${escapeMarkup(createdAt)}</dc:date>
<dc:language>${escapeMarkup(language)}</dc:language>
</office:meta>
</office:document-meta>
`;
}
