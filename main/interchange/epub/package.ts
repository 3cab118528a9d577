import { type Identifier, LecternError, type SourceDraft } from '../../../db/model/index.ts';
import { attribute, child, elements, lineOf, type MarkupElement } from '../markup/index.ts';
import { type Archive, readXmlPart } from '../zip/index.ts';
import { resolveAddress } from './addresses.ts';

/** A book's package document (EPUB 3.3, 5; OPF 2.0.1): what it is, what it is made of, in which order it is read. */
export interface BookPackage {
  readonly title: string;
  readonly metadata: Partial<SourceDraft>;
  /** Paths of the content documents in reading order. */
  readonly spine: readonly string[];
  /** Path of the navigation document of EPUB 3, and of the NCX of EPUB 2. */
  readonly navigation: string | undefined;
  readonly ncx: string | undefined;
}

const PREFIXES = {
  'urn:oasis:names:tc:opendocument:xmlns:container': '',
  'http://www.idpf.org/2007/opf': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
};
const CONTAINER = 'META-INF/container.xml';
const MOST_ITEMS = 20_000;

/** @throws LecternError `damaged-file` where the book does not say what it is made of */
export async function readPackage(archive: Archive, fileName: string): Promise<BookPackage> {
  const container = await readXmlPart(archive, CONTAINER, fileName, PREFIXES);
  const path = attribute(child(container, 'rootfiles', 'rootfile'), 'full-path');
  const root = await readXmlPart(archive, path, fileName, PREFIXES);
  const manifest = elements(child(root, 'manifest'), 'item').slice(0, MOST_ITEMS);
  const pathOf = (item: MarkupElement | undefined) => item && resolveAddress(path, attribute(item, 'href'))?.path;
  const byId = new Map(manifest.map((item) => [attribute(item, 'id'), item]));
  const spineElement = child(root, 'spine');
  const spine = elements(spineElement, 'itemref')
    .slice(0, MOST_ITEMS)
    .map((ref) => pathOf(byId.get(attribute(ref, 'idref'))))
    .filter((each) => each !== undefined);
  if (spine.length === 0) {
    throw new LecternError('damaged-file', `“${fileName}” is damaged: it does not say in which order it is read.`, {
      name: fileName,
    });
  }
  const { title, ...metadata } = metadataOf(child(root, 'metadata'));
  return {
    title,
    metadata,
    spine,
    navigation: pathOf(manifest.find((item) => attribute(item, 'properties').split(/\s+/).includes('nav'))),
    ncx: pathOf(
      byId.get(attribute(spineElement, 'toc')) ??
        manifest.find((item) => attribute(item, 'media-type') === 'application/x-dtbncx+xml'),
    ),
  };
}

function metadataOf(given: MarkupElement | undefined): Pick<SourceDraft, 'title'> & Partial<SourceDraft> {
  // OPF 1 and some OPF 2 files wrap the Dublin Core in an element of its own.
  const all = elements(given).flatMap((each) => (each.name === 'dc-metadata' ? elements(each) : [each]));
  const values = (name: string) =>
    all
      .filter((each) => each.name === `dc:${name}`)
      .map(lineOf)
      .filter((value) => value !== '');
  const people = (isMeant: (role: string) => boolean) =>
    all
      .filter((each) => /^dc:(?:creator|contributor)$/.test(each.name) && isMeant(roleOf(each, all)))
      .map(lineOf)
      .filter((value) => value !== '');
  const authors = people((role) => role === 'aut');
  const editors = people((role) => role === 'edt');
  const identifiers = all.filter((each) => each.name === 'dc:identifier').flatMap(identifierOf);
  const [date] = values('date');
  const [language] = values('language');
  const [publisher] = values('publisher');
  return {
    title: values('title')[0] ?? '',
    ...(authors.length === 0 ? {} : { authors }),
    ...(date === undefined ? {} : { date: date.replace(/T00:00:00(?:\.0+)?(?:Z|[+-]00:00)?$/, '') }),
    ...(language === undefined ? {} : { language }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    citation: { type: 'book', ...(editors.length === 0 ? {} : { editors }) },
  };
}

/** What somebody did for the book, as a MARC relator code; a creator of whom nothing is said is an author. */
function roleOf(person: MarkupElement, all: readonly MarkupElement[]): string {
  const refined = all.find(
    (meta) =>
      meta.name === 'meta' &&
      attribute(meta, 'property') === 'role' &&
      attribute(meta, 'refines') === `#${attribute(person, 'id')}`,
  );
  return attribute(person, 'role') || lineOf(refined) || (person.name === 'dc:creator' ? 'aut' : '');
}

function identifierOf(element: MarkupElement): Identifier[] {
  const written = lineOf(element);
  const urn = /^(?:urn:)?(isbn|uuid|doi|issn):(.+)$/i.exec(written);
  const kind = (urn?.[1] ?? attribute(element, 'scheme')).toLowerCase();
  const value = urn?.[2] ?? written;
  if (value === '') return [];
  if (/^97[89]\d{10}$/.test(value.replace(/-/g, ''))) return [{ kind: 'isbn', value }];
  return [{ kind: kind || (/^https?:/.test(value) ? 'url' : 'id'), value }];
}
